import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { faultsOf } from '../core/parse.ts'
import { strict } from '../core/shapes.ts'
import { linesOf } from '../exports/lines.ts'
import { isKey } from '../files/keys.ts'

/** What is wrong with a file whose row is there. */
export type Loss = 'missing' | 'altered'

/** A file of media as its row names it. Lists have one a line, as JSON. */
export const KeptFile = strict({
  key: Type.String({ maxLength: 300, description: 'Under which the store has it.' }),
  bytes: Type.Integer({ minimum: 0 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  mimeType: Type.String({ maxLength: 200 }),
  lost: Type.Optional(
    Type.Union([Type.Literal('missing'), Type.Literal('altered')], {
      description: 'Of one that the store did not have, or not as it was, when it was to be copied.',
    }),
  ),
})
export type KeptFile = Static<typeof KeptFile>

/** Where the file with this content is, below a folder that has each content once. */
export function placeOf(folder: string, { sha256 }: Pick<KeptFile, 'sha256'>): string {
  return join(folder, sha256.slice(0, 2), sha256)
}

/** Longest line of a list, in characters. */
const mostLength = 2_000

/** The files that a list names, which comes in pieces. @throws what `refused` gives for a line that names none */
export async function* readKeptFiles(
  list: AsyncIterable<Uint8Array>,
  refused: (line: string) => Error,
): AsyncGenerator<KeptFile> {
  for await (const line of linesOf(list, mostLength, () => refused('a line without end'))) {
    const file = parseJson(line)
    if (!isKeptFile(file)) throw refused(line)
    yield file
  }
}

function isKeptFile(file: unknown): file is KeptFile {
  return faultsOf(KeptFile, file).length === 0 && isKey((file as KeptFile).key)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
