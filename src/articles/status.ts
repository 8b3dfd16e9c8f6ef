import { Refusal } from '../core/errors.ts'
import type { ArticleStatus } from './article-draft.ts'

type Verb = 'revise' | 'publish' | 'withdraw'

/** Where each verb takes a story from each status; a pair that is missing is refused. Revising never changes it. */
const moves: Record<ArticleStatus, Partial<Record<Verb, ArticleStatus>>> = {
  DRAFT: { revise: 'DRAFT', publish: 'LIVE' },
  LIVE: { revise: 'LIVE', publish: 'LIVE', withdraw: 'WITHDRAWN' },
  WITHDRAWN: { revise: 'WITHDRAWN', publish: 'LIVE' },
}

/** The status after a verb. @throws conflict naming the verbs that are possible. */
export function nextStatus(status: ArticleStatus, verb: Verb): ArticleStatus {
  const next = moves[status][verb]
  if (next) return next
  throw new Refusal(
    'conflict',
    `a story that is ${status} cannot be the object of '${verb}'; possible are ${Object.keys(moves[status]).join(', ')}`,
  )
}
