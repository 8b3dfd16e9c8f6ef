import { type Static, Type } from 'typebox'
import { Instant, oneOf } from '../core/shapes.ts'

const correctionTypes = ['CORRECTION', 'CLARIFICATION', 'UPDATE', 'RETRACTION'] as const
export const CorrectionType = oneOf(
  correctionTypes,
  'CORRECTION: something was wrong. CLARIFICATION: it was right, and could be misread. UPDATE: what was right then has changed. RETRACTION: the newsroom no longer stands by it.',
)

/** What readers are told was wrong with a story, or has changed. */
export const Correction = Type.Object({
  type: CorrectionType,
  text: Type.String({ description: 'What was wrong and what is right.' }),
  at: Instant,
})
export type Correction = Static<typeof Correction>

/** The same as a row of a live story has it: times as text. */
export type StoredCorrection = Omit<Correction, 'at'> & { at: string }

/** Corrections shown of one story: the newest. */
const mostShown = 100

/** Corrections of a row, in its order, newest first. */
export function toCorrections(stored: StoredCorrection[]): Correction[] {
  return stored.slice(0, mostShown).map(({ type, text, at }) => ({ type, text, at: new Date(at) }))
}
