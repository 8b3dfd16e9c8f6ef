import { Refusal } from '../core/errors.ts'
import type { ArticleDraft, ArticleStatus } from './article-draft.ts'

type Verb =
  | 'revise'
  | 'submit'
  | 'approve'
  | 'reject'
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'correct'
  | 'withdraw'
  | 'kill'
  | 'restore'

/** Where a story is when nobody waits for anything to happen to it: depends on its past, see `restingStatus`. */
type Target = ArticleStatus | 'at rest'

/**
 * Where each verb takes a story from each status; a pair that is missing is refused. Revising never changes the status.
 * `unschedule` is the end of its last scheduled publication, cancelled or failed.
 */
const moves: Record<ArticleStatus, Partial<Record<Verb, Target>>> = {
  DRAFT: { revise: 'DRAFT', submit: 'IN_REVIEW', publish: 'LIVE', schedule: 'SCHEDULED', kill: 'KILLED' },
  IN_REVIEW: {
    revise: 'IN_REVIEW',
    approve: 'APPROVED',
    reject: 'at rest',
    publish: 'LIVE',
    schedule: 'SCHEDULED',
    kill: 'KILLED',
  },
  APPROVED: {
    revise: 'APPROVED',
    submit: 'IN_REVIEW',
    reject: 'at rest',
    publish: 'LIVE',
    schedule: 'SCHEDULED',
    kill: 'KILLED',
  },
  SCHEDULED: {
    revise: 'SCHEDULED',
    publish: 'LIVE',
    schedule: 'SCHEDULED',
    unschedule: 'at rest',
    kill: 'KILLED',
  },
  LIVE: {
    revise: 'LIVE',
    publish: 'LIVE',
    correct: 'LIVE',
    schedule: 'LIVE',
    unschedule: 'LIVE',
    withdraw: 'WITHDRAWN',
    kill: 'KILLED',
  },
  WITHDRAWN: {
    revise: 'WITHDRAWN',
    submit: 'IN_REVIEW',
    publish: 'LIVE',
    schedule: 'SCHEDULED',
    unschedule: 'WITHDRAWN',
    kill: 'KILLED',
  },
  KILLED: { restore: 'at rest' },
}

/** What the table needs to know of a story. */
type Past = Pick<ArticleDraft, 'status' | 'approvedVersion' | 'firstPublishedAt'>

/** The status after a verb. @throws conflict naming the verbs that are possible. */
export function nextStatus(story: Past, verb: Verb): ArticleStatus {
  const next = moves[story.status][verb]
  if (next) return next === 'at rest' ? restingStatus(story, verb) : next
  throw new Refusal(
    'conflict',
    `a story that is ${story.status} cannot be the object of '${verb}'; possible are ${Object.keys(moves[story.status]).join(', ')}`,
  )
}

/** WITHDRAWN when readers ever saw it; else APPROVED when a revision was, unless the verb takes that back; else DRAFT. */
function restingStatus({ approvedVersion, firstPublishedAt }: Past, verb: Verb): ArticleStatus {
  if (firstPublishedAt) return 'WITHDRAWN'
  return approvedVersion !== null && verb === 'unschedule' ? 'APPROVED' : 'DRAFT'
}
