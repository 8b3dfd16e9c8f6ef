import type { Reader, ReadOptions } from '../format.ts'
import type { Found } from '../item.ts'
import { Decoder } from '../text/decoder.ts'
import type { XmlElement } from '../text/xml.ts'
import { type XmlFound, XmlRecords } from '../text/xml-records.ts'

/** Reads a file that has to be there as a whole, up to a number of characters; what is longer is refused. */
export function wholeReader(options: ReadOptions, most: number, read: (text: string) => Iterable<Found>): Reader {
  const decoder = new Decoder(options.charset)
  let parts: string[] = []
  let length = 0
  const add = (text: string) => {
    length += text.length
    if (length <= most) parts.push(text)
    else parts = []
  }
  return {
    write(bytes) {
      add(decoder.write(bytes))
      return []
    },
    end() {
      add(decoder.end())
      if (length <= most) return read(parts.join(''))
      return [refusal(1, 1, `the file has more than ${most} characters, which is the most for this format`)]
    },
  }
}

interface RecordInfo {
  /** The how-manieth record of the file it is, from 1. */
  index: number
  notes: string[]
}

interface RecordReader {
  /** What a record becomes. */
  record: (element: XmlElement, info: RecordInfo) => Found[]
  end?: () => Found[]
  /** The name of a record that cannot be read otherwise. */
  nameOf?: (element: XmlElement) => string | null
}

/** Reads XML record by record; a record that is not whole is refused, with its line, and the next ones are read. */
export function xmlReader(
  options: ReadOptions,
  depthOf: (root: XmlElement) => number,
  open: (root: () => XmlElement | null) => RecordReader,
): Reader {
  const decoder = new Decoder(options.charset)
  const records = new XmlRecords(depthOf)
  const { record, end, nameOf } = open(() => records.root)
  let index = 0
  const read = (found: XmlFound): Found[] => {
    if ('broken' in found)
      return [
        refusal(index + 1, found.broken.line, `the file ${found.broken.reason}; nothing after this line was read`),
      ]
    const { element, fault, notes } = found.record
    index += 1
    if (!fault) return record(element, { index, notes: decoder.notice ? [decoder.notice, ...notes] : notes })
    const reason = `not well-formed at line ${fault.line}: ${fault.reason}`
    return [refusal(index, element.line, reason, nameOf?.(element) ?? null)]
  }
  return {
    write: (bytes) => records.write(decoder.write(bytes)).flatMap(read),
    end: () => [...records.write(decoder.end()).flatMap(read), ...records.end().flatMap(read), ...(end?.() ?? [])],
  }
}

/** Whether a file can be XML at all. */
export function isXml(head: string): boolean {
  return /^[\s\ufeff]*</.test(head)
}

/** A thing, or all that is left of a file, that could not be read. */
export function refusal(item: number, line: number | null, reason: string, externalId: string | null = null): Found {
  return { refused: { place: { item, line }, reason, externalId } }
}
