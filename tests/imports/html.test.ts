import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertHtml } from '../../src/imports/html/convert.ts'
import { withAddressLines } from '../../src/imports/html/embeds.ts'
import { expandShortcodes } from '../../src/imports/html/shortcodes.ts'
import { bodyFaults, textOfBody } from './reading.ts'

const base = 'https://old.example/2020/story/'
const convert = (html: string, more = {}) => convertHtml(html, { base, ...more })
const shape = (html: string, more = {}) =>
  convert(html, more).body.map((block) =>
    block._type === 'block'
      ? `${block.listItem ? `${block.listItem}${block.level}` : block.style}: ${block.children.map(({ text }) => text).join('|')}`
      : block._type,
  )

describe('HTML as Portable Text', () => {
  it.each([
    ['<p>One</p><p>Two</p>', ['normal: One', 'normal: Two']],
    ['loose words <p>and more</p> after', ['normal: loose words', 'normal: and more', 'normal: after']],
    ['<h1>A</h1><h2>B</h2><h3>C</h3><h5>D</h5>', ['h2: A', 'h2: B', 'h3: C', 'h4: D']],
    ['<p>a<br>b<br><br>c</p>', ['normal: a\nb', 'normal: c']],
    ['<p>  much \n  white\t space </p><p>&nbsp;</p><p></p>', ['normal: much white space']],
    [
      '<ul><li>one<ol><li>two</li></ol></li><li><p>three</p><p>four</p></li></ul>',
      ['bullet1: one', 'number2: two', 'bullet1: three\nfour'],
    ],
    ['<blockquote><p>q</p><p>r</p></blockquote>', ['blockquote: q', 'blockquote: r']],
    ['<p>a <b>b <i>c</i></b></p>', ['normal: a |b |c']],
    ['<hr>', ['divider']],
    ['<pre>a\n  b</pre>', ['normal: a\n  b']],
    ['<dl><dt>t</dt><dd>d</dd></dl>', ['normal: t', 'normal: d']],
    ['<table><tr><td><p>only</p><p>layout</p></td></tr></table>', ['normal: only', 'normal: layout']],
    ['<script>alert(1)</script><style>p{}</style><p>x</p>', ['normal: x']],
    ['<my-box><p>in a box</p></my-box>', ['normal: in a box']],
    ['<p>🇰🇿 <span dir="rtl">مرحبا</span></p>', ['normal: 🇰🇿 مرحبا']],
    ['', []],
  ])('%s', (html, blocks) => expect(shape(html)).toEqual(blocks))

  it('links are made absolute, and unsafe ones lose their address but not their words', () => {
    const { body, notes } = convert('<p><a href="../b" title="B">b</a> <a href="javascript:alert(1)">c</a></p>')
    expect(body[0]).toMatchObject({ markDefs: [{ href: 'https://old.example/2020/b', title: 'B' }] })
    expect(textOfBody(body)).toBe('b c')
    expect(notes.join()).toContain('javascript:alert(1)')
  })

  it('figures give pictures with captions and credits, once each', () => {
    const { body, media } = convert(
      '<figure><img src="/a.jpg" alt="A" width="800"><noscript><img src="/a.jpg"></noscript><figcaption>The road. <span class="credit">Ann</span></figcaption></figure>',
    )
    expect(body).toMatchObject([{ _type: 'image', mediaIndex: 0 }])
    expect(media).toMatchObject([
      { url: 'https://old.example/a.jpg', alt: 'A', caption: 'The road.', credit: 'Ann', width: 800 },
    ])
  })

  it('pictures that are inside the page, or only count readers, are left out', () => {
    const { media, notes } = convert(
      '<img src="data:image/png;base64,AAAA"><img src="https://count.example/x.gif" width="1" height="1">',
    )
    expect(media).toEqual([])
    expect(notes.join()).toContain('data:image/png')
  })

  it('galleries stay together', () => {
    const { body, media } = convert(
      '<figure class="wp-block-gallery"><figure><img src="/1.jpg"></figure><figure><img src="/2.jpg"></figure></figure>',
    )
    expect(body).toMatchObject([{ _type: 'gallery', images: [{ mediaIndex: 0 }, { mediaIndex: 1 }] }])
    expect(media).toHaveLength(2)
  })

  it.each([
    '<figure class="wp-block-gallery"><figure><img src="/1.jpg"><figcaption>One</figcaption></figure><figure><img src="/2.jpg"></figure></figure>',
    '<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li><figure><img src="/1.jpg"><figcaption>One</figcaption></figure></li><li><img src="/2.jpg"></li></ul></figure>',
    '<div class="gallery gallery-columns-3"><dl class="gallery-item"><dt><img src="/1.jpg"><noscript><img src="/1.jpg"></noscript></dt><dd class="wp-caption-text">One</dd></dl><dl class="gallery-item"><dt><img src="/2.jpg"></dt></dl></div>',
  ])('pictures of a gallery keep their captions: %s', (html) => {
    const { body } = convert(html)
    expect(body).toEqual([
      expect.objectContaining({
        images: [
          { _key: expect.anything(), mediaIndex: 0, caption: 'One' },
          { _key: expect.anything(), mediaIndex: 1 },
        ],
      }),
    ])
  })

  it('a picture that is shown twice has the caption of each place', () => {
    const shown = (caption: string) => `<figure><img src="/1.jpg"><figcaption>${caption}</figcaption></figure>`
    const { body, media } = convert(
      `${shown('A')}${shown('B')}<div class="wp-block-gallery">${shown('C')}${shown('D')}</div>`,
    )
    expect(media).toHaveLength(1)
    expect(body).toMatchObject([{ caption: 'A' }, { caption: 'B' }, { images: [{ caption: 'C' }, { caption: 'D' }] }])
  })

  it('a file keeps its name apart from its button, and a code block its caption', () => {
    const file = '<a href="/a.pdf">Report</a><a href="/a.pdf" class="wp-block-file__button" download>Download</a>'
    expect(textOfBody(convert(`<div class="wp-block-file">${file}</div>`).body)).toBe('Report Download')
    const code = '<figure class="kg-code-card"><pre><code>a = 1</code></pre><figcaption>How</figcaption></figure>'
    expect(textOfBody(convert(code).body)).toBe('a = 1\n\nHow')
  })

  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe>',
      'youtube',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    ['<iframe src="//player.vimeo.com/video/76979871"></iframe>', 'vimeo', 'https://vimeo.com/76979871'],
    [
      '<blockquote class="twitter-tweet"><p>hi</p><a href="https://twitter.com/a/status/20">now</a></blockquote>',
      'x',
      'https://twitter.com/a/status/20',
    ],
    [
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/dQw4w9WgXcQ\n</div></figure>',
      'youtube',
      'https://youtu.be/dQw4w9WgXcQ',
    ],
    [
      '<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="durov/7"></script>',
      'telegram',
      'https://t.me/durov/7',
    ],
  ])('an embed of a known service is its provider and page: %s', (html, provider, url) => {
    expect(convert(html).body).toMatchObject([{ _type: 'embed', provider, url }])
  })

  it('a page of an unknown service is kept as a link, and that is said', () => {
    const { body, notes } = convert('<iframe src="https://maps.example/x" title="A map"></iframe>')
    expect(textOfBody(body)).toBe('A map')
    expect(notes.join()).toContain('maps.example')
  })

  it('tables keep their rows, spans leave empty cells, captions stay', () => {
    const { body } = convert(
      '<table><caption>C</caption><thead><tr><th>A<th>B</tr></thead><tr><td rowspan=2>x<td>1<tr><td>2</table>',
    )
    expect(body).toMatchObject([
      { caption: 'C', headerRows: 1, rows: [{ cells: ['A', 'B'] }, { cells: ['x', '1'] }, { cells: ['', '2'] }] },
    ])
  })

  it('pull quotations have their source apart', () => {
    const [block] = convert(
      '<figure class="wp-block-pullquote"><blockquote><p>We will.</p><cite>Ann</cite></blockquote></figure>',
    ).body
    expect(block).toMatchObject({ _type: 'pullquote', text: 'We will.', attribution: 'Ann' })
  })

  it('in the classic editor blank lines are paragraphs', () => {
    expect(shape('one\n\ntwo\nthree', { linesCount: true })).toEqual(['normal: one', 'normal: two\nthree'])
  })

  it.each([
    ['one\n<b>two</b>\nthree', ['normal: one\n|two|\nthree']],
    ['one<br>\ntwo', ['normal: one\ntwo']],
    ['one\n<!--more-->\ntwo\n<p>three</p>\n', ['normal: one\ntwo', 'normal: three']],
  ])('a newline there is one line break, whatever stands beside it: %j', (html, blocks) =>
    expect(shape(html, { linesCount: true })).toEqual(blocks),
  )

  it.each([
    ['One\nhttps://youtu.be/dQw4w9WgXcQ\ntwo', ['normal: One', 'embed', 'normal: two']],
    ['One\r\n\r\n https://youtu.be/dQw4w9WgXcQ \r\n\r\ntwo', ['normal: One', 'embed', 'normal: two']],
    ['https://vimeo.com/76979871', ['embed']],
    ['<b>One\nhttps://x.com/a/status/20\ntwo</b>', ['normal: One', 'embed', 'normal: two']],
    ['One <b>two</b>\nhttps://www.youtube.com/watch?a=b&amp;v=dQw4w9WgXcQ', ['normal: One |two', 'embed']],
    ['Look: https://youtu.be/dQw4w9WgXcQ', ['normal: Look: https://youtu.be/dQw4w9WgXcQ']],
    ['https://youtu.be/dQw4w9WgXcQ it is', ['normal: https://youtu.be/dQw4w9WgXcQ it is']],
    ['<b>See</b> https://youtu.be/dQw4w9WgXcQ', ['normal: See| https://youtu.be/dQw4w9WgXcQ']],
    ['<a title="\nhttps://youtu.be/dQw4w9WgXcQ\n" href="/x">One</a>', ['normal: One']],
    ['https://old.example/a?b=1&c=2', ['normal: https://old.example/a?b=1&c=2']],
  ])(
    'in the classic editor an address that has a line for itself is an embed when it is of a service: %j',
    (html, blocks) => expect(shape(html, { linesCount: true, addressesEmbed: true })).toEqual(blocks),
  )

  it('one of no service stays where it is, as a link', () => {
    const { body } = convert('One\nhttps://a.example/b?c=1&amp;d=2\ntwo', { linesCount: true, addressesEmbed: true })
    expect(textOfBody(body)).toBe('One\nhttps://a.example/b?c=1&d=2\ntwo')
    expect(body).toMatchObject([{ markDefs: [{ href: 'https://a.example/b?c=1&d=2' }] }])
  })

  it.each(['<', '<a', 'https://a.example/', '\nhttps://a.example/ ', '"\n'])(
    'addresses are looked for in a time that grows with the text: %j',
    (piece) => {
      const startedAt = performance.now()
      withAddressLines(piece.repeat(1_000_000 / piece.length))
      expect(performance.now() - startedAt).toBeLessThan(5_000)
    },
  )

  it('shortcodes become what they stand for; others stay, and are noted', () => {
    const notes: string[] = []
    const html = expandShortcodes(
      '[caption width="9"]<img src="/a.jpg"> Words[/caption] [youtube https://youtu.be/dQw4w9WgXcQ] [contact-form to="a"] [[gallery]] [sic]',
      new Map(),
      (note) => notes.push(note),
    )
    expect(shape(html, { addressesEmbed: true })).toEqual([
      'image',
      'embed',
      'normal: [contact-form to="a"] [gallery] [sic]',
    ])
    expect(notes).toEqual(['the shortcode [contact-form] is not known and was kept as text'])
  })

  it('the layout of page builders goes, and what is in it is read, as it is in what is not known', () => {
    const notes: string[] = []
    const html = expandShortcodes(
      `[vc_row][vc_column width="1/2"][vc_column_text]One.[/vc_column_text][vc_custom_heading text="Head"]
[box color="red"][caption]<img src="/a.jpg"> Words[/caption][/box][/vc_column][/vc_row]
[et_pb_section fb_built="1"][et_pb_image src="/b.jpg" alt="B"][/et_pb_image][et_pb_text]<p>Two.</p>[/et_pb_text][/et_pb_section]`,
      new Map(),
      (note) => notes.push(note),
    )
    const { body, media } = convert(html, { linesCount: true })
    expect(textOfBody(body)).toBe('One.\n\nHead\n\n[box color="red"]\n\n[/box]\n\nTwo.')
    expect(media.map(({ url, alt }) => [url, alt])).toEqual([
      ['https://old.example/a.jpg', null],
      ['https://old.example/b.jpg', 'B'],
    ])
    expect([...new Set(notes)]).toEqual([
      'the layout of a page builder was left out; what is in it was kept',
      'the shortcode [box] is not known and was kept as text',
    ])
  })

  it('words that are quoted keep their quotation marks', () =>
    expect(shape('<p>He said <q>no</q>.</p>')).toEqual(['normal: He said “no”.']))

  it('a picture that counts readers is told of as that', () =>
    expect(convert('<p>x<img src="https://a.example/c.gif" width="1" height="1"></p>').notes).toEqual([
      'a picture of one pixel, which counts readers, was left out',
    ]))

  it('the sound of Ghost has its title, and neither it nor a file what their players show', () => {
    const sound = `<div class="kg-card kg-audio-card"><img src="" alt="audio-thumbnail" class="kg-audio-thumbnail kg-audio-hide"><div class="kg-audio-player-container"><audio src="/a.mp3"></audio><div class="kg-audio-title">The talk</div><div class="kg-audio-player"><button>1&#215;</button><span>0:00</span><div>/<span>120.5</span></div></div></div></div>`
    const file = `<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="/a.pdf"><div class="kg-file-card-title">Report</div><div class="kg-file-card-metadata"><div>a.pdf</div><div>1 MB</div></div></a></div>`
    const { body, media, notes } = convert(sound + file)
    expect(body).toMatchObject([
      { _type: 'video', caption: 'The talk' },
      { _type: 'block', children: [{ text: 'Report' }] },
    ])
    expect(media).toMatchObject([{ type: 'AUDIO', url: 'https://old.example/a.mp3' }])
    expect(notes).toEqual([])
  })

  it.each([
    ['[youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ]', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    [
      '[youtube=https://www.youtube.com/watch?v=dQw4w9WgXcQ&w=640]',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&w=640',
    ],
    ['[youtube="https://www.youtube.com/watch?v=dQw4w9WgXcQ"]', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['[youtube dQw4w9WgXcQ w=640]', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['[embed src=https://www.youtube.com/watch?v=dQw4w9WgXcQ /]', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['[vimeo 123456 w=500]', 'https://vimeo.com/123456'],
  ])('%s is an embed of the whole address', (shortcode, url) => {
    const html = expandShortcodes(`Words ${shortcode} more`, new Map(), () => undefined)
    const { body } = convert(html, { addressesEmbed: true, linesCount: true })
    expect(body.filter(({ _type }) => _type === 'embed')).toMatchObject([{ provider: expect.any(String), url }])
    expect(body).toHaveLength(3)
  })

  it.each([
    ['[audio https://old.example/b.mp3?a=1]', 'AUDIO', 'https://old.example/b.mp3?a=1'],
    ['[video https://old.example/b.mp4 width="9"]', 'VIDEO', 'https://old.example/b.mp4'],
  ])('%s is its file', (shortcode, type, url) => {
    const { media } = convert(expandShortcodes(shortcode, new Map(), () => undefined))
    expect(media).toMatchObject([{ type, url }])
  })

  it.each([
    ['200,000 nested tags', `${'<div>'.repeat(200_000)}words`],
    ['nested formatting', '<b><i><a href=x>'.repeat(50_000)],
    ['a line of 1 MB', `<p>${'x'.repeat(1_000_000)}</p>`],
    ['unclosed everything', '<table><tr><td><ul><li><blockquote><figure><a href="'.repeat(300)],
  ])('hostile HTML gives a body or is cut to its words: %s', (_title, html) => {
    const { body } = convert(html)
    expect(Array.isArray(body)).toBe(true)
  })

  it('whatever it is made of, the body passes the check of the house', () => {
    const tag = fc.constantFrom(
      ...'p div b em a ul ol li h1 h3 blockquote figure img table tr td th pre br hr iframe dl dt span figcaption video'.split(
        ' ',
      ),
    )
    const attributes = fc.constantFrom(
      '',
      ' href="https://a.example/x"',
      ' href="java\nscript:x"',
      ' src="/a.jpg"',
      ' class="wp-block-pullquote"',
      ' src="https://youtu.be/dQw4w9WgXcQ"',
      ' colspan="3" rowspan="0"',
    )
    const piece = fc.oneof(
      fc.tuple(tag, attributes).map(([name, more]) => `<${name}${more}>`),
      tag.map((name) => `</${name}>`),
      fc.string(),
      fc.constantFrom('words ', '&amp;', '&nbsp;', '\u0000', '<!-- wp:x /-->', '[caption]', '\n\n'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, linesCount) => {
        expect(bodyFaults(convert(pieces.join(''), { linesCount, addressesEmbed: linesCount }).body)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
