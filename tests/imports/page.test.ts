import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../src/imports/formats.ts'
import { itemsIn, readAll, refusedIn, textOfBody } from './reading.ts'

const sentence = 'The price of gas rose again on Monday, the third time in a year, and ministers said nothing. '
const paragraphs = [1, 2, 3, 4].map((n) => `<p>Paragraph ${n}. ${sentence.repeat(3)}</p>`).join('')
const menu = `<ul class="menu">${'<li><a href="/x">Another section of the site</a></li>'.repeat(30)}</ul>`

const page = (
  head: string,
  more = '',
) => `<!doctype html><html lang="en-gb"><head><title>Gas rises again, and nobody says why | The Meridian</title>${head}</head>
<body><header class="site-header">${menu}</header><main><article class="story"><h1>Gas rises again, and nobody says why</h1>
<p class="byline">By Ann Lee</p>${paragraphs}${more}</article></main><aside class="sidebar">${menu}</aside><footer>© The Meridian</footer></body></html>`

const read = (html: string) => itemsIn(readAll('html', html, { baseUrl: 'https://a.example/2026/gas-rises-again' }))

describe('saved web pages', () => {
  it('are known by their content', () => expect(detectFormat(page(''), null).name).toBe('html'))

  it('give the story without menus, with what the page says of it', () => {
    const [item] = read(
      page(
        '<meta property="article:published_time" content="2026-01-08T09:30:00+01:00"><meta property="og:image" content="/lead.jpg"><meta name="description" content="In short.">',
      ),
    )
    expect(item).toMatchObject({
      ...{ headline: 'Gas rises again, and nobody says why', locale: 'en-GB', standfirst: 'In short.' },
      ...{ bylines: [{ name: 'Ann Lee' }], publishedAt: new Date('2026-01-08T08:30:00Z') },
      ...{ media: [{ url: 'https://a.example/lead.jpg' }], leadMedia: 0, formerPaths: ['/2026/gas-rises-again'] },
    })
    const text = item ? textOfBody(item.body) : ''
    expect(text).toContain('Paragraph 4.')
    expect(text).not.toMatch(/Another section|The Meridian/)
  })

  it.each([
    ['Gas rises | The Steppe', 'Gas rises'],
    ['The Steppe – Gas rises', 'Gas rises'],
    ['The Steppe', 'The Steppe'],
    ['Gas rises in The Steppe', 'Gas rises in The Steppe'],
  ])('of which the title %j has the name of the site, are called %j', (title, headline) => {
    const html = `<!doctype html><html><head><title>${title}</title><meta property="og:site_name" content="The Steppe"></head>
<body><article><h1>Gas</h1><p>${'Words of a long story, with commas, and more of them. '.repeat(20)}</p></article></body></html>`
    expect(itemsIn(readAll('html', html))[0]?.headline).toBe(headline)
  })

  it('linked data goes before meta elements', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Data &amp; headline',
          author: [{ name: 'Bo Wu' }, { name: 'Cy Po' }],
          datePublished: '2026-02-01',
          keywords: 'a, b',
          articleSection: 'World',
        },
      ],
    }
    const [item] = read(
      page(`<meta name="author" content="Else"><script type="application/ld+json">${JSON.stringify(data)}</script>`),
    )
    expect(item).toMatchObject({
      headline: 'Data & headline',
      bylines: [{ name: 'Bo Wu' }, { name: 'Cy Po' }],
      publishedAt: new Date('2026-02-01'),
      section: { name: 'World' },
      tags: [{ name: 'a' }, { name: 'b' }],
    })
  })

  it('linked data may name its people elsewhere in the page, and the page by its main thing', () => {
    const data = [
      { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' },
      {
        ...{ '@type': 'NewsArticle', headline: 'Data', mainEntityOfPage: { '@id': 'https://b.example/2026/data' } },
        ...{
          author: [{ '@id': '#ann' }, { '@id': '#bo', name: 'Bo Wu' }, { '@id': '#nobody' }],
          isAccessibleForFree: false,
        },
        image: { '@type': 'ImageObject', contentUrl: 'https://b.example/lead.jpg' },
      },
    ]
    const [item] = read(page(`<script type="application/ld+json">${JSON.stringify({ '@graph': data })}</script>`))
    expect(item).toMatchObject({
      ...{ bylines: [{ name: 'Ann Lee' }, { name: 'Bo Wu' }], media: [{ url: 'https://b.example/lead.jpg' }] },
      ...{ externalId: 'https://b.example/2026/data', leadMedia: 0 },
    })
    expect(item?.repairs.map(({ message }) => message)).toEqual([
      'the page says that not everybody may read all of it; what was saved may be a part',
    ])
  })

  it('what is marked as the headline is one', () => {
    const html = page('').replace('<h1>Gas rises again', '<h1 itemprop="headline">Gas rises <b>again</b>')
    const [item] = read(html.replace('<title>Gas rises again, and nobody says why', '<title>Gas'))
    expect(item?.headline).toBe('Gas rises again, and nobody says why')
  })

  it('AMP has the elements of HTML by other names', () => {
    const more = `<amp-img src="/a.jpg" alt="A" width="9" height="9"><noscript><img src="/a.jpg"></noscript></amp-img>
<amp-youtube data-videoid="dQw4w9WgXcQ"></amp-youtube><amp-twitter data-tweetid="20"></amp-twitter>
<amp-carousel><amp-img src="/b.jpg">${paragraphs}</amp-carousel>`
    const [item] = read(page('', more))
    expect(item?.media.map(({ url }) => url)).toEqual(['https://a.example/a.jpg', 'https://a.example/b.jpg'])
    expect(item?.body.flatMap((block) => (block._type === 'embed' ? block.url : []))).toEqual([
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'https://x.com/i/status/20',
    ])
    expect(item && textOfBody(item.body).split('Paragraph 4.')).toHaveLength(3)
    expect(item?.repairs).toEqual([])
  })

  it('links to other stories of the site are related', () => {
    const [item] = read(
      page(
        '',
        '<p>See <a href="/2026/why-prices-rise">why prices rise every winter</a>, <a href="https://b.example/2026/another">what others say about it</a>.</p>',
      ),
    )
    expect(item?.related).toEqual([
      { headline: 'why prices rise every winter', url: 'https://a.example/2026/why-prices-rise' },
    ])
  })

  it.each([
    ['nothing', '<html></html>', 'no readable story'],
    ['200,000 nested tags', `<html>${'<div>'.repeat(200_000)}`, 'nested more than'],
  ])('a page of %s is refused', (_title, html, reason) => {
    expect(refusedIn(readAll('html', html))[0]?.reason).toContain(reason)
  })
})
