import { describe, expect, it } from 'vitest'
import { renderText } from '../../src/articles/body/text.ts'
import { itemsIn, readAll, withIds } from './reading.ts'

const nitf = (head: string, content: string, end = '') =>
  `<nitf><head><docdata management-status="usable"><doc-id id-string="1"/></docdata></head><body><body.head>${head}</body.head>
<body.content>${content}</body.content><body.end>${end}</body.end></body></nitf>`
const g2 = (
  meta: string,
  content: string,
) => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="1"><itemMeta>
<itemClass qcode="ninat:text"/></itemMeta><contentMeta>${meta}</contentMeta><contentSet><inlineXML>${content}</inlineXML></contentSet></newsItem>`

function read(format: string, file: string) {
  const [item] = itemsIn(readAll(format, file))
  if (!item) throw new Error('nothing was read')
  return { ...item, text: renderText(withIds(item.body) as never), told: item.repairs.map(({ message }) => message) }
}

describe('a picture in NITF', () => {
  const media = (references: string, type = 'image') =>
    nitf(
      '<hedline><hl1>Gas</hl1></hedline>',
      `<p>Words.</p><media media-type="${type}">${references}<media-caption>Steppe</media-caption></media>`,
    )

  it('is the largest of its files that has an address of the web', () => {
    const item = read(
      'nitf',
      media(`<media-reference source="steppe.jpg" width="9000"/>
<media-reference source="https://a.example/s.jpg" width="400" alternate-text="Small"/>
<media-reference source="https://a.example/l.jpg" width="1600" alternate-text="A road"/>`),
    )
    expect(item.media).toMatchObject([{ type: 'IMAGE', url: 'https://a.example/l.jpg', alt: 'A road' }])
    expect(item.told).toEqual([])
  })

  it('is told of when none of them has one', () => {
    const item = read('nitf', media('<media-reference source="steppe.jpg"/>'))
    expect(item).toMatchObject({ media: [], text: expect.stringContaining('Steppe') })
    expect(item.told).toEqual(['a picture without a usable address (steppe.jpg) was left out'])
  })

  it('is a film when it is one', () => {
    const item = read('nitf', media('<media-reference source="https://a.example/f.mp4"/>', 'video'))
    expect(item.media).toMatchObject([{ type: 'VIDEO', url: 'https://a.example/f.mp4' }])
  })
})

describe('what agencies write beside the text', () => {
  const two = '<hedline><hl1>Gas</hl1><hl2>It rises again</hl2></hedline>'

  it('is the introduction, the shorter of two being told of', () => {
    expect(read('nitf', nitf(two, '<p>Words.</p>'))).toMatchObject({ standfirst: 'It rises again', told: [] })
    const told = ["its second headline 'It rises again' was left out, for it has an introduction"]
    expect(read('nitf', nitf(`${two}<abstract><p>Prices.</p></abstract>`, '<p>Words.</p>'))).toMatchObject({
      ...{ standfirst: 'Prices.', told },
    })
    const lines = '<headline>Gas</headline><headline role="hld:subHeadline">It rises again</headline>'
    expect(read('newsml-g2', g2(lines, '<body><p>Words.</p></body>'))).toMatchObject({
      ...{ standfirst: 'It rises again', told: [] },
    })
    const both = `${lines}<description role="drol:summary">Prices.</description>`
    expect(read('newsml-g2', g2(both, '<body><p>Words.</p></body>'))).toMatchObject({ standfirst: 'Prices.', told })
  })

  it('is kept at the end when it is a footnote, and told of when it is the line of who sent it', () => {
    const item = read(
      'nitf',
      nitf(
        two,
        '<p>Words<fn><p>Of ten.</p></fn> here.</p>',
        '<tagline>jd/xy <a href="mailto:x@a.example">x</a></tagline>',
      ),
    )
    expect(item).toMatchObject({ text: 'Words here.\n\nOf ten.', told: ["its last line 'jd/xy x' was left out"] })
  })

  it('is read from NITF in NewsML-G2, where it stands there alone', () => {
    const inside = nitf(
      `<hedline><hl1>Gas</hl1></hedline><byline>By Ann Lee</byline><dateline><location>Rouen (France)</location>, <story.date>12 mars</story.date> - </dateline>`,
      '<p>Les prix montent.</p>',
    )
    expect(read('newsml-g2', g2('<headline>Gaz</headline>', inside))).toMatchObject({
      ...{ headline: 'Gaz', bylines: [{ name: 'Ann Lee' }], text: 'Rouen (France) – Les prix montent.' },
    })
    expect(read('newsml-g2', g2('<by>Bo Wu</by><by>Eva Ek</by>', inside))).toMatchObject({
      ...{ headline: 'Gas', bylines: [{ name: 'Bo Wu' }, { name: 'Eva Ek' }] },
    })
  })
})
