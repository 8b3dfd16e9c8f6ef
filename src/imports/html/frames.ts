import { webAddress } from '../text/addresses.ts'
import { oneLine } from '../text/words.ts'
import { embedOf, embedOfMarkup } from './embeds.ts'
import { attribute, findAll, type HtmlElement, named } from './tree.ts'
import type { Handler, Walk } from './walk.ts'

/** A page in the page: of a known service an embed, else a link. */
export function frame(name: string): Handler {
  return (walk, element, state) => {
    const address = attribute(element, name) ?? attribute(element, 'data-src')
    const page = embedOf(address)
    if (page) return walk.embed(page, null)
    const inner = findAll(element, named('embed', 'img'))
    if (inner.length > 0) return walk.children(element, state)
    const url = webAddress(address, walk.options.base)
    if (!url) return walk.note('an embedded page without an address was left out')
    walk.note(`an embedded page of ${new URL(url).hostname} was kept as a link`)
    walk.linkParagraph(url, oneLine(attribute(element, 'title')) ?? url, state)
  }
}

/** A script is left out, unless it stands for the page of a service. */
export function script(walk: Walk, element: HtmlElement) {
  const page = embedOfMarkup(element)
  if (page) walk.embed(page, null)
  else if (
    !/platform\.|embed\.js|widgets\.js|instagram|json/.test(`${attribute(element, 'src')}${attribute(element, 'type')}`)
  )
    walk.note('a script was left out')
}
