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
  | 'embargo'
  | 'lift'
  | 'kill'
  | 'restore'

/** Where a story is when nobody waits for anything to happen to it: depends on its past, see `restingStatus`. */
type Target = ArticleStatus | 'at rest'

type Moves = Partial<Record<Verb, Target>>

/** What changes no status. A live story cannot come under embargo: readers have read it. */
const staying = <S extends ArticleStatus>(status: S) =>
  ({ revise: status, embargo: status, lift: status, unschedule: status }) as const

/** From every status but KILLED. */
const kill = { kill: 'KILLED' } as const

/**
 * Where each verb takes a story from each status; a pair that is missing is refused. Revising never changes the status.
 * `unschedule` is the end of its last planned publication, cancelled or failed; only a story that waited for it moves.
 */
const moves: Readonly<Record<ArticleStatus, Moves>> = {
  DRAFT: { ...staying('DRAFT'), submit: 'IN_REVIEW', publish: 'LIVE', schedule: 'SCHEDULED', ...kill },
  IN_REVIEW: {
    ...staying('IN_REVIEW'),
    approve: 'APPROVED',
    reject: 'at rest',
    publish: 'LIVE',
    schedule: 'SCHEDULED',
    ...kill,
  },
  APPROVED: {
    ...staying('APPROVED'),
    submit: 'IN_REVIEW',
    approve: 'APPROVED',
    reject: 'at rest',
    publish: 'LIVE',
    schedule: 'SCHEDULED',
    ...kill,
  },
  SCHEDULED: { ...staying('SCHEDULED'), publish: 'LIVE', schedule: 'SCHEDULED', unschedule: 'at rest', ...kill },
  LIVE: {
    revise: 'LIVE',
    publish: 'LIVE',
    correct: 'LIVE',
    schedule: 'LIVE',
    unschedule: 'LIVE',
    withdraw: 'WITHDRAWN',
    ...kill,
  },
  WITHDRAWN: { ...staying('WITHDRAWN'), submit: 'IN_REVIEW', publish: 'LIVE', schedule: 'SCHEDULED', ...kill },
  KILLED: { restore: 'at rest' },
}

/** What the table needs to know of a story. */
type Past = Pick<ArticleDraft, 'status' | 'approvedVersion' | 'firstPublishedAt'>

/** The status after a verb. @throws conflict naming the verbs that are possible. */
export function nextStatus(story: Past, verb: Verb): ArticleStatus {
  const next = moves[story.status][verb]
  if (next) return next === 'at rest' ? restingStatus(story, verb) : next
  const possible = Object.keys(moves[story.status]).filter((each) => each !== 'unschedule')
  throw new Refusal(
    'conflict',
    `a story that is ${story.status} cannot be the object of '${verb}'; possible are ${possible.join(', ')}`,
  )
}

/** WITHDRAWN when readers ever saw it; else APPROVED when a revision was, unless the verb takes that back; else DRAFT. */
function restingStatus({ approvedVersion, firstPublishedAt }: Past, verb: Verb): ArticleStatus {
  if (firstPublishedAt) return 'WITHDRAWN'
  return approvedVersion !== null && verb === 'unschedule' ? 'APPROVED' : 'DRAFT'
}
