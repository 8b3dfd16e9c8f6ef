import { describe, expect, test } from 'vitest'
import { checkBody } from '../../../src/articles/body/check.ts'
import { renderHtml } from '../../../src/articles/body/html.ts'
import { fillMedia } from '../../../src/articles/body/media.ts'
import { asset, everyBlock, imageId, linked, media, paragraph, span, storyId, videoId } from './examples.ts'
import { unsafeParts } from './scan.ts'

const html = (input: unknown, assets = media) => {
  const result = checkBody(input)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return renderHtml(fillMedia(result.body, assets))
}

describe('text as HTML', () => {
  test.each<[string, unknown, string]>([
    ['an empty body', [], ''],
    ['a paragraph', [paragraph('Words & "more"')], '<p>Words &amp; &quot;more&quot;</p>'],
    ['an empty paragraph', [paragraph('')], ''],
    ['a crosshead', [paragraph('x', { style: 'h2' })], '<h2>x</h2>'],
    ['a quotation', [paragraph('x', { style: 'blockquote' })], '<blockquote><p>x</p></blockquote>'],
    ['a newline', [paragraph('a\nb')], '<p>a<br>b</p>'],
    [
      'nested marks',
      [{ _type: 'block', children: [span('a', 'em'), span('b', 'em', 'strong')] }],
      '<p><em>a<strong>b</strong></em></p>',
    ],
    [
      'nested lists',
      [
        paragraph('a', { listItem: 'bullet' }),
        paragraph('b', { listItem: 'number', level: 2 }),
        paragraph('c', { listItem: 'bullet', style: 'h3' }),
      ],
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
    ],
    [
      'an external link',
      [linked({ _type: 'link', href: 'https://a.example/?b&c', title: 'T', rel: 'sponsored noopener' })],
      '<p>See <a href="https://a.example/?b&amp;c" title="T" rel="noopener sponsored">words</a>.</p>',
    ],
    ['a link of the site', [linked({ _type: 'link', href: '/a' })], '<p>See <a href="/a">words</a>.</p>'],
    ['a link without text', [linked({ _type: 'link', href: '/a' }, '')], '<p>See .</p>'],
    [
      'a story',
      [linked({ _type: 'articleRef', articleId: storyId })],
      `<p>See <a href="dateline:${storyId}">words</a>.</p>`,
    ],
    ['a story without text', [linked({ _type: 'articleRef', articleId: storyId }, '')], '<p>See .</p>'],
    ['a divider', [{ _type: 'divider' }], '<hr>'],
  ])('%s', (_what, input, expected) => {
    expect(html(input)).toBe(expected)
  })
})

describe('blocks as HTML', () => {
  const src = `https://media.example/${imageId}.bin`
  test.each<[string, unknown, string]>([
    [
      'an image has the words of its place',
      { _type: 'image', mediaId: imageId, alt: 'A <b>', caption: 'C' },
      `<figure><img src="${src}" alt="A &lt;b&gt;" width="1200" height="800" loading="lazy"><figcaption>C <small>own credit</small></figcaption></figure>`,
    ],
    [
      'an image can be without words',
      { _type: 'image', mediaId: imageId, alt: '', caption: '', credit: '' },
      `<figure><img src="${src}" alt="" width="1200" height="800" loading="lazy"></figure>`,
    ],
    [
      'a post is a link, not a script',
      { _type: 'embed', provider: 'x', url: 'https://x.com/a/status/1?s=1&t=2', caption: 'C' },
      '<figure data-provider="x"><figcaption>C <a href="https://x.com/a/status/1?s=1&amp;t=2" rel="noopener">X</a></figcaption></figure>',
    ],
    [
      'a YouTube video plays without cookies',
      { _type: 'embed', provider: 'youtube', url: 'https://youtu.be/dQw4w9WgXcQ', title: 'T' },
      '<figure data-provider="youtube"><iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" title="T" loading="lazy" allowfullscreen referrerpolicy="strict-origin-when-cross-origin"></iframe><figcaption><a href="https://youtu.be/dQw4w9WgXcQ" rel="noopener">T</a></figcaption></figure>',
    ],
    [
      'a pull quotation',
      { _type: 'pullquote', text: 'Q', attribution: 'A' },
      '<figure class="pullquote"><blockquote><p>Q</p></blockquote><figcaption>A</figcaption></figure>',
    ],
    [
      'a table has a head and a body',
      { _type: 'table', caption: 'C', rows: [{ cells: ['a'] }, { cells: ['<b>'] }] },
      '<table><caption>C</caption><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>',
    ],
    [
      'key points',
      { _type: 'keyPoints', title: 'T', points: ['a', 'b'] },
      '<aside class="key-points"><h2>T</h2><ul><li>a</li><li>b</li></ul></aside>',
    ],
    [
      'links leave room for the headline of a story',
      { _type: 'relatedLinks', items: [{ articleId: storyId }, { url: 'https://a.example/', headline: 'H' }] },
      `<aside class="related-links"><ul><li><a href="dateline:${storyId}"></a></li><li><a href="https://a.example/" rel="noopener">H</a></li></ul></aside>`,
    ],
  ])('%s', (_what, block, expected) => {
    expect(html([block])).toBe(expected)
  })

  test('a gallery, a video and a recording are figures', () => {
    const recording = new Map([...media, [videoId, asset(videoId, 'AUDIO')] as const])
    expect(html([{ _type: 'gallery', title: 'T', images: [{ mediaId: imageId }] }])).toMatch(
      /^<figure class="gallery"><figure><img .*<figcaption>T<\/figcaption><\/figure>$/,
    )
    expect(html([{ _type: 'video', mediaId: videoId }])).toMatch(/^<figure><video .* controls/)
    expect(html([{ _type: 'video', mediaId: videoId }], recording)).toMatch(/^<figure><audio .* controls/)
  })
})

describe('hostile words', () => {
  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</figcaption></figure><svg/onload=alert(1)>',
    '<!--<img title="--><script>alert(1)</script>">',
    '&lt;script&gt;&#60;script&#62;',
    'javascript:alert(1)',
    '\u2028<script>\u2029',
    `<a href="dateline:${storyId}">x</a>`,
  ])('%j in every text stay words', (say) => {
    const rendered = html(everyBlock(say))
    expect(unsafeParts(rendered)).toEqual([])
    expect(rendered).not.toContain('<script')
    expect(html(everyBlock('tame')).match(/<\w+/g)).toEqual(rendered.replaceAll('<br>', '').match(/<\w+/g))
  })

  test('a body of a million newlines is rendered within two seconds', () => {
    const started = performance.now()
    html(Array.from({ length: 10 }, () => paragraph('\n'.repeat(100_000))))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
