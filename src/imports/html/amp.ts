import { attribute, elementsIn, type HtmlElement, type HtmlNode, type HtmlParent, isElement } from './tree.ts'

/** Elements of AMP that are one of HTML by another name. Source: https://amp.dev/documentation/components/ */
const same: Record<string, string> = {
  ...{ 'amp-img': 'img', 'amp-anim': 'img', 'amp-iframe': 'iframe', 'amp-video': 'video', 'amp-audio': 'audio' },
  ...{ 'amp-carousel': 'div', 'amp-base-carousel': 'div', 'amp-lightbox-gallery': 'div', 'amp-accordion': 'div' },
}

/** Those that show a page of a service, and its address by what they call it. */
const services: Record<string, [attribute: string, address: (name: string) => string]> = {
  'amp-youtube': ['data-videoid', (id) => `https://www.youtube.com/watch?v=${id}`],
  'amp-vimeo': ['data-videoid', (id) => `https://vimeo.com/${id}`],
  'amp-twitter': ['data-tweetid', (id) => `https://x.com/i/status/${id}`],
  'amp-instagram': ['data-shortcode', (id) => `https://www.instagram.com/p/${id}/`],
  'amp-facebook': ['data-href', (href) => href],
  'amp-tiktok': ['data-src', (src) => (/^\d+$/.test(src) ? `https://www.tiktok.com/@/video/${src}` : src)],
  'amp-soundcloud': ['data-trackid', (id) => `https://api.soundcloud.com/tracks/${id}`],
}

/** Gives the elements of AMP in a tree the names that they have in HTML. */
export function renameAmp(parent: HtmlParent): void {
  const rest = elementsIn(parent)
  for (let element = rest.pop(); element; element = rest.pop()) {
    const inside = elementsIn(element)
    if (element.tagName.startsWith('amp-')) renamed(element)
    rest.push(...inside)
  }
}

function renamed(element: HtmlElement) {
  const [name, address] = services[element.tagName] ?? []
  const value = name ? attribute(element, name) : null
  const tag = value ? 'iframe' : same[element.tagName]
  if (!tag) return
  if (value && address) element.attrs.push({ name: 'src', value: address(value) })
  element.nodeName = tag
  element.tagName = tag
  if (tag === 'img') emptied(element)
}

/** What stands in a picture that was not closed comes behind it, but not what is shown until it is there. */
function emptied(element: HtmlElement) {
  const parent = element.parentNode
  const behind = element.childNodes.filter((node: HtmlNode) => !isElement(node) || node.tagName !== 'noscript')
  element.childNodes = []
  if (!parent) return
  for (const node of behind) node.parentNode = parent
  parent.childNodes.splice(parent.childNodes.indexOf(element) + 1, 0, ...behind)
}
