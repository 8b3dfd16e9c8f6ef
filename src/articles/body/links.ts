import { escapeHtml } from './escape.ts'
import type {
  LinkTarget,
  PublicBlock,
  PublicBody,
  PublicRelatedLink,
  PublicRelatedLinksBlock,
  PublicTextBlock,
} from './public-types.ts'

/** The live stories by id (lower-case UUID). A story that is not here is not live, and its id and headline stay out. */
export type LinkTargets = ReadonlyMap<string, LinkTarget>

// What renderHtml writes. People cannot type it: their quotation marks and angle brackets come out as entities.
const storyMark = '<a href="dateline:'
const relatedSection = /<aside class="related-links">.*?<\/aside>/gs
const relatedItem = /<li><a href="dateline:([0-9a-f-]{36})">(.*?)<\/a><\/li>/gs
const textLink = /<a href="dateline:([0-9a-f-]{36})">(.*?)<\/a>/gs

/**
 * Fills the marks of `renderHtml` with the absolute addresses of live stories. A link to a story that is not live
 * becomes its text, an item of a list of links goes, and so does a list that is left empty.
 * HTML without marks comes back as it is.
 */
export function fillHtmlLinks(html: string, targets: LinkTargets): string {
  if (!html.includes(storyMark)) return html
  return html
    .replace(relatedSection, (section) => fillSection(section, targets))
    .replace(textLink, (_mark, id: string, text: string) => {
      const target = targets.get(id)
      return target ? anchor(target, text) : text
    })
}

function fillSection(section: string, targets: LinkTargets): string {
  const filled = section.replace(relatedItem, (_item, id: string, headline: string) => {
    const target = targets.get(id)
    return target ? `<li>${anchor(target, headline || escapeHtml(target.headline))}</li>` : ''
  })
  return filled.includes('<li>') ? filled : ''
}

function anchor(target: LinkTarget, html: string): string {
  return `<a href="${escapeHtml(target.url)}">${html}</a>`
}

/**
 * Fills links to stories in a body: articleRefs get `path`, items of lists of links `path` and `headline` (their own,
 * if they have one). What points to a story that is not live goes: the articleRef with its mark (the text stays), the
 * item, a list that is left empty. A body without such links comes back as it is; nothing is changed in place.
 */
export function fillBodyLinks(body: PublicBody, targets: LinkTargets): PublicBody {
  return body.some(linksToStories) ? body.flatMap((block) => fillBlock(block, targets)) : body
}

function linksToStories(block: PublicBlock): boolean {
  if (block._type === 'block') return block.markDefs?.some((def) => def._type === 'articleRef') ?? false
  return block._type === 'relatedLinks' && block.items.some((item) => item.articleId !== undefined)
}

function fillBlock(block: PublicBlock, targets: LinkTargets): PublicBlock | [] {
  if (block._type === 'block' && linksToStories(block)) return fillText(block, targets)
  return block._type === 'relatedLinks' ? fillRelated(block, targets) : block
}

function fillText(block: PublicTextBlock, targets: LinkTargets): PublicTextBlock {
  const gone = new Set<string>()
  const markDefs = block.markDefs?.flatMap((def) => {
    if (def._type !== 'articleRef') return def
    const target = targets.get(def.articleId)
    if (target) return { ...def, path: target.path }
    gone.add(def._key)
    return []
  })
  return gone.size === 0 ? { ...block, markDefs } : { ...block, markDefs, children: withoutMarks(block.children, gone) }
}

function withoutMarks(spans: PublicTextBlock['children'], gone: ReadonlySet<string>): PublicTextBlock['children'] {
  return spans.map((span) =>
    span.marks?.some((mark) => gone.has(mark))
      ? { ...span, marks: span.marks.filter((mark) => !gone.has(mark)) }
      : span,
  )
}

function fillRelated(block: PublicRelatedLinksBlock, targets: LinkTargets): PublicRelatedLinksBlock | [] {
  const items = block.items.flatMap((item): PublicRelatedLink | [] => {
    if (item.articleId === undefined) return item
    const target = targets.get(item.articleId)
    return target ? { ...item, path: target.path, headline: item.headline || target.headline } : []
  })
  return items.length > 0 ? { ...block, items } : []
}
