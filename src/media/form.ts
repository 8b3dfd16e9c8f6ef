import type { FastifyRequest } from 'fastify'
import { invalidInput, Refusal, shorten } from '../core/errors.ts'
import type { ReceivedFile } from '../core/files.ts'
import { parse } from '../core/parse.ts'
import { isCutOff } from '../rest/errors.ts'
import { FileWords } from './media.ts'
import { receiveFile } from './receive.ts'

/** A form that was sent: one file, which lies on this machine now, and the words that go with it. */
interface UploadedForm {
  file: ReceivedFile
  words: FileWords
}

/** Words are short; a part more than these is a mistake. */
const limits = { files: 1, fields: 8, fieldSize: 20_000, fieldNameSize: 100, headerPairs: 20, parts: 10 }

/**
 * Reads a form as it comes; the words may stand before or behind the file.
 * @throws unsupported_media_type for what is no form, invalid_input for one that lacks the file or has what is not known, too_large.
 */
export async function readForm(request: FastifyRequest): Promise<UploadedForm> {
  if (!request.isMultipart())
    throw new Refusal(
      'unsupported_media_type',
      "send 'Content-Type: multipart/form-data' with the file in the part 'file'",
    )
  const fields: Record<string, unknown> = {}
  let file: ReceivedFile | null = null
  try {
    // One byte more than is taken is cut off here, and refused where bytes are counted.
    const fileSize = request.ctx.files.limits.bytes + 1
    for await (const part of request.parts({ limits: { ...limits, fileSize } })) {
      if (part.type === 'field') fields[part.fieldname] = fieldValue(part.fieldname, String(part.value))
      else if (part.fieldname === 'file') file = await receiveFile(request.ctx, part.file)
      else
        throw invalidInput([
          { path: shorten(part.fieldname), message: "is a file; the part of the file is called 'file'" },
        ])
    }
    if (!file) throw invalidInput([{ path: 'file', message: 'is required: a part with this name that has the file' }])
    return { file, words: parse(FileWords, fields) }
  } catch (error) {
    await file?.drop()
    throw asFormFault(error)
  }
}

/** Words as they are; what is no text is JSON. */
function fieldValue(name: string, text: string): unknown {
  if (name !== 'focalPoint' && name !== 'durationSeconds') return text === '' ? null : text
  try {
    return JSON.parse(text)
  } catch {
    throw invalidInput([
      { path: name, message: `must be JSON, such as ${name === 'focalPoint' ? '{"x":0.5,"y":0.3}' : '94.5'}` },
    ])
  }
}

/** What the reader of forms says of one that is broken has no code that tells it from anything else. */
function asFormFault(error: unknown): unknown {
  if (error instanceof Refusal || isCutOff(error) || !(error instanceof Error)) return error
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FILES_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new Refusal('too_large', 'the form has more parts than the file and its words; send one file at a time', {
      cause: error,
    })
  const isOfForm = code === undefined || (code.startsWith('FST_') && (statusCode ?? 500) < 500)
  return isOfForm
    ? new Refusal('invalid_input', 'the body is no whole multipart/form-data; send it again', { cause: error })
    : error
}
