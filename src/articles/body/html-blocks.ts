import type { PortableTextHtmlComponents } from '@portabletext/to-html'
import { mediaMark } from '../../media/addresses.ts'
import { presets, wholePresets } from '../../media/renditions.ts'
import { attributes, escapeHtml, wrap } from './escape.ts'
import { externalLink, storyLink } from './html-marks.ts'
import { playerUrl } from './providers.ts'
import type {
  BodyMedia,
  PublicGalleryBlock,
  PublicImageBlock,
  PublicRelatedLink,
  PublicRelatedLinksBlock,
  PublicVideoBlock,
} from './public-types.ts'
import type { EmbedBlock, EmbedProvider, KeyPointsBlock, PullquoteBlock, TableBlock, TableRow } from './types.ts'

// Names as the services write them; a name needs no translation.
const providerNames: Record<EmbedProvider, string> = {
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  x: 'X',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  telegram: 'Telegram',
  spotify: 'Spotify',
  soundcloud: 'SoundCloud',
  datawrapper: 'Datawrapper',
}

/** How each type of block but text becomes HTML. */
export const blockComponents: PortableTextHtmlComponents['types'] = {
  image: ({ value }: { value: PublicImageBlock }) => image(value.media),
  gallery: ({ value }: { value: PublicGalleryBlock }) => gallery(value),
  video: ({ value }: { value: PublicVideoBlock }) => video(value.media),
  embed: ({ value }: { value: EmbedBlock }) => embed(value),
  pullquote: ({ value }: { value: PullquoteBlock }) => pullquote(value),
  relatedLinks: ({ value }: { value: PublicRelatedLinksBlock }) => relatedLinks(value),
  table: ({ value }: { value: TableBlock }) => table(value),
  keyPoints: ({ value }: { value: KeyPointsBlock }) => keyPoints(value),
  divider: () => '<hr>',
}

function image(media: BodyMedia): string {
  const { width, height } = media
  const alt = media.alt ?? ''
  return `<figure><img${attributes({ ...sourcesOf(media), alt, width, height, loading: 'lazy' })}>${mediaCaption(media)}</figure>`
}

/** Of a picture that is kept here marks, which `fillHtmlMedia` fills when the story is read. */
function sourcesOf({ id, url, width, edition }: BodyMedia): { src: string; srcset?: string; sizes?: string } {
  if (!edition || !width) return { src: url }
  const whole = wholePresets(width)
  const srcset = whole.map((name) => `${mediaMark(id, name, edition)} ${Math.min(width, presets[name].width)}w`)
  const src = mediaMark(id, whole.includes('large') ? 'large' : (whole.at(-1) ?? 'small'), edition)
  // The widest that a column of text is on most sites; a page that knows better says so.
  return { src, srcset: srcset.join(', '), sizes: `(min-width: 800px) 800px, 100vw` }
}

function gallery({ title, images }: PublicGalleryBlock): string {
  const caption = wrap('figcaption', textOf(title))
  return `<figure class="gallery">${images.map((item) => image(item.media)).join('')}${caption}</figure>`
}

function video(media: BodyMedia): string {
  const { id, edition, width, height } = media
  const src = edition ? mediaMark(id, 'original', edition) : media.url
  const label = media.alt || null
  const player =
    media.type === 'AUDIO'
      ? `<audio${attributes({ src, 'aria-label': label })} controls preload="none"></audio>`
      : `<video${attributes({ src, width, height, 'aria-label': label })} controls preload="metadata"></video>`
  return `<figure>${player}${mediaCaption(media)}</figure>`
}

function mediaCaption({ caption, credit }: BodyMedia): string {
  const parts = [textOf(caption), wrap('small', textOf(credit))]
  return wrap('figcaption', parts.filter((part) => part !== '').join(' '))
}

function embed({ provider, url, title, caption }: EmbedBlock): string {
  const name = providerNames[provider]
  const src = playerUrl(provider, url)
  const player = src
    ? `<iframe${attributes({ src, title: title || name, loading: 'lazy' })} allowfullscreen referrerpolicy="strict-origin-when-cross-origin"></iframe>`
    : ''
  const link = externalLink(url, escapeHtml(title || name))
  const words = caption ? `${textOf(caption)} ${link}` : link
  return `<figure${attributes({ 'data-provider': provider })}>${player}<figcaption>${words}</figcaption></figure>`
}

function pullquote({ text, attribution }: PullquoteBlock): string {
  const source = wrap('figcaption', textOf(attribution))
  return `<figure class="pullquote"><blockquote><p>${textOf(text)}</p></blockquote>${source}</figure>`
}

// fillHtmlLinks reads this shape: one aside, one li for each item.
function relatedLinks({ title, items }: PublicRelatedLinksBlock): string {
  const list = items.map((item) => `<li>${relatedLink(item)}</li>`).join('')
  return `<aside class="related-links">${wrap('h2', textOf(title))}<ul>${list}</ul></aside>`
}

function relatedLink({ articleId, url, headline }: PublicRelatedLink): string {
  if (articleId) return storyLink(articleId, textOf(headline))
  return url ? externalLink(url, textOf(headline)) : textOf(headline)
}

function table({ caption, headerRows, rows }: TableBlock): string {
  const head = rows.slice(0, headerRows).map((row) => tableRow(row, '<th scope="col">', '</th>'))
  const data = rows.slice(headerRows).map((row) => tableRow(row, '<td>', '</td>'))
  const parts = [wrap('caption', textOf(caption)), wrap('thead', head.join('')), wrap('tbody', data.join(''))]
  return `<table>${parts.join('')}</table>`
}

function tableRow({ cells }: TableRow, open: string, close: string): string {
  return `<tr>${cells.map((cell) => `${open}${textOf(cell)}${close}`).join('')}</tr>`
}

function keyPoints({ title, points }: KeyPointsBlock): string {
  const list = points.map((point) => `<li>${textOf(point)}</li>`).join('')
  return `<aside class="key-points">${wrap('h2', textOf(title))}<ul>${list}</ul></aside>`
}

function textOf(text: string | null | undefined): string {
  return text ? escapeHtml(text).replaceAll('\n', '<br>') : ''
}
