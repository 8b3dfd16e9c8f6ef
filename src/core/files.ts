import type { Readable } from 'node:stream'

/** Where files are kept, and how large they may be. Made once for a process: see src/files. */
export interface Files {
  store: FileStore
  limits: FileLimits
  /** A new path on this machine for a file that is on its way; its folder is there. Who writes it removes it, or gives it to `store.put`. */
  scratchPath(): Promise<string>
}

/** What is taken of files that come in. */
export interface FileLimits {
  /** Bytes of one file. */
  bytes: number
  /** Pixels of one picture, those of all its frames together. */
  pixels: number
  /** Frames of one picture that moves. */
  frames: number
}

/**
 * Files by key: a disk, or an object store. A key is made of `a-z`, `0-9`, `-`, `.`, with `/` between its parts; whoever makes one sees to
 * it that no two files ever have the same, so that a key never stands for anything else than it did.
 */
export interface FileStore {
  /**
   * Stores the file at `path`, which is gone afterwards, under a key: after that it is there whole and survives a loss of power, and
   * before that there is nothing under the key. Again with the same key: the same file.
   */
  put(key: string, path: string, about: { bytes: number; mimeType: string }): Promise<void>
  /** The bytes of a file, or those from `start` to `end`, both counted; null when there is no such file. The reader ends the stream. */
  open(key: string, range?: { start: number; end: number }): Promise<OpenFile | null>
  /** Every file whose key begins with this, in no order. */
  list(prefix: string): AsyncIterable<ListedFile>
  /** Removes a file; one that is not there is no fault. */
  remove(key: string): Promise<void>
  /** Where it is, in words. */
  location: string
}

export interface OpenFile {
  body: Readable
  /** Of the whole file, whatever the range. */
  bytes: number
}

export interface ListedFile {
  key: string
  bytes: number
  changedAt: Date
}

/** A file that came in and lies on this machine until it is stored. Whoever has it calls `drop` in the end, stored or not. */
export interface ReceivedFile {
  path: string
  bytes: number
  /** SHA-256, in hex. */
  hash: string
  drop(): Promise<void>
}
