import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../src/imports/formats.ts'
import { itemsIn, readAll, refusedIn, textOfBody } from './reading.ts'

const nitf = (data: string, body = '<p>Words of <person>Ann</person>.</p>') => `<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd"><nitf baselang="en-US"><head><title>t</title><docdata ${data}><doc-id id-string="n1" regsrc="AAA"/>
<date.issue norm="20260108T093000+0100"/><key-list><keyword key="gas"/></key-list></docdata></head><body><body.head><hedline><hl1>Gas rises</hl1></hedline>
<byline>By <person>Ann Lee</person><byttl>Energy correspondent</byttl></byline><dateline><location>ALMATY</location></dateline><abstract><p>In short.</p></abstract></body.head>
<body.content>${body}</body.content></body></nitf>`

const g2 = (meta: string) => `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
<newsItem guid="urn:g2:1" version="3" xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/><provider literal="DPA"/><versionCreated>2026-01-08T09:30:00Z</versionCreated>${meta}</itemMeta>
<contentMeta><headline>Gas &amp; oil</headline><by>Von Ann Lee</by><subject type="cpnat:person" qcode="p:1"><name>Bo Wu</name></subject><description role="drol:summary">Kurz.</description></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Worte.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:g2:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><description>Ein Bild</description></contentMeta><contentSet>
<remoteContent href="https://a.example/s.jpg" width="100"/><remoteContent href="https://a.example/l.jpg" width="900" contenttype="image/jpeg"/></contentSet></newsItem></itemSet></newsMessage>`

const newsml1 = `<NewsML Version="1.2"><NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>afp.example</ProviderId><DateId>20260108T093000Z</DateId>
<NewsItemId>TX-1</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></Identification><NewsManagement><FirstCreated>20260108T093000Z</FirstCreated><Status FormalName="Canceled"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Gas rises</HeadLine><DateLine>ALMATY, Jan 8 (AFP) -</DateLine></NewsLines><ContentItem><DataContent><p>One.</p><p>Two.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`

describe('formats of agencies', () => {
  it('NITF', () => {
    const [item] = itemsIn(readAll('nitf', nitf('management-status="usable"')))
    expect(item).toMatchObject({
      ...{
        externalId: 'n1',
        status: 'LIVE',
        headline: 'Gas rises',
        standfirst: 'In short.',
        locale: 'en-US',
        repairs: [],
      },
      ...{
        bylines: [{ name: 'Ann Lee', jobTitle: 'Energy correspondent' }],
        tags: [{ name: 'gas' }],
        source: { name: 'AAA' },
      },
      publishedAt: new Date('2026-01-08T08:30:00Z'),
    })
    expect(item && textOfBody(item.body)).toBe('ALMATY – Words of Ann.')
  })

  it.each([
    ['usable', 'LIVE', null],
    ['withheld', 'WITHDRAWN', null],
    ['canceled', 'KILLED', 'RETRACTION'],
  ])('what is %s is %s', (word, status, correction) => {
    const notices = [
      itemsIn(readAll('nitf', nitf(`management-status="${word}"`)))[0],
      itemsIn(readAll('newsml-g2', g2(`<pubStatus qcode="stat:${word}"/>`)))[0],
      itemsIn(readAll('ninjs', JSON.stringify({ uri: 'u', headline: 'h', body_text: 'x', pubstatus: word })))[0],
    ]
    for (const item of notices) expect([item?.status, item?.correction?.type ?? null]).toEqual([status, correction])
  })

  it('NewsML-G2: texts are stories, pictures are media', () => {
    const found = readAll(
      'newsml-g2',
      g2(
        '<signal qcode="sig:correction"/><edNote>Corrects the price.</edNote><embargoed>2026-02-01T00:00:00Z</embargoed>',
      ),
    )
    expect(itemsIn(found)).toMatchObject([
      {
        ...{
          externalId: 'urn:g2:1',
          version: '3',
          headline: 'Gas & oil',
          standfirst: 'Kurz.',
          locale: 'de',
          source: { name: 'DPA' },
        },
        ...{ bylines: [{ name: 'Ann Lee' }], tags: [{ type: 'PERSON', name: 'Bo Wu', externalId: 'p:1' }] },
        ...{ correction: { type: 'CORRECTION', text: 'Corrects the price.' }, embargoUntil: new Date('2026-02-01') },
      },
    ])
    expect(found.flatMap((each) => ('media' in each ? each.media : []))).toMatchObject([
      { url: 'https://a.example/l.jpg', caption: 'Ein Bild', width: 900 },
    ])
  })

  it('NewsML-G2: things are called as in the language of the item; what is no story is refused by name', () => {
    const names = '<name xml:lang="en">strike</name><name xml:lang="de-DE">Streik</name>'
    const concept = '<conceptItem guid="urn:c"><concept/></conceptItem></itemSet>'
    const file = g2('').replace('<name>Bo Wu</name>', names).replace('</itemSet>', concept)
    const found = readAll('newsml-g2', file)
    expect(itemsIn(found)[0]?.tags).toMatchObject([{ name: 'Streik', externalId: 'p:1' }])
    expect(refusedIn(found)).toMatchObject([
      { externalId: 'urn:c', reason: 'it is a conceptItem, which holds no story', place: { line: 6 } },
    ])
  })

  it.each([
    ['In Almatyn gas rises.', 'ALMATY – In Almatyn gas rises.'],
    ['Gas in Almaty rises.', 'ALMATY – Gas in Almaty rises.'],
    ['ALMATY (AAA) - Gas rises.', 'ALMATY (AAA) - Gas rises.'],
    ['(Almaty) Gas rises.', '(Almaty) Gas rises.'],
  ])('the dateline goes before %j, unless it begins with the place', (words, text) => {
    const [item] = itemsIn(readAll('nitf', nitf('', `<p>${words}</p>`)))
    expect(item && textOfBody(item.body)).toBe(text)
  })

  it.each([
    ...['CORRECTION: the name', 'Corrects spelling', 'Berichtigung: Name', 'RÄTTELSE: namnet', 'Rectificación: nombre'],
    ...['Sprostowanie', 'Исправлено имя', '訂正：名前', '/// CORRIGE ///', 'Correzione: nome'],
  ])('a note to editors %j is of a correction', (ednote) => {
    const item = { uri: 'u', headline: 'h', body_text: 'x', ednote }
    expect(itemsIn(readAll('ninjs', JSON.stringify(item)))[0]?.correction).toEqual({ type: 'CORRECTION', text: ednote })
  })

  it('a second headline of ninjs introduces the story, or is told of', () => {
    const headlines = [{ value: 'h' }, { role: 'sub', value: 'Below' }]
    const read = (more: object) =>
      itemsIn(readAll('ninjs', JSON.stringify({ uri: 'u', headlines, body_text: 'x', ...more })))[0]
    expect(read({})).toMatchObject({ standfirst: 'Below', repairs: [] })
    expect(read({ description_text: 'In short.' })).toMatchObject({
      standfirst: 'In short.',
      repairs: [{ message: "its second headline 'Below' was left out, for it has an introduction" }],
    })
  })

  it('NewsML 1.2', () => {
    const [item] = itemsIn(readAll('newsml', newsml1))
    expect(item).toMatchObject({
      externalId: 'afp.example:TX-1',
      version: '2',
      status: 'KILLED',
      source: { name: 'afp.example' },
    })
    expect(item && textOfBody(item.body)).toBe('ALMATY, Jan 8 (AFP) – One.\n\nTwo.')
  })

  it.each([
    [
      '1',
      {
        headline: 'H',
        body_html: '<p>x</p>',
        byline: 'By Ann Lee',
        person: [{ name: 'Bo', code: 'p1' }],
        associations: { main: { type: 'picture', renditions: { a: { href: 'https://a.example/p.jpg', width: 9 } } } },
      },
    ],
    [
      '2',
      {
        headlines: [{ role: 'main', value: 'H' }],
        bodies: [{ contenttype: 'text/html', value: '<p>x</p>' }],
        by: 'By Ann Lee',
        people: [{ name: 'Bo', uri: 'p1' }],
        associations: [{ type: 'picture', renditions: [{ href: 'https://a.example/p.jpg', width: 9 }] }],
      },
    ],
  ])('ninjs %s', (_version, item) => {
    const text = JSON.stringify({
      uri: 'urn:n',
      type: 'text',
      versionCreated: '2026-01-08T09:30:00Z',
      pubStatus: 'usable',
      language: 'en',
      ...item,
    })
    expect(detectFormat(text, null).name).toBe('ninjs')
    expect(itemsIn(readAll('ninjs', text))).toMatchObject([
      {
        externalId: 'urn:n',
        headline: 'H',
        bylines: [{ name: 'Ann Lee' }],
        tags: [{ type: 'PERSON', name: 'Bo', externalId: 'p1' }],
        media: [{ url: 'https://a.example/p.jpg' }],
        leadMedia: 0,
      },
    ])
  })

  it('what is no story is refused with its kind', () => {
    expect(refusedIn(readAll('ninjs', '{"uri":"e","type":"event"}'))[0]?.reason).toContain("'event'")
    expect(refusedIn(readAll('newsml-g2', '<packageItem guid="p"/>'))).toMatchObject([
      { externalId: 'p', reason: expect.stringContaining('package') },
    ])
  })

  it('plain text: headline, byline, standfirst before links, crossheads, lists, what is left of a page', () => {
    const text = `Skip to content\n\nGas rises again\n\nThe third time in a year.\n\n  • Why it rises https://a.example/why-it-rises\n\nALMATY, Jan 8, 2026 (AFP) - Prices rose\non Monday.\n\n– A winter of rises –\n\nNobody says why.\n\nRECOMMENDED VIDEO\n\nIT MAY INTEREST YOU\n\n • An old story\n • Another\n\nShare this article:\npicture.jpg`
    expect(detectFormat(text, 'a.txt').name).toBe('text')
    const [item] = itemsIn(readAll('text', text))
    expect(item).toMatchObject({
      ...{
        headline: 'Gas rises again',
        standfirst: 'The third time in a year.',
        source: { name: 'AFP' },
        tags: [{ type: 'PLACE', name: 'ALMATY' }],
      },
      ...{
        related: [{ headline: 'Why it rises', url: 'https://a.example/why-it-rises' }],
        publishedAt: new Date('2026-01-08'),
      },
    })
    expect(item?.body.map((block) => ('style' in block ? block.style : block._type))).toEqual([
      'normal',
      'h2',
      'normal',
      'h3',
      'normal',
      'normal',
    ])
    expect(item && textOfBody(item.body)).toBe(
      'ALMATY, Jan 8, 2026 (AFP) - Prices rose on Monday.\n\nA winter of rises\n\nNobody says why.\n\nIT MAY INTEREST YOU\n\n• An old story\n• Another',
    )
    expect(item?.repairs).toHaveLength(4)
  })

  it.each([
    ['By Ann Lee', ['Ann Lee']],
    ['BY ANN LEE AND BO WU', ['ANN LEE', 'BO WU']],
    ['Von Eva Ek', ['Eva Ek']],
    ['By the river.', []],
  ])('plain text: a line %j has its authors', (line, names) => {
    const [item] = itemsIn(readAll('text', `Gas rises again\n\n${line}\n\nPrices rose on Monday.\n`))
    expect(item?.bylines.map(({ name }) => name)).toEqual(names)
  })

  it('plain text: a list may stand right under its heading', () => {
    const text = `Gas rises\n\nPrices rose - again -\n- said the minister\n\nRecommended\n* Why it rises https://a.example/1
* Who pays (https://a.example/2)\n\nIt may interest you:\n- Oil falls https://a.example/3\n`
    const [item] = itemsIn(readAll('text', text))
    expect(item?.related.map(({ url }) => url)).toEqual([
      'https://a.example/1',
      'https://a.example/2',
      'https://a.example/3',
    ])
    expect(item && textOfBody(item.body)).toBe('Prices rose - again - - said the minister')
  })

  it.each([
    ['SPRINGFIELD, Ill. (AP) -', 'SPRINGFIELD', 'AP', null],
    ['SPRINGFIELD, Ill., March 12, 2026 (AP) -', 'SPRINGFIELD', 'AP', '2026-03-12'],
    ['Rouen, 12 mars 2026 (AFP) -', 'Rouen', 'AFP', '2026-03-12'],
    ['Hamburg (dpa/lno) -', 'Hamburg', 'dpa/lno', null],
    ['NEW YORK, March 12 (Reuters) -', 'NEW YORK', 'Reuters', null],
  ])('plain text: %s says where, who and when', (line, city, agency, day) => {
    const [item] = itemsIn(readAll('text', `Gas rises\n\n${line} Prices rose on Monday.\n`))
    expect(item).toMatchObject({ tags: [{ type: 'PLACE', name: city }], source: { name: agency } })
    expect(item?.publishedAt?.toISOString().slice(0, 10) ?? null).toBe(day)
  })

  it.each([
    ['indented', '  • An old story\n  • Another'],
    ['with lines between', '• An old story\n\n• Another'],
  ])('plain text: words over a list stand there once, also when its items are %s', (_how, list) => {
    const [item] = itemsIn(
      readAll(
        'text',
        `Gas rises again\n\nIt rose.\n\nIT MAY INTEREST YOU\n\n${list}\n\nIt fell.\n\n• A list\n• of its own\n`,
      ),
    )
    expect(item && textOfBody(item.body)).toBe(
      'It rose.\n\nIT MAY INTEREST YOU\n\n• An old story\n• Another\n\nIt fell.\n\n• A list\n• of its own',
    )
  })

  it('plain text: of stories that may be of interest those with addresses are related, others stay as a list', () => {
    const list = '• One: https://a.example/one\n• Two'
    const read = (text: string) => itemsIn(readAll('text', `Gas rises\n\nIt rose.\n\n${text}`))[0]
    const [item, inText] = [read(`Related:\n\n${list}`), read(list)]
    expect(item?.related).toEqual([{ headline: 'One', url: 'https://a.example/one' }])
    expect(item && textOfBody(item.body)).toBe('It rose.\n\nRelated:\n\n• Two')
    expect(inText?.related).toEqual([])
    expect(inText && textOfBody(inText.body)).toContain('• One: https://a.example/one\n• Two')
  })

  it.each(['- A winter -', '– A winter –', '-- A winter --', '--- A winter ---', '— A winter —'])(
    'plain text: %s is a crosshead',
    (line) => {
      const [item] = itemsIn(readAll('text', `Gas rises\n\nIt rose.\n\n${line}\n\nIt fell.\n`))
      expect(item?.body[1]).toMatchObject({ style: 'h2', children: [{ text: 'A winter' }] })
    },
  )

  it('plain text: one line is one when its name says so', () => {
    expect(detectFormat('Gas rises again', 'a.txt').name).toBe('text')
    expect(() => detectFormat('Gas rises again', 'a.bin')).toThrow('no known format')
  })

  it('e-mails: encoded words, parts, transfer encodings', () => {
    const mail = [
      ...[
        'Received: by x',
        'From: =?UTF-8?Q?Ann_L=C3=A9e?= <ann@a.example>',
        'Subject: =?koi8-r?B?8NLJ18XU?=',
        'Message-ID: <m1>',
        'Date: Thu, 8 Jan 2026 09:30:00 +0100 (CET)',
      ],
      ...[
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Caf=E9 =',
        'open.',
        '--b',
        'Content-Type: image/png; name="a.png"',
        'Content-Transfer-Encoding: base64',
        '',
        'AAAA',
        '--b--',
      ],
    ].join('\r\n')
    expect(detectFormat(mail, null).name).toBe('email')
    const [item] = itemsIn(readAll('email', mail))
    expect(item).toMatchObject({
      externalId: '<m1>',
      headline: 'Привет',
      bylines: [{ name: 'Ann Lée', email: 'ann@a.example' }],
      publishedAt: new Date('2026-01-08T08:30:00Z'),
    })
    expect(item && textOfBody(item.body)).toBe('Café open.')
    expect(item?.repairs[0]?.message).toContain('a.png')
  })

  it('ANPA and IPTC 7901', () => {
    const old =
      "\x16\x16\x01W2870\x1fasian\r\nf l BC-Gas 11-13\r\n\x02^BC-Gas,466<\n^Gas rises again<\n^By ANN LEE=\n\t   ALMATY (AP) _ ``It rose.''\n\t   Again.\n\x03"
    expect(detectFormat(old, null).name).toBe('anpa')
    const [item] = itemsIn(readAll('anpa', old))
    expect(item).toMatchObject({ headline: 'Gas rises again', bylines: [{ name: 'ANN LEE' }], source: { name: 'AP' } })
    expect(item && textOfBody(item.body)).toBe('ALMATY (AP) – “It rose.”\n\nAgain.')
    const [other] = itemsIn(
      readAll(
        'anpa',
        '\x01eca062 4 i 211 dpa 061\r\n\r\nGas/\r\n\x02Gas rises =\r\n\r\n   Almaty (dpa) - It\r\nrose.\r\n\x03',
      ),
    )
    expect(other).toMatchObject({ headline: 'Gas rises' })
  })
})

describe('a line above the headline', () => {
  const words = 'Harbour closes\n\nPORT LOUIS, May 1, 2024 (AFP) - The harbour closed.'
  const read = (text: string) => itemsIn(readAll('text', text))[0]

  it.each(['URGENT', 'Breaking news:', 'UPDATE 2 -', 'EILMELDUNG'])('%s is the kicker', (line) => {
    const kicker = line.replace(/\W+$/, '')
    expect(read(`${line}\n\n${words}`)).toMatchObject({ kicker, headline: 'Harbour closes', source: { name: 'AFP' } })
  })

  it('is the headline when it says more, or when nothing follows', () => {
    expect(read('Urgent repairs close harbour\n\nThe harbour closed.')).toMatchObject({
      ...{ kicker: null, headline: 'Urgent repairs close harbour' },
    })
    expect(read('URGENT')).toMatchObject({ kicker: null, headline: 'URGENT' })
  })
})
