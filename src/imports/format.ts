import type { Found } from './item.ts'

/** What is known of a file beside its bytes; null for what is not. */
export interface ReadOptions {
  /** Language of stories that do not say theirs. */
  locale: string | null
  /** Address of the file or site, against which relative links are read. */
  baseUrl: string | null
  fileName: string | null
  /** Encoding, as HTTP names it; a byte order mark or a declaration in the file goes before. */
  charset: string | null
}

/** Reads one file, piece by piece. It gives what is complete so far, and never throws for what a file says. */
export interface Reader {
  write(bytes: Uint8Array): Found[]
  /** The file is at its end; gives the rest, each when it is asked for: what is read whole may be thousands of stories. */
  end(): Iterable<Found>
}

/** A way to write news down. */
export interface Format {
  /** As users name it: `wxr`. */
  name: string
  /** As people know it: 'WordPress export (WXR)'. */
  title: string
  /** Whether a file is written so, told by its first characters (at most 64 kB, decoded) or, failing them, by its name. */
  detects(head: string, fileName: string | null): boolean
  open(options: ReadOptions): Reader
}
