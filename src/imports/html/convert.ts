import type { ImportBody, ImportMedia } from '../item.ts'
import { plainWords } from '../text/words.ts'
import { renameAmp } from './amp.ts'
import { handlers } from './elements.ts'
import { withAddressLines } from './embeds.ts'
import { type HtmlParent, HtmlTooLarge, parsePiece } from './tree.ts'
import { type HtmlOptions, topState, Walk } from './walk.ts'

/** A body made of HTML, with the media it shows and a sentence for everything that was put right or left out. */
export interface Converted {
  body: ImportBody
  media: ImportMedia[]
  notes: string[]
}

/**
 * HTML as Portable Text that `checkBody` takes, once media have ids. It never throws: HTML that is too large or nested too deep becomes
 * its words, which is noted.
 */
export function convertHtml(html: string, options: HtmlOptions): Converted {
  try {
    const tree = parsePiece(options.addressesEmbed ? withAddressLines(html) : html)
    renameAmp(tree)
    return convertTree(tree, options)
  } catch (error) {
    if (!(error instanceof HtmlTooLarge)) throw error
    return wordsOnly(html, `the body ${error.message}; only its words were kept`, options)
  }
}

/** A tree of HTML, or a part of it, as Portable Text. */
export function convertTree(tree: HtmlParent, options: HtmlOptions): Converted {
  const walk = new Walk(options, handlers)
  walk.children(tree, topState)
  const { builder } = walk
  return { body: builder.body(), media: builder.media, notes: builder.notes }
}

function wordsOnly(html: string, note: string, options: HtmlOptions): Converted {
  const walk = new Walk(options, handlers)
  walk.note(note)
  walk.text(plainWords(html) ?? '', topState)
  return { body: walk.builder.body(), media: [], notes: walk.builder.notes }
}
