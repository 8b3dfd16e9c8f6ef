import type { MediaType } from '../../media/media.ts'

const endings: [MediaType, RegExp][] = [
  ['IMAGE', /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)$/i],
  ['VIDEO', /\.(?:mp4|m4v|mov|webm|ogv|avi|mpe?g|mkv|m3u8)$/i],
  ['AUDIO', /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac)$/i],
]

const mimePattern = /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$/

/** What kind of file it is, by its media type or else the ending of its address; FILE when neither tells. */
export function mediaTypeOf(mimeType: string | null, url: string): MediaType {
  const [main] = (mimeType ?? '').toLowerCase().split('/')
  if (main === 'image' || main === 'video' || main === 'audio') return main.toUpperCase() as MediaType
  const path = url.split(/[?#]/)[0] ?? ''
  return endings.find(([, ending]) => ending.test(path))?.[0] ?? 'FILE'
}

/** A media type without its parameters; null for what is none. */
export function mimeTypeOf(text: string | null): string | null {
  const type = text?.split(';')[0]?.trim().toLowerCase() ?? ''
  return type.length <= 127 && mimePattern.test(type) ? type : null
}
