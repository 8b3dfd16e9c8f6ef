import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { ImportItem, Refused } from '../../src/imports/item.ts'
import { readImport } from '../../src/imports/read.ts'

export type Tell = (line: string) => void

export interface FileResult {
  items: ImportItem[]
  refused: Refused[]
  /** Authors, tags and media beside the stories. */
  others: number
  /** Why the file as a whole was refused. */
  problem: string | null
  milliseconds: number
}

/** Reads a file as the service would, and keeps all that is in it. A crash is no answer: it is thrown. */
export async function readFile(path: string): Promise<FileResult> {
  const begun = performance.now()
  const result: FileResult = { items: [], refused: [], others: 0, problem: null, milliseconds: 0 }
  const options = { locale: null, baseUrl: null, fileName: basename(path), charset: null }
  try {
    for await (const found of readImport(createReadStream(path), null, options)) {
      if ('item' in found) result.items.push(found.item)
      else if ('refused' in found) result.refused.push(found.refused)
      else result.others += 1
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error
    result.problem = error.message
  }
  return { ...result, milliseconds: performance.now() - begun }
}
