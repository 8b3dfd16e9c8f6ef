import { requireWords } from '../articles/projection.ts'
import type { NewStory } from '../articles/save-many.ts'
import { Refusal } from '../core/errors.ts'
import type { PreparedContent } from './content.ts'
import type { ImportStory } from './item.ts'

/** What a story is to be here, and what is to be told of it. */
export interface Fate {
  status: NewStory['status']
  embargoUntil: Date | null
  /** When it is to go live by itself. */
  at: Date | null
  remark: string | null
}

/** What a source's word of its story means here. Live it becomes only when the import publishes. */
export function fateOf(item: ImportStory, content: PreparedContent, isPublished: boolean, now: Date): Fate {
  const draft = (remark: string | null) => ({ status: 'DRAFT' as const, embargoUntil: null, at: null, remark })
  const { status, embargoUntil, publishedAt } = item
  if (embargoUntil && embargoUntil > now)
    return { ...draft(`is a draft, under embargo until ${embargoUntil.toISOString()}`), embargoUntil }
  if (status === 'WITHDRAWN') return draft('was withdrawn by its source; is a draft here')
  const planned = status === 'LIVE' ? publishedAt : item.scheduledAt
  const isPlanned = planned !== null && planned > now
  if (isPlanned && !isPublished)
    return draft(`is to go live at ${planned.toISOString()}, says its source; is a draft here`)
  if (!isPublished || (status !== 'LIVE' && !isPlanned)) return draft(null)
  const fault = publishingFault(content)
  if (fault) return draft(`stays a draft: ${fault}`)
  return isPlanned
    ? { status: 'SCHEDULED', embargoUntil: null, at: planned, remark: `is scheduled for ${planned.toISOString()}` }
    : { status: 'LIVE', embargoUntil: null, at: null, remark: null }
}

function publishingFault({ headline, body }: PreparedContent): string | null {
  try {
    requireWords({ headline, hasText: body.hasText })
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(({ path, message }) => `${path} ${message}`).join('; ')
    throw error
  }
}
