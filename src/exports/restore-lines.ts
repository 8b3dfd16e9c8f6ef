import { isDeepStrictEqual } from 'node:util'
import type { TObject } from 'typebox'
import { type Fault, Refusal, shorten } from '../core/errors.ts'
import { faultsOf } from '../core/parse.ts'
import type { ExportSum } from './editorial.ts'
import { ClosingLine, type LineType, lineFormat, OpeningLine } from './line.ts'
import { lineRefusal } from './restoring.ts'
import type { Data, Part, Thing } from './thing.ts'
import { journal, things } from './thing-rows.ts'

/** What lines can be about, by type. */
export const known = new Map<string, Thing | Part>(
  [...things, journal]
    .flatMap((thing) => [thing, ...(thing.part ? [thing.part] : [])])
    .map((each) => [each.type, each]),
)

const owners = new Map(things.flatMap(({ type, part }) => (part ? [[part.type, type] as const] : [])))

/** The type of what snapshots are of; that of anything else is its own. */
export function ownerOf(type: LineType): LineType {
  return owners.get(type) ?? type
}

/** A line and its number, from 1. */
export interface TextLine {
  text: string
  line: number
}

/** Lines with their numbers, from 1. */
export async function* numbered(lines: AsyncIterable<string>): AsyncGenerator<TextLine, undefined> {
  let line = 0
  for await (const text of lines) yield { text, line: ++line }
}

/** @throws invalid_input when it is not the first line of an export of this version */
export function openingOf(first: TextLine | undefined): OpeningLine['data'] {
  if (!first) throw new Refusal('invalid_input', 'the file is empty; give one that `dateline export` wrote')
  const given = parseJson(first.text) as { type?: unknown; format?: unknown } | undefined
  if (given?.type !== 'dateline')
    throw lineRefusal(1, 'is not the beginning of an export of Dateline; give a file that `dateline export` wrote')
  requireFormat(given.format, 1)
  requireShape(OpeningLine, given, 1)
  return (given as OpeningLine).data
}

function requireFormat(format: unknown, line: number): void {
  if (format !== lineFormat)
    throw lineRefusal(
      line,
      `has format ${shorten(String(format))}; this version of Dateline reads format ${lineFormat}: use the version that wrote the file`,
    )
}

/** @throws invalid_input for a line that is not JSON, of an unknown type or another version, or whose thing cannot be */
export function readLine(text: string, line: number): { type: string; data: Data } {
  const given = parseJson(text) as { type?: unknown; format?: unknown; data?: unknown } | undefined
  if (typeof given?.type !== 'string')
    throw lineRefusal(line, 'is not a line of an export; the file was cut off or altered: export it again')
  requireFormat(given.format, line)
  if (given.type === 'end') requireShape(ClosingLine, given, line)
  else {
    const shape = known.get(given.type)?.shape
    if (!shape) throw lineRefusal(line, `is of an unknown type '${shorten(given.type)}'`)
    requireShape(shape, given.data, line)
  }
  return { type: given.type, data: given.data as Data }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function requireShape(shape: TObject, data: unknown, line: number): void {
  const [fault]: Fault[] = faultsOf(shape, data)
  if (fault) throw lineRefusal(line, `${fault.path} ${fault.message}`.trim())
}

/** @throws invalid_input when the last line is missing, or says other things than were read */
export function requireWhole(closing: ExportSum | null, read: ExportSum): void {
  if (!closing)
    throw new Refusal(
      'invalid_input',
      'the file has no last line: it was cut off; nothing was restored. Export it again',
    )
  if (!isDeepStrictEqual({ ...closing.things }, { ...read.things }) || closing.hash !== read.hash)
    throw new Refusal(
      'invalid_input',
      `the lines are not those that were exported: their hash is ${read.hash}, the last line says ${shorten(closing.hash)}. Nothing was restored; export it again`,
    )
}
