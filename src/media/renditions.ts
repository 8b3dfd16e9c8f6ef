import { createHash } from 'node:crypto'

/** What a rendition is made for. `crop` fills both sides, around the focal point; without it the whole picture fits into the width. */
interface Preset {
  width: number
  /** Null: as high as the picture asks for. */
  height: number | null
}

/**
 * The named renditions, in the order in which they are shown: three of a fixed shape (16:9 as cards and players have it; 1.91:1 as
 * Open Graph asks for, https://ogp.me; a square), and four of the whole picture for `srcset`, each about 1.6 times as wide as the
 * one before: what a screen needs is never more than that away.
 */
export const presets = {
  thumb: { width: 160, height: 160 },
  card: { width: 640, height: 360 },
  wide: { width: 1280, height: 720 },
  social: { width: 1200, height: 630 },
  small: { width: 480, height: null },
  medium: { width: 960, height: null },
  large: { width: 1600, height: null },
  huge: { width: 2560, height: null },
} as const satisfies Record<string, Preset>
export type PresetName = keyof typeof presets

/** Formats that renditions are made in, the smallest first. PNG is for what can be seen through, where nothing better is taken. */
export const formats = ['avif', 'webp', 'jpeg', 'png'] as const
export type Format = (typeof formats)[number]

/** Pixels of a side of a rendition of free size. */
export const mostPixels = 4_000

interface Size {
  width: number
  height: number
}

interface Point {
  x: number
  y: number
}

/** How a rendition comes out of its picture: this part of it, then this size. */
export interface Plan extends Size {
  from: Size & { left: number; top: number }
}

/**
 * The plan for a size. Nothing is made larger than the picture has it: a crop is as large as the picture allows, in the shape that was asked
 * for. Without a focal point the middle is kept.
 */
export function planRendition(picture: Size, { width, height }: Preset, focalPoint: Point | null): Plan {
  if (height === null) {
    const scale = Math.min(1, width / picture.width)
    const whole = { left: 0, top: 0, width: picture.width, height: picture.height }
    return { from: whole, width: atLeastOne(picture.width * scale), height: atLeastOne(picture.height * scale) }
  }
  const part = Math.min(picture.width / width, picture.height / height)
  const from = { width: atLeastOne(width * part), height: atLeastOne(height * part) }
  const { x, y } = focalPoint ?? { x: 0.5, y: 0.5 }
  const scale = Math.min(1, 1 / part)
  return {
    from: { ...from, left: startOf(picture.width, from.width, x), top: startOf(picture.height, from.height, y) },
    width: scale === 1 ? from.width : width,
    height: scale === 1 ? from.height : height,
  }
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels))
}

/** Where a part begins whose middle is as near to the point as the picture allows. */
function startOf(whole: number, part: number, point: number): number {
  return Math.max(0, Math.min(whole - part, Math.round(whole * point - part / 2)))
}

/** Changes when the presets or how they are made do, so that what was made before is not taken for what is made now. */
const recipe = 'r1'

/** 16 hex digits of the SHA-256 of what renditions are made from: the content and the focal point. */
export function editionOf(hash: string, focalPoint: Point | null): string {
  const point = focalPoint ? `${focalPoint.x},${focalPoint.y}` : 'middle'
  return createHash('sha256').update(`${recipe} ${hash} ${point}`).digest('hex').slice(0, 16)
}

/** Presets that show the whole picture, for `srcset`: those that it is wide enough for, and one at its own width below the next. */
export function wholePresets(width: number): PresetName[] {
  const whole = names.filter((name) => presets[name].height === null)
  const fitting = whole.filter((name) => presets[name].width < width)
  const next = whole[fitting.length]
  return next ? [...fitting, next] : fitting
}

const names = Object.keys(presets) as PresetName[]

/** The renditions that are shown of a picture: all of a fixed shape, and those of the whole. */
export function shownPresets(width: number): PresetName[] {
  const whole = wholePresets(width)
  return names.filter((name) => presets[name].height !== null || whole.includes(name))
}

/** What the last part of the address of a file says. */
export interface RenditionName {
  /** A preset, a free size, or the file itself. */
  of: { preset: PresetName } | { size: Preset; signature: string } | 'original'
  /** Null where the address follows the asset: whatever it is today. */
  edition: string | null
  /** Null: what suits the client. */
  format: Format | null
}

const pattern =
  /^(?:([a-z]+)|(w?)(\d{1,4})(?:x(\d{1,4}))?~([0-9a-f]{32}))(?:-([0-9a-f]{16}))?(?:\.(avif|webp|jpe?g|png))?$/

/**
 * Reads `card`, `card-0123456789abcdef.webp`, `original-…`, `w800~<signature>` (800 pixels wide) or `800x450~<signature>` (cropped); null when it
 * is none of these.
 */
export function readRenditionName(text: string): RenditionName | null {
  const [, name, isWidth, width, height, signature, edition = null, suffix = null] = pattern.exec(text) ?? []
  const format = (suffix === 'jpg' ? 'jpeg' : suffix) as Format | null
  if (name === 'original') return format ? null : { of: 'original', edition, format }
  if (name !== undefined)
    return Object.hasOwn(presets, name) ? { of: { preset: name as PresetName }, edition, format } : null
  if (!signature || (isWidth === 'w') === (height !== undefined)) return null
  const size = { width: Number(width), height: height === undefined ? null : Number(height) }
  return isSize(size) ? { of: { size, signature }, edition, format } : null
}

/** Whether a free size is one that is made. */
function isSize({ width, height }: Preset): boolean {
  return [width, height ?? 1].every((pixels) => pixels >= 1 && pixels <= mostPixels)
}

/** A free size as its address has it: `w800`, `800x450`. */
export function sizeName({ width, height }: Preset): string {
  return height === null ? `w${width}` : `${width}x${height}`
}

/** Words of an `Accept` header that name a picture and do not say that it weighs nothing. A star names none: it is what everybody sends. */
export function chooseFormat(accept: string | undefined, hasAlpha: boolean): Format {
  const taken = (accept ?? '').split(',', 64).flatMap((part) => {
    const [type = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    return parameters.some((word) => /^q=0(\.0*)?$/.test(word)) ? [] : [type]
  })
  if (taken.includes('image/avif')) return 'avif'
  if (taken.includes('image/webp')) return 'webp'
  return hasAlpha ? 'png' : 'jpeg'
}

/** Whether a picture can be seen through, as its thumbhash says in its third byte. Source: `rgbaToThumbHash` of thumbhash 0.1. */
export function isTransparent(thumbhash: string | null): boolean {
  const third = Buffer.from(thumbhash ?? '', 'base64')[2] ?? 0
  return third >= 128
}
