import { loadSharp } from '../media/sharp.ts'

// Pictures of the demo newsroom, computed here: nobody's but ours, and the same everywhere. They stand for photographs, so that there is
// something to make renditions of.

type Colour = readonly [red: number, green: number, blue: number]

/** A line of hills or roofs, in front of those before it; everything below it has its colour. */
interface Ridge {
  /** Where it is, as a share of the height from the top, and by how much it goes up and down. */
  at: number
  by: number
  shape: 'hills' | 'roofs'
  colour: Colour
}

/** Small discs, scattered over a band of the picture: snow, windows, confetti. Shares of width and height. */
interface Dots {
  count: number
  top: number
  bottom: number
  radius: number
  colours: readonly Colour[]
}

interface Scene {
  sky: readonly [top: Colour, bottom: Colour]
  sun: { x: number; y: number; radius: number; colour: Colour } | null
  ridges: readonly Ridge[]
  dots: Dots | null
}

const white: Colour = [245, 247, 250]

/** By the key of the asset. */
const scenes: Record<string, Scene> = {
  'aqtas-embankment': {
    sky: [
      [120, 150, 180],
      [214, 222, 226],
    ],
    sun: { x: 0.78, y: 0.22, radius: 0.05, colour: [255, 244, 214] },
    ridges: [
      { at: 0.5, by: 0.05, shape: 'hills', colour: [138, 128, 110] },
      { at: 0.66, by: 0.02, shape: 'hills', colour: [96, 112, 62] },
      { at: 0.84, by: 0.03, shape: 'hills', colour: [58, 66, 44] },
    ],
    dots: { count: 9, top: 0.6, bottom: 0.66, radius: 0.006, colours: [[240, 110, 20]] },
  },
  'aqtas-courthouse': {
    sky: [
      [150, 160, 172],
      [206, 210, 214],
    ],
    sun: null,
    ridges: [
      { at: 0.42, by: 0.12, shape: 'roofs', colour: [112, 104, 100] },
      { at: 0.62, by: 0.05, shape: 'roofs', colour: [78, 70, 68] },
      { at: 0.82, by: 0.02, shape: 'hills', colour: [226, 230, 235] },
    ],
    dots: { count: 420, top: 0, bottom: 1, radius: 0.0035, colours: [white] },
  },
  'trieste-old-harbour': {
    sky: [
      [52, 120, 190],
      [178, 214, 236],
    ],
    sun: { x: 0.2, y: 0.2, radius: 0.045, colour: [255, 250, 226] },
    ridges: [
      { at: 0.46, by: 0.1, shape: 'roofs', colour: [164, 84, 58] },
      { at: 0.74, by: 0.004, shape: 'hills', colour: [186, 178, 164] },
      { at: 0.82, by: 0.006, shape: 'hills', colour: [28, 76, 108] },
    ],
    dots: { count: 160, top: 0.58, bottom: 0.72, radius: 0.005, colours: [[70, 34, 28]] },
  },
  'night-train-lodz': {
    sky: [
      [8, 12, 30],
      [24, 34, 66],
    ],
    sun: { x: 0.85, y: 0.15, radius: 0.03, colour: [236, 236, 220] },
    ridges: [
      { at: 0.52, by: 0.08, shape: 'roofs', colour: [14, 18, 38] },
      { at: 0.6, by: 0.002, shape: 'hills', colour: [26, 44, 96] },
      { at: 0.86, by: 0.002, shape: 'hills', colour: [52, 50, 54] },
    ],
    dots: { count: 14, top: 0.68, bottom: 0.7, radius: 0.014, colours: [[255, 214, 130]] },
  },
  'skuggafell-fissure': {
    sky: [
      [38, 52, 86],
      [122, 132, 160],
    ],
    sun: null,
    ridges: [
      { at: 0.44, by: 0.1, shape: 'hills', colour: [70, 78, 104] },
      { at: 0.66, by: 0.05, shape: 'hills', colour: [206, 214, 228] },
      { at: 0.88, by: 0.03, shape: 'hills', colour: [30, 32, 44] },
    ],
    dots: {
      count: 90,
      top: 0.5,
      bottom: 0.66,
      radius: 0.009,
      colours: [
        [255, 122, 30],
        [255, 178, 66],
        [236, 70, 20],
      ],
    },
  },
  'adria-trophy-final': {
    sky: [
      [20, 26, 48],
      [46, 62, 110],
    ],
    sun: { x: 0.5, y: 0.05, radius: 0.09, colour: [250, 250, 255] },
    ridges: [
      { at: 0.5, by: 0.05, shape: 'roofs', colour: [60, 54, 74] },
      { at: 0.72, by: 0.002, shape: 'hills', colour: [24, 104, 196] },
    ],
    dots: {
      count: 260,
      top: 0,
      bottom: 0.9,
      radius: 0.006,
      colours: [white, [240, 200, 60], [214, 60, 70], [80, 190, 120]],
    },
  },
}

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

/** Numbers from 0 to 1, the same for the same text. Source: mulberry32 of Tommy Ettinger, in the public domain. */
function chanceOf(text: string): () => number {
  let state = [...text].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function paintSky({ sky: [top, bottom], sun }: Scene): Buffer {
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
  const [left, top] = [cx * width, cy * height]
  for (let y = Math.max(0, Math.floor(top - reach)); y < Math.min(height, top + reach); y++)
    for (let x = Math.max(0, Math.floor(left - reach)); x < Math.min(width, left + reach); x++) {
      const share = Math.min(1, Math.max(0, (Math.hypot(x - left, y - top) / (radius * width) - 0.9) / 2.1))
      const start = (y * width + x) * 3
      const sky: Colour = [pixels[start] ?? 0, pixels[start + 1] ?? 0, pixels[start + 2] ?? 0]
      put(pixels, x, y, mixed(colour, sky, share))
    }
}

function paintRidge(pixels: Buffer, { at, by, shape, colour }: Ridge, random: () => number): void {
  const tops = shape === 'hills' ? hills(random) : roofs(random)
  for (let x = 0; x < width; x++) {
    const top = Math.round((at - by * (tops[x] ?? 0)) * height)
    for (let y = Math.max(0, top); y < height; y++) put(pixels, x, y, colour, 1 - (0.35 * (y - top)) / height)
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
    const [size, colour] = [radius * width * (0.6 + 0.6 * random()), colours[n % colours.length] ?? white]
    for (let y = Math.max(0, Math.floor(cy - size)); y < Math.min(height, cy + size); y++)
      for (let x = Math.max(0, Math.floor(cx - size)); x < Math.min(width, cx + size); x++)
        if (Math.hypot(x - cx, y - cy) < size) put(pixels, x, y, colour)
  }
}

function mixed(one: Colour, other: Colour, share: number): Colour {
  return [0, 1, 2].map((part) => (one[part] ?? 0) * (1 - share) + (other[part] ?? 0) * share) as unknown as Colour
}

function put(pixels: Buffer, x: number, y: number, [red, green, blue]: Colour, shade = 1): void {
  const start = (y * width + x) * 3
  pixels[start] = red * shade
  pixels[start + 1] = green * shade
  pixels[start + 2] = blue * shade
}
