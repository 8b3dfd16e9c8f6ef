import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { KeptAnswer } from './store.ts'

/** Bytes below which compressing saves less than a packet. */
const least = 1_024

const encoders = {
  gzip: (body: Buffer) => promisify(gzip)(body),
  // Level 5: the knee of the curve for text of this size; 11 takes fifty times as long.
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
}

const underWay = new WeakMap<KeptAnswer, Set<string>>()

/**
 * The body in this form; null while there is none, and for an answer that is not kept: it is made beside, off the event loop, for those who ask later, so that nobody
 * waits for it.
 */
export function bodyIn(answer: KeptAnswer, form: 'br' | 'gzip'): Buffer | null {
  if (answer.body.length < least || !answer.recount) return null
  const known = answer.encoded[form]
  if (!known) begin(answer, form)
  return known ?? null
}

function begin(answer: KeptAnswer, form: 'br' | 'gzip'): void {
  const begun = underWay.get(answer) ?? new Set()
  if (begun.has(form)) return
  underWay.set(answer, begun.add(form))
  void encoders[form](answer.body).then(
    (body) => {
      if (body.length >= answer.body.length) return
      answer.encoded[form] = body
      answer.recount?.()
    },
    () => undefined,
  )
}
