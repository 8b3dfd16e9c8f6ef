import { plainText } from '../../articles/body/text.ts'
import type { TextBlock } from '../../articles/body/types.ts'
import type { ImportBlock, ImportBody } from '../item.ts'

/** What a body may have: see `checkBody`. */
const most = { blocks: 2_000, spans: 10_000, characters: 1_000_000 }

/** A body within the bounds of `checkBody`, with what was done to it; or why that cannot be. */
export type Fitted = { body: ImportBody; notes: string[] } | { reason: string }

/**
 * Makes a body fit that has too many blocks (paragraphs that follow each other become one, with newlines) or too many spans (emphasis
 * and links of the longest paragraphs go). Nothing is cut off: one with more than 1,000,000 characters is refused.
 */
export function fitBody(body: ImportBody): Fitted {
  const characters = body.reduce((sum, block) => sum + lengthOf(block), 0)
  if (characters > most.characters)
    return { reason: `its body has ${characters} characters; a story has at most ${most.characters}` }
  const notes: string[] = []
  const joined = body.length > most.blocks ? joinParagraphs(body) : body
  if (joined.length > most.blocks)
    return { reason: `its body has ${body.length} blocks; a story has at most ${most.blocks}` }
  if (joined !== body) notes.push(`the body had ${body.length} paragraphs; some were joined`)
  const plain = spansOf(joined) > most.spans ? withoutMarks(joined) : joined
  if (plain !== joined)
    notes.push('the body had too many changes of emphasis and links; paragraphs with many of them lost theirs')
  return { body: plain, notes }
}

function lengthOf(block: ImportBlock): number {
  return block._type === 'block' ? plainText(block).length : JSON.stringify(block).length
}

function spansOf(body: ImportBody): number {
  return body.reduce((sum, block) => sum + (block._type === 'block' ? block.children.length : 0), 0)
}

/** How much text one joined paragraph may have. */
const joinedLength = 50_000

function joinParagraphs(body: ImportBody): ImportBody {
  const out: ImportBody = []
  for (const block of body) {
    const last = out.at(-1)
    if (last && isPlain(last) && isPlain(block) && lengthOf(last) + lengthOf(block) < joinedLength)
      out[out.length - 1] = {
        ...last,
        children: [{ ...firstSpan(last), text: `${plainText(last)}\n${plainText(block)}`, marks: [] }],
      }
    else out.push(block)
  }
  return out
}

/** A paragraph that loses nothing when it is joined. */
function isPlain(block: ImportBlock): block is TextBlock {
  return block._type === 'block' && block.style === 'normal' && !block.listItem && !block.markDefs?.length
}

function withoutMarks(body: ImportBody): ImportBody {
  return body.map((block) => {
    if (block._type !== 'block' || block.children.length < 4) return block
    const { markDefs: _links, ...rest } = block
    const text = plainText(block)
    const pieces = text.match(/[\s\S]{1,90000}/g) ?? []
    return { ...rest, children: pieces.map((piece, i) => ({ _type: 'span' as const, _key: `s${i}`, text: piece })) }
  })
}

function firstSpan(block: TextBlock) {
  return block.children[0] ?? { _type: 'span' as const, _key: 's0', text: '' }
}
