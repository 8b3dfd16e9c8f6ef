import type { FastifyRequest } from 'fastify'
import { invalidInput, Refusal, shorten } from '../core/errors.ts'
import { isCutOff } from '../rest/errors.ts'
import type { Import } from './import.ts'
import type { Received } from './receive.ts'
import { mostBytes } from './spool.ts'

/** The file of a form, and the words that stood before it. */
interface SentFile {
  options: Record<string, unknown>
  name: string
  bytes: AsyncIterable<Uint8Array>
}

/** Words are short; a part more than these is a mistake. */
const limits = { files: 1, fields: 40, fieldSize: 2_000, fieldNameSize: 100, headerPairs: 20, parts: 41 }

/**
 * Reads a form up to its file, which is received as it comes, and sees to it that nothing stands behind the file.
 * @throws invalid_input for a form that lacks the file or has words behind it, and what `receive` throws
 */
export async function receiveForm(
  request: FastifyRequest,
  receive: (sent: SentFile) => Promise<Received>,
): Promise<Import> {
  const options: Record<string, unknown> = {}
  let received: Received | null = null
  try {
    // One byte more than is taken is cut off here, and refused where bytes are counted.
    for await (const part of request.parts({ limits: { ...limits, fileSize: mostBytes + 1 } })) {
      if (part.type === 'field') {
        if (received)
          throw invalidInput([{ path: shorten(part.fieldname), message: 'must stand before the file in the form' }])
        addOption(options, part.fieldname, String(part.value))
      } else if (part.fieldname === 'file') received = await receive({ options, name: part.filename, bytes: part.file })
      else
        throw invalidInput([
          { path: shorten(part.fieldname), message: "is a file; the part of the file is called 'file'" },
        ])
    }
  } catch (error) {
    await received?.drop()
    throw asFormFault(error)
  }
  if (!received) throw invalidInput([{ path: 'file', message: 'is required: a part with this name that has the file' }])
  return received.finish()
}

/** Lists are given by repeating the part; what is true or false is written so. */
function addOption(options: Record<string, unknown>, name: string, text: string): void {
  if (name === 'tagIds') options[name] = [...((options[name] as string[] | undefined) ?? []), text]
  else if (name === 'publish' || name === 'dryRun')
    options[name] = text === 'true' ? true : text === 'false' ? false : text
  else if (text !== '') options[name] = text
}

/** What the reader of forms says of one that is broken has no code that tells it from anything else. */
function asFormFault(error: unknown): unknown {
  if (error instanceof Refusal || isCutOff(error) || !(error instanceof Error)) return error
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FILES_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new Refusal('too_large', 'the form has more parts than the file and its words; send one file at a time', {
      cause: error,
    })
  const isOfForm = code?.startsWith('FST_') && (statusCode ?? 500) < 500
  return isOfForm
    ? new Refusal('invalid_input', 'the body is no whole multipart/form-data; send it again', { cause: error })
    : error
}
