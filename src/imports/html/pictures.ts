import type { ImportMedia } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { cutText, oneLine } from '../text/words.ts'
import { attribute, elementsIn, type HtmlElement } from './tree.ts'

/** Media of nothing but an address. */
export function bareMedia(type: ImportMedia['type'], url: string): ImportMedia {
  return {
    ...{ type, url, externalId: null, alt: null, caption: null, credit: null },
    ...{ mimeType: null, width: null, height: null, durationSeconds: null },
  }
}

const lazy = [
  'data-orig-file',
  'data-large-file',
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-full-url',
  'data-hi-res-src',
]

/** A picture as its element says; null for one that is not to be had: inside the page, a tracking pixel, a broken address. */
export function pictureOf(image: HtmlElement, base: string | null): ImportMedia | null {
  if (isPixel(image)) return null
  const [width, height] = [sizeOf(image, 'width'), sizeOf(image, 'height')]
  const url = addressOf(image, base)
  if (!url) return null
  const post = /\bwp-image-(\d+)\b/.exec(attribute(image, 'class') ?? '')?.[1] ?? attribute(image, 'data-id')
  const alt = oneLine(attribute(image, 'alt'))
  return { ...bareMedia('IMAGE', url), externalId: post ?? null, alt: alt && cutText(alt, 1_000), width, height }
}

/** A picture that nobody sees: it counts readers. */
export function isPixel(image: HtmlElement): boolean {
  return ['width', 'height'].some((name) => (sizeOf(image, name) ?? 3) < 3)
}

/** The largest of its addresses that can be used. */
function addressOf(image: HtmlElement, base: string | null): string | null {
  const sets = ['srcset', 'data-srcset', 'data-lazy-srcset'].map((name) => largestOf(attribute(image, name)))
  const source = sourceSet(image)
  const own = attribute(image, 'src')
  const isStandIn = !own || /^data:|blank|placeholder|spacer|transparent|lazy|1x1/i.test(own)
  const order = isStandIn
    ? [...lazy.map((name) => attribute(image, name)), ...sets, source, own]
    : [own, ...sets, source]
  return order.map((address) => webAddress(address, base)).find((address) => address) ?? null
}

function sourceSet(image: HtmlElement): string | null {
  const picture = image.parentNode
  if (picture?.nodeName !== 'picture') return null
  const sets = elementsIn(picture).map((source) => attribute(source, 'srcset') ?? attribute(source, 'data-srcset'))
  return largestOf(sets.find((set) => set) ?? null)
}

/** The address with the largest width or density of a `srcset`. Source: HTML, 4.8.4.2.1. */
export function largestOf(set: string | null): string | null {
  const candidates = (set ?? '').slice(0, 20_000).matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)
  let best: { url: string; size: number } | null = null
  for (const [, url = '', size = '1'] of candidates) {
    if (!best || Number(size) > best.size) best = { url, size: Number(size) }
  }
  return best?.url ?? null
}

function sizeOf(image: HtmlElement, name: string): number | null {
  const size = Number(/^(\d{1,6})(?:px)?$/.exec(attribute(image, name) ?? '')?.[1] ?? Number.NaN)
  return size >= 1 && size <= 100_000 ? size : null
}
