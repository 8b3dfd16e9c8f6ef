import anyAscii from 'any-ascii'

/** Letters that a language writes otherwise than the general table, in the form its own readers expect. */
const byLanguage: Record<string, Record<string, string>> = {
  // Kazakh Latin alphabet of 2021, without its diacritics.
  kk: {
    ә: 'a',
    ғ: 'g',
    қ: 'q',
    ң: 'n',
    ө: 'o',
    ұ: 'u',
    ү: 'u',
    һ: 'h',
    і: 'i',
    й: 'i',
    ы: 'y',
    ш: 'sh',
    щ: 'sh',
    ч: 'ch',
    ж: 'j',
  },
  // DIN 5007-2, as in telephone directories and URLs.
  de: { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' },
  // Cabinet of Ministers of Ukraine, resolution 55 of 2010.
  uk: { г: 'h', и: 'y', х: 'kh', щ: 'shch' },
}

/** Text in ASCII letters, whatever its script; `locale` refines it for languages with rules of their own. */
export function transliterate(text: string, locale = ''): string {
  const own = byLanguage[locale.split('-')[0] ?? '']
  const lower = text.normalize('NFC').toLowerCase()
  const local = own ? [...lower].map((letter) => own[letter] ?? letter).join('') : lower
  return anyAscii(local).toLowerCase()
}

/** A name as search compares it: ASCII, lower case, single spaces. `Нұр-Сұлтан` and `nur sultan` are alike. */
export function fold(text: string): string {
  return transliterate(text.normalize('NFKC'))
    .replace(/['"`’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
