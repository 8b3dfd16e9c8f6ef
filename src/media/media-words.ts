import type { MediaWords } from './published.ts'

type Parts = Record<string, Record<string, unknown> | undefined>

/**
 * The words that a picture brings along, out of its IPTC and XMP as exifr reads them: alternative text or headline; caption or description;
 * credit line with its copyright when it has no other. Names: IPTC Photo Metadata Standard 2023.1, https://www.iptc.org/std/photometadata.
 * Null where there is none. Line breaks and control characters become spaces; too long a text is cut.
 */
export function wordsInPicture(parts: Parts | undefined): MediaWords {
  const { iptc = {}, dc = {}, photoshop = {}, Iptc4xmpCore = {}, ifd0 = {} } = parts ?? {}
  const first = (most: number, ...given: unknown[]) =>
    given.map((each) => cleaned(each, most)).find((text) => text !== null) ?? null
  return {
    alt: first(1_000, Iptc4xmpCore.AltTextAccessibility, photoshop.Headline, iptc.Headline, dc.title, iptc.ObjectName),
    caption: first(2_000, dc.description, iptc.Caption, ifd0.ImageDescription),
    credit: first(
      300,
      photoshop.Credit,
      iptc.Credit,
      dc.creator,
      iptc.Byline,
      ifd0.Artist,
      dc.rights,
      iptc.CopyrightNotice,
      ifd0.Copyright,
    ),
  }
}

/** A value of XMP may be a list, or a text with its language. */
function cleaned(value: unknown, most: number): string | null {
  if (Array.isArray(value))
    return cleaned(value.filter((each) => typeof each !== 'object').join(', ') || value[0], most)
  if (typeof value === 'object' && value !== null && 'value' in value) return cleaned(value.value, most)
  if (typeof value !== 'string') return null
  const text = readable(value)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  if (text === '') return null
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…`
}

/** IPTC in UTF-8 that was read letter by letter is read again; half a pair of letters is nothing. */
function readable(value: string): string {
  const isLatin = [...value].every((letter) => (letter.codePointAt(0) ?? 0) <= 0xff)
  const text = isLatin ? Buffer.from(value, 'latin1').toString('utf8') : value
  return (text.includes('\uFFFD') ? value : text).replace(/\p{Cs}/gu, '')
}
