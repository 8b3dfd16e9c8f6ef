import { describe, expect, it } from 'vitest'
import { readInstant } from '../../src/imports/text/dates.ts'
import { itemsIn, readAll } from './reading.ts'

describe('dates with the names of months', () => {
  it.each([
    ['12 mars 2024', '2024-03-12T00:00'],
    ['12. März 2026, 14:30 Uhr', '2026-03-12T14:30'],
    ['Donnerstag, den 12. März 2026 um 14 Uhr MEZ', '2026-03-12T13:00'],
    ['12. Jänner 2026', '2026-01-12T00:00'],
    ['12 марта 2024', '2024-03-12T00:00'],
    ['12 марта 2026 г., 14:30', '2026-03-12T14:30'],
    ['12 de marzo de 2024', '2024-03-12T00:00'],
    ['Miércoles, 12 de agosto de 2026 a las 2:30 p. m.', '2026-08-12T14:30'],
    ['Publié le 1er août 2026 à 14h30', '2026-08-01T14:30'],
    // The short name of the day is that of a month too.
    ['mar. 12 mai 2026', '2026-05-12T00:00'],
    ['12 de març del 2026, a les 14:30', '2026-03-12T14:30'],
    ['12 d’abril del 2026', '2026-04-12T00:00'],
    ['5 maggio 2026 alle ore 9:05', '2026-05-05T09:05'],
    ['12 de março de 2026 às 14h30', '2026-03-12T14:30'],
    ['12. marraskuuta 2026 klo 14.30', '2026-11-12T14:30'],
    ['12. desember 2026 kl. 14:30', '2026-12-12T14:30'],
    ['2026. március 12. 14:30', '2026-03-12T14:30'],
    ['2026 m. kovo 12 d. 14:30', '2026-03-12T14:30'],
    ['2026(e)ko martxoaren 12(a) (14:30)', '2026-03-12T14:30'],
    ['12 Μαρτίου 2026 στις 2:30 μ.μ.', '2026-03-12T14:30'],
    ['12 Ağustos 2026 14:30', '2026-08-12T14:30'],
    ['12 मार्च 2026 को 12:30 am बजे', '2026-03-12T00:30'],
    ['२०२६ मार्च १२: १४:३०', '2026-03-12T14:30'],
    ['١٢ آذار ٢٠٢٦ في ٢:٣٠ م', '2026-03-12T14:30'],
    ['12 marca 2026, 14:30', '2026-03-12T14:30'],
    ['12 listopada 2026', '2026-11-12T00:00'],
    ['12. března 2026 14:30', '2026-03-12T14:30'],
    ['12 березня 2026, 14:30', '2026-03-12T14:30'],
    ['12 март 2026 г., 14:30', '2026-03-12T14:30'],
    ['2026年3月12日', '2026-03-12T00:00'],
    ['2026年3月12日（木） 14時05分', '2026-03-12T14:05'],
    ['2026年03月12日 14:30', '2026-03-12T14:30'],
    ['2026년 3월 12일 14시 30분', '2026-03-12T14:30'],
    ['12 March 2026 at 14:30', '2026-03-12T14:30'],
    ['Updated: 12 March 2026', '2026-03-12T00:00'],
    ['Thu Mar 12 2026 09:30:00 GMT+0100 (Central European Standard Time)', '2026-03-12T08:30'],
    ['12 Mar 2026 14:30:00.123 +0100', '2026-03-12T13:30'],
  ])('%s is read', (text, instant) => {
    expect(readInstant(text)?.toISOString()).toBe(`${instant}:00.000Z`)
  })

  it.each([
    ...['12.03.2026', '03/12/2026', '12 mars', 'mars 2026', '12 März 26', '32 mars 2026', '29 février 2026'],
    ...['12 mai/juin 2026', '12 – 14 mars 2026', '12 mars 2026 | 5 min de lecture', '12 mars 2026 à 25:00'],
    ...['2026年3月', '2026年13月1日', '2026年3月12日 午後2時', '令和8年3月12日'],
    ...['12 mars 2026 14:30 heure de Paris', '12 marketing 2026', '12 Chwefror 2026'],
  ])('%s is not', (text) => {
    expect(readInstant(text)).toBeNull()
  })
})

describe('a date that a page only shows', () => {
  const page = (head: string, shown: string) => `<!doctype html><html><head><title>Gas</title>${head}</head><body>
<div class="date">1 janvier 2030</div><article><h1>Gas</h1>${shown}
<p>${'Words of a long story, with commas, and more of them. '.repeat(20)}</p></article></body></html>`
  const dated = (html: string) => itemsIn(readAll('html', html))[0]?.publishedAt?.toISOString() ?? null

  it.each([
    ['<time>Publié le 12 mars 2026 à 14h30</time>', '2026-03-12T14:30:00.000Z'],
    ['<div class="article-date">12. März 2026, 14:30 Uhr</div>', '2026-03-12T14:30:00.000Z'],
    ['<span class="comment-date">12 mars 2026</span>', null],
    ['<span class="date">12.03.2026</span>', null],
    ['<span>12 mars 2026</span>', null],
  ])('is read behind the heading where it is marked: %s', (shown, instant) => {
    expect(dated(page('', shown))).toBe(instant)
  })

  it('is told of when it cannot be read', () => {
    const repairs = itemsIn(readAll('html', page('', '<span class="date">12.03.2026</span>')))[0]?.repairs
    const message = "its date '12.03.2026' cannot be read as a date and was left out"
    expect(repairs).toContainEqual({ place: { item: 1, line: 1 }, message })
  })

  it('is behind that which the page says of itself', () => {
    const head = '<meta property="article:published_time" content="2026-01-02T10:00:00Z">'
    expect(dated(page(head, '<time>12 mars 2026</time>'))).toBe('2026-01-02T10:00:00.000Z')
  })
})
