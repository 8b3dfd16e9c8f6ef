import { type PortableTextHtmlComponents, toHTML } from '@portabletext/to-html'
import { escapeHtml, wrap } from './escape.ts'
import { blockComponents } from './html-blocks.ts'
import { markComponents } from './html-marks.ts'
import type { PublicBlock, PublicBody, PublicTextBlock } from './public-types.ts'

// The line separator: what a newline inside a span becomes on its way through the toolkit, and then <br>.
const lineSeparator = '\u2028'

const components: Partial<PortableTextHtmlComponents> = {
  types: blockComponents,
  marks: markComponents,
  block: {
    normal: ({ children = '' }) => wrap('p', children),
    h2: ({ children = '' }) => wrap('h2', children),
    h3: ({ children = '' }) => wrap('h3', children),
    h4: ({ children = '' }) => wrap('h4', children),
    blockquote: ({ children = '' }) => wrap('blockquote', wrap('p', children)),
  },
  escapeHTML: (text) => escapeHtml(text).replaceAll(lineSeparator, '<br>'),
}

/**
 * A body as semantic HTML without scripts or styles; everything written by people is escaped. Empty paragraphs and
 * headings are left out. A link to another story is the mark `<a href="dateline:ID">…</a>`, which `fillHtmlLinks`
 * fills when the story is read.
 */
export function renderHtml(body: PublicBody): string {
  return toHTML(body.map(readyForToolkit), { components, onMissingComponent: false })
}

// The toolkit splits a span at its newlines in quadratic time, and puts the list inside a list item inside the
// item's heading, which HTML does not allow: neither reaches it.
function readyForToolkit(block: PublicBlock): PublicBlock {
  if (block._type !== 'block') return block
  const hasNewline = block.children.some((span) => span.text.includes('\n'))
  const isStyledItem = block.listItem !== undefined && block.style !== 'normal'
  if (!hasNewline && !isStyledItem) return block
  const children = block.children.map((span) => ({ ...span, text: span.text.replaceAll('\n', lineSeparator) }))
  return { ...block, style: isStyledItem ? 'normal' : block.style, children } satisfies PublicTextBlock
}
