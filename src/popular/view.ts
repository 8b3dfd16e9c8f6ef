import { type Static, Type } from 'typebox'
import { Refusal } from '../core/errors.ts'
import { parse } from '../core/parse.ts'
import { optional, strict } from '../core/shapes.ts'

/** Seconds for which further views of a story by the same reader are the same view: half an hour, as sessions of web analytics. */
export const foldSeconds = 1_800

/** Seconds of attention that one reader can give a story in that time: all of it. */
export const mostAttention = 1_800

/** Shares of a story by one reader that count in that time. */
export const mostShares = 3

/** What a page tells of its reader; nothing at all is a view. */
export const ViewInput = strict(
  {
    attentionSeconds: optional(
      Type.Integer({
        minimum: 0,
        maximum: mostAttention,
        description: `Whole seconds that the story had the attention of its reader since it was last told, 0 to ${mostAttention}.`,
      }),
    ),
    shares: optional(
      Type.Integer({
        minimum: 0,
        maximum: mostShares,
        description: `How often the reader shared the story since then, 0 to ${mostShares}.`,
      }),
    ),
  },
  { $id: 'ViewInput', examples: [{ attentionSeconds: 42 }] },
)
export type ViewInput = Static<typeof ViewInput>

/** Bytes of what a page tells at most. */
export const mostBytes = 1_024

/**
 * What `navigator.sendBeacon` was given: nothing, JSON as text, or `attentionSeconds=42&shares=1` as a form has it. Null for anything
 * else: nobody is there to be told what is wrong.
 */
export function readBeacon(text: string): ViewInput | null {
  const given = text.trim()
  try {
    return parse(ViewInput, given === '' ? {} : given.startsWith('{') ? JSON.parse(given) : fromForm(given))
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError) return null
    throw error
  }
}

/** Fields of a form by name; digits become a number, and what is given twice a fault. */
function fromForm(text: string): Record<string, unknown> {
  const pairs = [...new URLSearchParams(text)]
  const fields = Object.fromEntries(
    pairs.map(([name, value]) => [name, /^\d{1,9}$/.test(value) ? Number(value) : value]),
  )
  return Object.keys(fields).length === pairs.length ? fields : { twice: true }
}
