import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Found } from '../../src/imports/item.ts'
import { readImport } from '../../src/imports/read.ts'
import { itemsIn, readAll, refusedIn } from './reading.ts'

async function* pieces(...bytes: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of bytes) yield Buffer.from(piece as string)
}

const options = { locale: null, baseUrl: null, charset: null }

async function read(name: string, ...bytes: (string | Uint8Array)[]): Promise<Found[]> {
  const found: Found[] = []
  for await (const each of readImport(pieces(...bytes), null, { ...options, fileName: name })) found.push(each)
  return found
}

describe('files that are made to harm', () => {
  test.each([
    ['a.xml.gz', gzipSync('<rss/>'), 'is packed; unpack it'],
    ['a.zip', 'PK\x03\x04rest', 'is packed; unpack it'],
    ['empty.xml', '', 'is empty'],
    ['zeros.xml', Buffer.alloc(1_000), 'is in no known format'],
    // 'письмо из Актау' in KOI8-R.
    ['letter.dat', Buffer.from('d0c9d3d8cdcf20c9da20e1cbd4c1d5', 'hex'), 'save it as UTF-8'],
  ])('%s is refused with words', async (name, bytes, words) => {
    await expect(read(name, bytes)).rejects.toThrow(words)
  })

  test('XML with endless faults in one tag ends the reading', () => {
    const open = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item '
    const [refused, ...more] = refusedIn(readAll('wxr', `${open}${'a="b" '.repeat(20_000)}/></channel></rss>`))
    expect(refused?.reason).toContain('more than 10000 faults')
    expect(more).toEqual([])
  })

  test('an item of XML with too many elements is refused by its name, and the next one is read', () => {
    const item = (id: number, more: string) =>
      `<item><title>T</title><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status>${more}</item>`
    const file = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${item(7, '<x/>'.repeat(100_001))}${item(8, '')}</channel></rss>`
    const found = readAll('wxr', file, { piece: 100_000 })
    expect(refusedIn(found)).toMatchObject([{ externalId: '7', reason: expect.stringContaining('100000 elements') }])
    expect(itemsIn(found).map(({ externalId }) => externalId)).toEqual(['8'])
  })

  test.each([
    [`a: ${'['.repeat(100)}`, 'nested more than 50 deep'],
    [`a: ${'{b: '.repeat(100)}`, 'nested more than 50 deep'],
    [`a: ${'x'.repeat(100_001)}`, 'more than 100000 characters'],
    ['a: &a [x]\nb: *a', 'Alias'],
  ])('front matter that goes on and on is refused: %.20s', (yaml, words) => {
    const [refused] = refusedIn(readAll('markdown', `---\n${yaml}\n---\nText`))
    expect(refused?.reason).toContain(words)
  })

  test('of a message with thousands of parts the first are read, which is said', () => {
    const head =
      'From: a@a.example\r\nSubject: News\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
    const [item] = itemsIn(readAll('email', `${head}${'--b\r\n\r\nWords\r\n'.repeat(3_000)}--b--`))
    expect(item?.repairs.map(({ message }) => message)).toContain('of its parts the first 1000 were read')
  })

  test('a long file of JSON is read story by story, so that others have their turn', async () => {
    const items = Array.from({ length: 400 }, (_, i) => ({ id: String(i), content_html: '<p>Words.</p>'.repeat(50) }))
    const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items })
    const found = readImport(pieces(feed), 'json-feed', { ...options, fileName: null })
    const first = await found.next()
    expect(first.value).toMatchObject({ item: { externalId: '0' } })
    await found.return(undefined)
  })
})
