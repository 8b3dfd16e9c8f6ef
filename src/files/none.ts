import type { Files } from '../core/files.ts'

const refuse = () => Promise.reject(new Error('this process was given no place for files'))

/** No files: for what never touches one, such as making the documents of the API. */
export const noFiles: Files = {
  store: {
    put: refuse,
    open: refuse,
    list: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
    remove: refuse,
    location: 'nowhere',
  },
  limits: { bytes: 0, pixels: 0, frames: 0 },
  scratchPath: refuse,
}
