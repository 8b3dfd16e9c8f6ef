import { isUtf8 } from 'node:buffer'
import type { FastifyBodyParser, FastifyInstance } from 'fastify'
import { Refusal } from '../core/errors.ts'

/**
 * Reads a JSON body from its bytes. What is not UTF-8 is refused, as RFC 8259 (section 8.1) asks, before it could turn
 * into other text without a word. Names that reach into prototypes are left to the boundary check, which says where they are.
 */
export function jsonBody(app: FastifyInstance): FastifyBodyParser<Buffer> {
  const parseText = app.getDefaultJsonParser('ignore', 'ignore')
  return (request, bytes, done) => {
    if (request.headers['idempotency-key'] !== undefined) request.bytes = bytes
    if (isUtf8(bytes)) return parseText(request, bytes.toString(), done)
    done(new Refusal('malformed_json', 'the body is not UTF-8; encode it again'))
  }
}
