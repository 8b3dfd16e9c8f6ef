import type { Sharp, SharpInput } from 'sharp'
import { Refusal } from '../core/errors.ts'
import type { FileLimits } from '../core/files.ts'
import { type FileKind, kinds } from './kinds.ts'
import { oneByOne } from './pool.ts'
import type { Format, Plan } from './renditions.ts'
import { loadSharp } from './sharp.ts'

/** A picture that was made anew. */
export interface MadePicture {
  kind: FileKind
  width: number
  height: number
  thumbhash: string
  placeholder: string
  dominantColor: string
}

interface Facts {
  width: number
  height: number
  frames: number
  hasAlpha: boolean
  isLossless: boolean
}

/**
 * Makes the picture at `path` anew as the file `target`: turned as its EXIF says, in sRGB, without any metadata and without whatever else
 * stood in the file. What moves goes on moving.
 * @throws too_large for more pixels or frames than the limits, invalid_input for a file that cannot be read as a picture.
 */
export async function remakePicture(
  { path, kind }: { path: string; kind: FileKind },
  target: string,
  limits: FileLimits,
): Promise<MadePicture> {
  const facts = await readFacts(path, kind, limits)
  const made = masterOf(kind, facts)
  const isLarge = facts.width * facts.height * facts.frames > largePixels
  const remake = async (): Promise<MadePicture> => {
    const source = await openPicture(path, limits, facts.frames > 1)
    const { width, height, pageHeight } = await encodeMaster(source.autoOrient(), made, facts)
      .toFile(target)
      .then(withPages)
    return { kind: made, width, height: pageHeight ?? height, ...(await glanceOf(target, limits)) }
  }
  return orUnreadable(() => (isLarge ? oneByOne(remake) : remake()))
}

/** Pixels from which on a picture is large: two of these at once take no more than one that is larger. */
const largePixels = 12_000_000

const withPages = (info: { width: number; height: number; pageHeight?: number }) => info

/** Read off the beginning of the file, before anything of it is unpacked. */
async function readFacts(path: string, kind: FileKind, limits: FileLimits): Promise<Facts> {
  const sharp = await loadSharp()
  const found = await orUnreadable(() => sharp(path, { limitInputPixels: false }).metadata())
  const { width, pageHeight, hasAlpha = false, pages = 1, format } = found
  const height = pageHeight ?? found.height
  // A TIFF has pages and an AVIF may have several pictures, of which the first is the picture; what moves is GIF and WebP.
  const frames = format === 'gif' || format === 'webp' ? pages : 1
  const pixels = width * height * frames
  if (frames > limits.frames) throw tooLarge(`has ${frames} frames; the most is ${limits.frames}`)
  if (pixels > limits.pixels)
    throw tooLarge(`has ${width} × ${height}${frames > 1 ? ` × ${frames}` : ''} pixels; the most is ${limits.pixels}`)
  const isLossless = kind.mimeType === 'image/png'
  return { width, height, frames, hasAlpha, isLossless }
}

function tooLarge(words: string): Refusal {
  return new Refusal('too_large', `file: the picture ${words}; make it smaller`, {
    faults: [{ path: 'file', message: words }],
  })
}

const unreadable = 'is damaged or cut off: it cannot be read as a picture to its end'

async function orUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal || isOfSystem(error)) throw error
    throw new Refusal('invalid_input', `file: ${unreadable}; save it again and upload that`, {
      faults: [{ path: 'file', message: unreadable }],
      cause: error,
    })
  }
}

/** A full disk is nobody's fault here. Errors of libvips have no code. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

async function openPicture(input: SharpInput, { pixels }: FileLimits, isAnimated = false): Promise<Sharp> {
  const sharp = await loadSharp()
  return sharp(input, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true, animated: isAnimated })
}

/** The format in which a picture is kept: see `kinds`. */
function masterOf(kind: FileKind, { frames, hasAlpha }: Facts): FileKind {
  const of = (mimeType: string) => kinds.get(mimeType) ?? kind
  if (frames > 1) return of('image/webp')
  return kind.mimeType === 'image/jpeg' && hasAlpha ? of('image/webp') : kind
}

/** A quality at which no difference is seen beside the file as it came. Numbers: ours. */
function encodeMaster(picture: Sharp, { mimeType }: FileKind, { isLossless, frames }: Facts): Sharp {
  const inSrgb = picture.toColourspace('srgb')
  if (mimeType === 'image/png') return inSrgb.png({ compressionLevel: 6 })
  if (mimeType === 'image/webp') return inSrgb.webp({ quality: 92, effort: 2, lossless: isLossless && frames === 1 })
  // Optimised codes need the whole picture at once: 280 MB and four times the time for 24 megapixels, to save a thirteenth of the file.
  return inSrgb.jpeg({ quality: 92, chromaSubsampling: '4:4:4', optimiseCoding: false })
}

/** What is shown before a picture is there. */
async function glanceOf(path: string, limits: FileLimits) {
  const { rgbaToThumbHash } = await import('thumbhash')
  const small = await (await openPicture(path, limits))
    .resize(100, 100, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
  const { data, info } = await (await openPicture(small, limits))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const tiny = await (await openPicture(small, limits))
    .resize(20, 20, { fit: 'inside' })
    .webp({ quality: 40 })
    .toBuffer()
  const { dominant } = await (await openPicture(small, limits)).flatten({ background: '#ffffff' }).stats()
  return {
    thumbhash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64'),
    placeholder: `data:image/webp;base64,${tiny.toString('base64')}`,
    dominantColor: `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
  }
}

/** How each format is written: about as large as what large news sites send, AVIF as fast as it can be without looking worse. Numbers: ours. */
const encoders: Record<Format, (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 52, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 78, effort: 4 }),
  jpeg: (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 80, progressive: true }),
  png: (picture) => picture.png({ compressionLevel: 7 }),
}

/** One rendition of a picture that is kept here; of one that moves its first frame. */
export async function renderPicture(path: string, plan: Plan, format: Format, limits: FileLimits): Promise<Buffer> {
  const { from, width, height } = plan
  const picture = await openPicture(path, limits)
  return encoders[format](picture.extract(from).resize(width, height, { fit: 'fill' })).toBuffer()
}
