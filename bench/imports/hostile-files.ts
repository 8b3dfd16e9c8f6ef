import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'

/** A file that is made to harm: its name, which says how it is written, and its pieces. */
interface HostileFile {
  name: string
  pieces: () => Iterable<string | Uint8Array>
}

function* times(count: number, piece: string, each = 1_000): Generator<string> {
  for (let left = count; left > 0; left -= each) yield piece.repeat(Math.min(each, left))
}

function* between(head: string, middle: Iterable<string>, tail: string): Generator<string> {
  yield head
  yield* middle
  yield tail
}

const page = '<!doctype html><html><head><title>A story</title></head><body><article><p>Words of a story.</p>'
const wxr =
  '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>'
const item = (body: string) =>
  `<item><title>T</title><content:encoded><![CDATA[${body}]]></content:encoded><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`
const mail = 'From: a@a.example\r\nTo: b@b.example\r\nSubject: News\r\nMIME-Version: 1.0\r\n'

/** All of them. */
export const hostileFiles: HostileFile[] = [
  { name: 'deep.html', pieces: () => between(page, times(200_000, '<div>'), 'x') },
  { name: 'deep-inline.html', pieces: () => between(page, times(200_000, '<b>'), 'x') },
  { name: 'wide.html', pieces: () => between(page, times(1_000_000, '<i>a</i>'), '') },
  { name: 'wide-paragraphs.html', pieces: () => between(page, times(500_000, '<p>word</p>'), '') },
  { name: 'attributes.html', pieces: () => between(`${page}<p `, times(1_000_000, 'a=b '), '>x') },
  { name: 'misnested.html', pieces: () => between(page, times(100_000, '<b><p><i></b></p>'), 'x') },
  { name: 'tables.html', pieces: () => between(page, times(100_000, '<table><tr><td>'), 'x') },
  { name: 'one-line.html', pieces: () => between(`${page}<p>`, times(9_000_000, 'a', 100_000), '') },
  { name: 'deep.xml', pieces: () => between(`${wxr}<item>`, times(200_000, '<x>'), '') },
  { name: 'wide.xml', pieces: () => between(`${wxr}<item>`, times(1_000_000, '<x/>'), '</item></channel></rss>') },
  { name: 'deep-body.xml', pieces: () => between(wxr, [item('<div>'.repeat(200_000))], '</channel></rss>') },
  { name: 'wide-body.xml', pieces: () => between(wxr, [item('<i>a</i>'.repeat(1_000_000))], '</channel></rss>') },
  { name: 'ampersands.xml', pieces: () => between(wxr, [item('x'), ...times(1_000_000, '& ')], '</channel></rss>') },
  { name: 'attributes.xml', pieces: () => between(`${wxr}<item `, times(500_000, 'a="b" '), '/></channel></rss>') },
  { name: 'entities.xml', pieces: () => [entityBomb()] },
  { name: 'outside.xml', pieces: () => ['<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', wxr, item('&x;')] },
  { name: 'shortcodes.xml', pieces: () => between(wxr, [item('[gallery '.repeat(500_000))], '</channel></rss>') },
  { name: 'brackets.md', pieces: () => between('---\ntitle: T\n---\n', times(1_000_000, '['), '') },
  { name: 'links.md', pieces: () => between('---\ntitle: T\n---\n', times(300_000, '[a]('), '') },
  { name: 'emphasis.md', pieces: () => between('---\ntitle: T\n---\n', times(300_000, '*a _b '), '') },
  { name: 'quotes.md', pieces: () => between('---\ntitle: T\n---\n', times(900_000, '>'), 'x') },
  { name: 'lists.md', pieces: () => between('---\ntitle: T\n---\n', deepList(), '') },
  { name: 'yaml.md', pieces: () => between('---\na: ', times(500_000, '['), '\n---\nx') },
  { name: 'anchors.md', pieces: () => [yamlBomb()] },
  {
    name: 'parts.eml',
    pieces: () =>
      between(`${mail}Content-Type: multipart/mixed; boundary=b\r\n\r\n`, times(300_000, '--b\r\n\r\nx\r\n'), '--b--'),
  },
  { name: 'nested.eml', pieces: () => [mail, nestedParts(5_000)] },
  { name: 'headers.eml', pieces: () => between(mail, times(500_000, 'X-A: b\r\n'), '\r\nText') },
  {
    name: 'words.eml',
    pieces: () => between('Subject: ', times(300_000, '=?utf-8?q?a?= '), '\r\nFrom: a@a.example\r\n\r\nx'),
  },
  { name: 'garbage.anpa', pieces: () => between('\x16\x16\x01', times(2_000_000, '\x02a\x03\x01'), '') },
  { name: 'deep.json', pieces: () => between('{"db":[{"data":{"posts":', times(1_000_000, '['), '') },
  {
    name: 'wide.json',
    pieces: () => between('{"uri":"u","type":"text","headline":"h","x":[', times(5_000_000, '1,'), '1]}'),
  },
  {
    name: 'many.json',
    pieces: () =>
      between(
        '{"version":"https://jsonfeed.org/version/1","title":"t","items":[',
        times(50_000, '{"id":"1","content_text":"x"},'),
        '{}]}',
      ),
  },
  { name: 'packed.xml.gz', pieces: () => [gzipSync(Buffer.from(wxr.repeat(1_000)))] },
  { name: 'packed.zip', pieces: () => [Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1_000_000, 7)])] },
  { name: 'nothing.txt', pieces: () => [Buffer.alloc(0)] },
  { name: 'zeros.txt', pieces: () => [Buffer.alloc(5_000_000)] },
  {
    name: 'noise.txt',
    pieces: () => [Buffer.from(Array.from({ length: 5_000_000 }, (_, i) => (i * i * 31 + (i >> 3)) & 255))],
  },
  { name: 'one-line.txt', pieces: () => times(7_000_000, 'a', 100_000) },
  { name: 'lines.txt', pieces: () => times(3_000_000, '- \n') },
  { name: 'utf16.xml', pieces: () => [Buffer.from(`\ufeff${wxr}${item('<p>x</p>')}</channel></rss>`, 'utf16le')] },
]

/** Writes the file of that name. */
export async function writeHostile(name: string, path: string): Promise<void> {
  const file = hostileFiles.find((each) => each.name === name)
  await pipeline(Readable.from(file?.pieces() ?? []), createWriteStream(path))
}

function* deepList(): Generator<string> {
  for (let level = 0; level < 1_000; level++) yield `${' '.repeat(level * 2)}- a\n`
}

function entityBomb(): string {
  const entities = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">${entities.join('')}]><rss><channel><item><title>&e30;</title></item></channel></rss>`
}

function yamlBomb(): string {
  const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)
  return `---\na0: &a0 ha\n${lines.join('\n')}\ntitle: *a30\n---\nx`
}

function nestedParts(levels: number): string {
  let text = ''
  for (let i = 0; i < levels; i++) text += `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`
  return text
}
