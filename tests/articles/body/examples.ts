import type { BodyMedia, LinkTarget } from '../../../src/articles/body/public-types.ts'

/** Ids, assets and bodies that the tests of the body share. */
export const storyId = '01890a5d-ac96-774b-bcce-b302099a8057'
export const goneId = '01890a5d-ac96-774b-bcce-b302099a8058'
export const imageId = '01890a5d-ac96-774b-bcce-b302099a8059'
export const videoId = '01890a5d-ac96-774b-bcce-b302099a805a'

export const target: LinkTarget = {
  path: '/world/almaty',
  headline: 'Almaty & <after>',
  url: 'https://news.example/world/almaty?a=1&b=2',
}
export const targets = new Map([[storyId, target]])

export const asset = (id: string, type: BodyMedia['type'], words: Partial<BodyMedia> = {}): BodyMedia => ({
  id,
  type,
  url: `https://media.example/${id}.bin`,
  mimeType: 'application/octet-stream',
  width: 1200,
  height: 800,
  durationSeconds: null,
  alt: 'own alt',
  caption: 'own caption',
  credit: 'own credit',
  focalPoint: null,
  ...words,
})
export const media = new Map([
  [imageId, asset(imageId, 'IMAGE')],
  [videoId, asset(videoId, 'VIDEO')],
])

export const span = (text: string, ...marks: string[]) => ({ _type: 'span', text, marks })
export const paragraph = (text: string, more: object = {}) => ({ _type: 'block', children: [span(text)], ...more })
export const linked = (markDef: object, text = 'words') => ({
  _type: 'block',
  children: [span('See '), span(text, 'a'), span('.')],
  markDefs: [{ _key: 'a', ...markDef }],
})

/** One block of each type and form; `say` is put wherever people write. */
export const everyBlock = (say: string) => [
  paragraph(say),
  ...['h2', 'h3', 'h4', 'blockquote'].map((style) => paragraph(say, { style })),
  paragraph(say, { listItem: 'bullet' }),
  paragraph(say, { listItem: 'number', level: 2 }),
  { _type: 'block', children: [span(say, 'strong', 'em', 'underline', 'strike-through', 'code', 'sub', 'sup')] },
  linked({ _type: 'link', href: 'https://example.org/', title: say, rel: 'nofollow' }, say),
  linked({ _type: 'articleRef', articleId: storyId }, say),
  { _type: 'image', mediaId: imageId, alt: say, caption: say, credit: say },
  { _type: 'gallery', title: say, images: [{ mediaId: imageId, alt: say, caption: say, credit: say }] },
  { _type: 'video', mediaId: videoId, caption: say, credit: say },
  { _type: 'embed', provider: 'youtube', url: 'https://youtu.be/dQw4w9WgXcQ', title: say, caption: say },
  { _type: 'embed', provider: 'x', url: 'https://x.com/a/status/1', title: say, caption: say },
  { _type: 'pullquote', text: say, attribution: say },
  {
    _type: 'relatedLinks',
    title: say,
    items: [
      { articleId: storyId },
      { articleId: storyId, headline: say },
      { url: 'https://a.example/', headline: say },
    ],
  },
  { _type: 'table', caption: say, rows: [{ cells: [say, ''] }, { cells: ['', say] }] },
  { _type: 'keyPoints', title: say, points: [say] },
  { _type: 'divider' },
]
