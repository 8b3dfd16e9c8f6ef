import { type Static, Type } from 'typebox'
import { Id, Instant, named, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'

export const deliveryStatuses = ['PENDING', 'DELIVERED', 'FAILED'] as const
export const DeliveryStatus = oneOf(deliveryStatuses, 'PENDING until it arrived or was given up.')
export type DeliveryStatus = Static<typeof DeliveryStatus>

const attemptExample = {
  at: '2026-01-08T09:30:01.000Z',
  durationMs: 84,
  status: 503,
  answer: 'try later',
  error: null,
}

export const WebhookAttempt = Type.Object(
  {
    at: Instant,
    durationMs: Type.Integer(),
    status: nullable(Type.Integer({ description: 'The HTTP status; null when there was no answer.' })),
    answer: nullable(Type.String({ description: 'The first 4,000 bytes of what was answered.' })),
    error: nullable(Type.String({ description: "Why there was no answer, such as 'timeout: …'." })),
  },
  { $id: 'WebhookAttempt', examples: [attemptExample] },
)
export type WebhookAttempt = Static<typeof WebhookAttempt>

/** One event on its way to one endpoint, with everything that was tried. */
export const WebhookDelivery = Type.Object(
  {
    id: Id,
    eventId: Type.String({
      format: 'uuid',
      description: 'The `webhook-id`: the same for every delivery of one event.',
    }),
    type: Type.String(),
    status: DeliveryStatus,
    body: Type.String({ description: 'What is sent, byte for byte.' }),
    attempts: Type.Array(named(WebhookAttempt)),
    nextAttemptAt: nullable(Instant),
    createdAt: Instant,
    finishedAt: nullable(Instant),
  },
  {
    $id: 'WebhookDelivery',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000071',
        eventId: '0192a1b0-0000-7000-8000-000000000072',
        type: 'article.published',
        status: 'PENDING',
        body: '{"type":"article.published","timestamp":"2026-01-08T09:30:00.000Z","data":{"id":"0192a1b0-0000-7000-8000-000000000001","eventId":"0192a1b0-0000-7000-8000-000000000072","number":7,"sequence":2,"version":3}}',
        attempts: [attemptExample],
        nextAttemptAt: '2026-01-08T09:30:06.000Z',
        createdAt: '2026-01-08T09:30:00.000Z',
        finishedAt: null,
      },
    ],
  },
)
export type WebhookDelivery = Static<typeof WebhookDelivery>

export const DeliveryQuery = strict({ status: optional(DeliveryStatus), ...pageFields })

interface DeliveryRow extends Omit<WebhookDelivery, 'attempts' | 'nextAttemptAt'> {
  nextAttemptAt: Date
  log: WebhookAttempt[]
}

/** The view for admins; what is finished has no next attempt. */
export function toWebhookDelivery({ id, eventId, type, status, body, log, ...row }: DeliveryRow): WebhookDelivery {
  const { createdAt, finishedAt } = row
  const nextAttemptAt = status === 'PENDING' ? row.nextAttemptAt : null
  return { id, eventId, type, status, body, attempts: log, nextAttemptAt, createdAt, finishedAt }
}
