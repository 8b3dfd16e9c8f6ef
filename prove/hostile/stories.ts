/** Gives the words for one place of a story, a tag and so on: words for everybody, or a canary among them. */
export type Say = (where: string) => string

/** Ids of what a story names. */
export interface References {
  authorId: string
  /** Null: none. Sections are public as soon as there are any. */
  sectionId: string | null
  tagIds: string[]
  imageId: string
  videoId: string
  /** Stories that it links to; those that are not live must not show. */
  linked: string[]
}

/** A story with words in every field that has any. `name`: what it is, for whoever reads of a leak. */
export function storyWith(say: Say, name: string, references: References): Record<string, unknown> {
  const words = (field: string) => say(`${field} of ${name}`)
  const { authorId, sectionId, tagIds, imageId, videoId, linked } = references
  return {
    headline: words('headline'),
    slug: slugOf(words('slug')),
    kicker: words('kicker'),
    standfirst: words('standfirst'),
    body: bodyWith(words, references),
    bylines: [{ authorId, role: words('role'), displayName: words('printed name') }],
    ...{ sectionId, tagIds },
    leadMedia: { mediaId: imageId, alt: words('alt'), caption: words('caption'), credit: words('credit') },
    recommendedVideoId: videoId,
    related: [
      ...linked.map((articleId) => ({ articleId, headline: words('related headline') })),
      { url: urlOf(words('related url')), headline: words('related link') },
    ],
    source: { name: words('source'), url: urlOf(words('source url')), externalId: words('source id') },
    canonicalUrl: urlOf(words('canonical url')),
  }
}

/** A body with every kind of block. `words` gives those of a field. */
export function bodyWith(
  words: Say,
  { imageId, videoId, linked }: Pick<References, 'imageId' | 'videoId' | 'linked'>,
): object[] {
  const references = linked.map((articleId, n) => ({ _type: 'articleRef', _key: `to${n}`, articleId }))
  const link = { _type: 'link', _key: 'out', href: urlOf(words('link')), title: words('link title') }
  const marked = [link, ...references].map(({ _key }) => ({
    _type: 'span',
    text: `${words('linked words')} `,
    marks: [_key],
  }))
  return [
    {
      _type: 'block',
      style: 'normal',
      children: [{ _type: 'span', text: words('text'), marks: [] }, ...marked],
      markDefs: [link, ...references],
    },
    { _type: 'block', style: 'h2', children: [{ _type: 'span', text: words('crosshead'), marks: [] }] },
    {
      _type: 'image',
      mediaId: imageId,
      alt: words('image alt'),
      caption: words('image caption'),
      credit: words('image credit'),
    },
    { _type: 'gallery', title: words('gallery'), images: [{ mediaId: imageId, caption: words('gallery caption') }] },
    { _type: 'video', mediaId: videoId, caption: words('video caption') },
    {
      _type: 'embed',
      provider: 'youtube',
      url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      title: words('embed'),
      caption: words('embed caption'),
    },
    { _type: 'pullquote', text: words('quotation'), attribution: words('who said it') },
    {
      _type: 'relatedLinks',
      title: words('links'),
      items: [
        ...linked.map((articleId) => ({ articleId })),
        { url: urlOf(words('links url')), headline: words('links headline') },
      ],
    },
    {
      _type: 'table',
      caption: words('table'),
      headerRows: 1,
      rows: [{ cells: [words('cell')] }, { cells: [words('cell')] }],
    },
    { _type: 'keyPoints', title: words('key points'), points: [words('key point')] },
    { _type: 'divider' },
  ]
}

/** A post of a live blog. */
export function postWith(say: Say, name: string, references: References): Record<string, unknown> {
  const words = (field: string) => say(`${field} of ${name}`)
  const { authorId } = references
  return {
    title: words('title'),
    body: bodyWith(words, references),
    bylines: [{ authorId, displayName: words('printed name') }],
    ...{ isKeyEvent: true, isPinned: true },
  }
}

/** A slug of words. */
export function slugOf(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

/** An address of another site that has words in it. */
export function urlOf(words: string): string {
  return `https://elsewhere.example/${slugOf(words)}`
}
