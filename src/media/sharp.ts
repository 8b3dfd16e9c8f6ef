import type sharpModule from 'sharp'

let loading: Promise<typeof sharpModule> | null = null

/**
 * The library that reads and makes pictures (libvips), loaded with the first picture: it takes 20 MB. One thread for each picture, since
 * `inPool` says how many there are; nothing is cached, for no picture is made twice. It opens only the formats that are taken, so that
 * a file which passes for one of them is not read as, say, a drawing that names other files.
 */
export function loadSharp(): Promise<typeof sharpModule> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1)
    sharp.cache(false)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff'].map((name) => `VipsForeignLoad${name}`),
    })
    return sharp
  })
  return loading
}
