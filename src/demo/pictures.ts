import { createHash } from 'node:crypto'
import { loadSharp } from '../media/sharp.ts'
import { type Colour, type Dots, type Ridge, type Scene, scenes } from './content/scenes.ts'

// Pictures of the demo newsroom, computed here: nobody's but ours, and the same everywhere. They stand for photographs, so that there is
// something to make renditions of.

/** Pixels of each picture: large enough for most renditions, small enough to be drawn at once. */
const [width, height] = [1_320, 880]

/** The keys of assets that there is a picture for. */
export const drawnKeys: readonly string[] = Object.keys(scenes)

/** The picture for an asset, as a JPEG. */
export async function drawPicture(key: string): Promise<Buffer> {
  const scene = scenes[key]
  if (!scene) throw new Error(`there is no picture for ${key}`)
  const sharp = await loadSharp()
  const random = chanceOf(key)
  const pixels = paintSky(scene)
  for (const ridge of scene.ridges) paintRidge(pixels, ridge, random)
  if (scene.dots) paintDots(pixels, scene.dots, random)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** Numbers from 0 to 1, the same for the same text. */
function chanceOf(text: string): () => number {
  let asked = 0
  return () => createHash('sha256').update(`${text} ${asked++}`).digest().readUInt32BE() / 2 ** 32
}

/** Red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number]

function rgbOf(colour: Colour): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function paintSky({ sky, sun }: Scene): Buffer {
  const [top, bottom] = [rgbOf(sky[0]), rgbOf(sky[1])]
  const pixels = Buffer.allocUnsafe(width * height * 3)
  for (let y = 0; y < height; y++) {
    const row = mixed(top, bottom, y / height)
    for (let x = 0; x < width; x++) put(pixels, x, y, row)
  }
  if (sun) paintSun(pixels, sun)
  return pixels
}

/** A disc that fades into the sky around it. */
function paintSun(pixels: Buffer, { x: cx, y: cy, radius, colour }: NonNullable<Scene['sun']>): void {
  const reach = 3 * radius * width
  const [left, top, light] = [cx * width, cy * height, rgbOf(colour)]
  for (let y = Math.max(0, Math.floor(top - reach)); y < Math.min(height, top + reach); y++)
    for (let x = Math.max(0, Math.floor(left - reach)); x < Math.min(width, left + reach); x++) {
      const share = Math.min(1, Math.max(0, (Math.hypot(x - left, y - top) / (radius * width) - 0.9) / 2.1))
      const start = (y * width + x) * 3
      const sky: Rgb = [pixels[start] ?? 0, pixels[start + 1] ?? 0, pixels[start + 2] ?? 0]
      put(pixels, x, y, mixed(light, sky, share))
    }
}

function paintRidge(pixels: Buffer, { at, by, shape, colour }: Ridge, random: () => number): void {
  const [tops, front] = [shape === 'hills' ? hills(random) : roofs(random), rgbOf(colour)]
  for (let x = 0; x < width; x++) {
    const top = Math.round((at - by * (tops[x] ?? 0)) * height)
    for (let y = Math.max(0, top); y < height; y++) put(pixels, x, y, front, 1 - (0.35 * (y - top)) / height)
  }
}

/** Waves of three lengths, from -1 to 1. */
function hills(random: () => number): number[] {
  const waves = [1.7, 4.1, 11].map((length, n) => ({ length, phase: random() * 7, weight: 0.6 / (n + 1) }))
  return Array.from({ length: width }, (_, x) =>
    waves.reduce((sum, { length, phase, weight }) => sum + weight * Math.sin((x / width) * length * 3 + phase), 0),
  )
}

/** Houses, each of its own width and height, from 0 to 1. */
function roofs(random: () => number): number[] {
  const tops: number[] = []
  while (tops.length < width) {
    const [wide, high] = [40 + Math.floor(random() * 150), random()]
    for (let n = 0; n < wide; n++) tops.push(high)
  }
  return tops
}

function paintDots(pixels: Buffer, { count, top, bottom, radius, colours }: Dots, random: () => number): void {
  for (let n = 0; n < count; n++) {
    const [cx, cy] = [random() * width, (top + random() * (bottom - top)) * height]
    const [size, colour] = [radius * width * (0.6 + 0.6 * random()), rgbOf(colours[n % colours.length] ?? '#ffffff')]
    for (let y = Math.max(0, Math.floor(cy - size)); y < Math.min(height, cy + size); y++)
      for (let x = Math.max(0, Math.floor(cx - size)); x < Math.min(width, cx + size); x++)
        if (Math.hypot(x - cx, y - cy) < size) put(pixels, x, y, colour)
  }
}

function mixed(one: Rgb, other: Rgb, share: number): Rgb {
  return [0, 1, 2].map((part) => (one[part] ?? 0) * (1 - share) + (other[part] ?? 0) * share) as unknown as Rgb
}

function put(pixels: Buffer, x: number, y: number, [red, green, blue]: Rgb, shade = 1): void {
  const start = (y * width + x) * 3
  pixels[start] = red * shade
  pixels[start + 1] = green * shade
  pixels[start + 2] = blue * shade
}
