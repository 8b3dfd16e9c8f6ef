import { describe, expect, it } from 'vitest'
import { itemsIn, readAll, textOfBody } from './reading.ts'

const story = (more: object) =>
  itemsIn(readAll('ninjs', JSON.stringify({ uri: 'urn:n', type: 'text', headline: 'H', ...more })))[0]
const body = (role: string | null, contentType: string | null, value: string) => ({
  ...(role && { role }),
  ...(contentType && { contentType }),
  value,
})
const nitf = `<?xml version="1.0" encoding="UTF-8"?><nitf><head><title>Not this</title></head><body><body.head><hedline><hl1>Nor this</hl1></hedline></body.head>
<body.content><block><p>The lead.</p></block><block><hl2>Crosshead</hl2><p>More of <org>ASADA</org>.</p></block></body.content></body></nitf>`

describe('bodies of ninjs', () => {
  it.each([
    [
      'the main one, not the teaser',
      [body('teaser', 'text/html', '<p>Teaser</p>'), body('main', 'text/plain', 'Main')],
      'Main',
    ],
    [
      'HTML before text, text before NITF',
      [
        body('main', 'text/vnd.IPTC.NITF', nitf),
        body('main', 'text/plain', 'T'),
        body('main', 'text/html', '<p>H</p>'),
      ],
      'H',
    ],
    ['text before NITF', [body('main', 'text/vnd.IPTC.NITF', nitf), body('main', 'text/plain', 'T')], 'T'],
    ['any before a teaser', [body('teaser', 'text/html', '<p>Teaser</p>'), body(null, 'text/plain', 'Main')], 'Main'],
    ['a teaser when there is no other', [body('teaser', 'text/html', '<p>Teaser</p>')], 'Teaser'],
    [
      'text with signs of HTML',
      [body('main', 'text/plain', 'If a<b and <em>c</em> &amp; d\r\n\r\nthen e')],
      'If a<b and <em>c</em> &amp; d\n\nthen e',
    ],
    ['HTML whose type is not said', [body('main', null, '<p>Words <b>here</b></p>')], 'Words here'],
    [
      'NITF without its head, before the text beside it',
      [body('nitf', 'text/vnd.IPTC.NITF', nitf), body('text', 'text/plain', 'T')],
      'The lead.\n\nCrosshead\n\nMore of ASADA.',
    ],
    [
      'the text beside a NITF that is not well-formed',
      [body('nitf', 'text/vnd.IPTC.NITF', nitf.replace('</block>', '')), body('text', 'text/plain', 'T')],
      'T',
    ],
  ])('%s', (_title, bodies, words) => {
    const item = story({ bodies })
    expect(item && textOfBody(item.body)).toBe(words)
  })
})
