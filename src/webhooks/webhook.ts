import { type Static, Type } from 'typebox'
import type { EventType } from '../core/events.ts'
import {
  Id,
  Instant,
  InstantInput,
  line,
  nullable,
  oneOf,
  optional,
  pageFields,
  strict,
  WebUrl,
} from '../core/shapes.ts'

/** What can be sent, by noun: each event of `src/core/events.ts` that is about what the newsroom makes, not about its staff. */
const verbs = {
  article: [
    ...(['created', 'revised', 'submitted', 'approved', 'rejected', 'scheduled', 'unscheduled', 'published'] as const),
    ...(['corrected', 'withdrawn', 'killed', 'restored', 'embargoed', 'unembargoed', 'unlocked'] as const),
  ],
  post: ['created', 'revised', 'published', 'withdrawn', 'deleted'],
  tag: ['created', 'updated', 'merged', 'deleted'],
  author: ['created', 'updated', 'merged', 'deleted'],
  media: ['created', 'updated', 'merged', 'deleted'],
  front: ['created', 'updated', 'published', 'withdrawn', 'deleted'],
} as const

type Sent = { [N in keyof typeof verbs]: `${N}.${(typeof verbs)[N][number]}` }[keyof typeof verbs]
type Sendable = Extract<EventType, `${keyof typeof verbs}.${string}`>
/** Fails to compile when an event of these nouns is missing above, or one is there that does not exist. */
const isComplete: [Sendable] extends [Sent] ? ([Sent] extends [Sendable] ? true : never) : never = true

/** Nouns whose events leave the house, as the type of an event begins. */
export const sentNouns: readonly string[] = isComplete ? Object.keys(verbs) : []

/** What caches in front are told: which answers to drop. No event of its own, but what each public event means for a cache. */
export const purgeEvent = 'cache.purged'

const patterns = Object.entries(verbs).map(([noun, each]) => `${noun}\\.(\\*|${each.join('|')})`)
const EventPattern = Type.String({
  pattern: `^(${[...patterns, purgeEvent.replace('.', '\\.')].join('|')})$`,
  description:
    "must be the type of an event, such as 'article.published', all of a noun: 'article.*', or 'cache.purged'",
})

const fields = {
  name: line(200, 'What it is called among colleagues.'),
  url: WebUrl,
  events: Type.Array(EventPattern, {
    maxItems: 50,
    description:
      "Types of events, such as 'article.published' or 'article.*'; empty: all. 'cache.purged', alone: what a CDN has to drop.",
  }),
  tagIds: Type.Array(Id, {
    maxItems: 100,
    description: 'Only events about stories with one of these tags or sections, and about these tags; empty: all.',
  }),
}

export const webhookStatuses = ['ACTIVE', 'DISABLED'] as const
export const WebhookStatus = oneOf(webhookStatuses, 'Whether events are sent.')
export type WebhookStatus = Static<typeof WebhookStatus>

export const WebhookInput = strict(
  { name: fields.name, url: fields.url, events: Type.Optional(fields.events), tagIds: Type.Optional(fields.tagIds) },
  {
    $id: 'WebhookInput',
    examples: [{ name: 'Front end', url: 'https://www.example.com/hooks/dateline', events: ['article.published'] }],
  },
)
export type WebhookInput = Static<typeof WebhookInput>

/** A change of an endpoint: what is left out stays. ACTIVE begins anew after it was disabled. */
export const WebhookPatch = strict(
  { ...Type.Partial(Type.Object(fields)).properties, status: Type.Optional(WebhookStatus) },
  { $id: 'WebhookPatch', examples: [{ events: ['article.*'], status: 'ACTIVE' }] },
)
export type WebhookPatch = Static<typeof WebhookPatch>

/** A day, unless another time is given; thirty days at most. */
export const defaultOverlapSeconds = 86_400
export const WebhookRotation = strict(
  {
    overlapSeconds: optional(
      Type.Integer({
        minimum: 0,
        maximum: 2_592_000,
        description: 'How long the former secret signs too; a day when left out, 30 days at most.',
      }),
    ),
  },
  { $id: 'WebhookRotation', examples: [{ overlapSeconds: 3_600 }] },
)

export const WebhookRange = strict(
  {
    from: InstantInput,
    to: InstantInput,
    onlyFailed: optional(Type.Boolean({ description: 'Leave out what this endpoint has had; false when left out.' })),
  },
  {
    $id: 'WebhookRange',
    examples: [{ from: '2026-01-08T00:00:00Z', to: '2026-01-09T00:00:00Z', onlyFailed: true }],
  },
)

export const Redelivery = Type.Object(
  { count: Type.Integer({ description: 'Deliveries that were made.' }) },
  { $id: 'Redelivery', examples: [{ count: 12 }] },
)
export type Redelivery = Static<typeof Redelivery>

/** An endpoint as admins see it. */
export const Webhook = Type.Object(
  {
    id: Id,
    name: Type.String(),
    url: Type.String(),
    events: Type.Array(Type.String()),
    tagIds: Type.Array(Id),
    status: WebhookStatus,
    disabledReason: nullable(Type.String({ description: 'Why it was disabled, when nobody did.' })),
    failingSince: nullable(Instant),
    secret: nullable(
      Type.String({ description: 'Shown in the answer that makes or rotates it, and never again: null elsewhere.' }),
    ),
    previousUntil: nullable(Instant),
    version: Type.Integer(),
    createdAt: Instant,
    createdBy: Type.String(),
    changedAt: Instant,
  },
  {
    $id: 'Webhook',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000070',
        name: 'Front end',
        url: 'https://www.example.com/hooks/dateline',
        events: ['article.published', 'article.withdrawn'],
        tagIds: [],
        status: 'ACTIVE',
        disabledReason: null,
        failingSince: null,
        secret: null,
        previousUntil: null,
        version: 1,
        createdAt: '2026-01-08T09:30:00.000Z',
        createdBy: 'user:Ada Lovelace',
        changedAt: '2026-01-08T09:30:00.000Z',
      },
    ],
  },
)
export type Webhook = Static<typeof Webhook>

export const WebhookQuery = strict(pageFields)

/** The row of an endpoint with everything that the view shows, and its secrets, which it does not. */
export type WebhookRow = Omit<Webhook, 'secret'> & { secret: string; previousSecret: string | null }

/** The view for admins, without the secret. */
export function toWebhook({ previousSecret: _, ...row }: WebhookRow): Webhook {
  return { ...row, secret: null }
}
