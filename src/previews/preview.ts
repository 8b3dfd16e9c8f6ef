import { type Static, Type } from 'typebox'
import { Id, Instant, line, nullable, optional, strict } from '../core/shapes.ts'

/** Seconds that a link lasts: from a minute to thirty days, a day when nobody says. */
const [shortest, longest, usual] = [60, 2_592_000, 86_400]

/** Which revision to show to somebody without a key, and for how long. */
export const PreviewInput = strict(
  {
    revision: optional(
      Type.Integer({ minimum: 1, description: 'Number of the revision to show; the newest of now when left out.' }),
    ),
    expiresInSeconds: optional(
      Type.Integer({
        minimum: shortest,
        maximum: longest,
        description: `How long the link lasts; a day (${usual}) when left out.`,
      }),
    ),
    note: optional(line(500, 'For whom it is; for colleagues.')),
  },
  { $id: 'PreviewInput', examples: [{ expiresInSeconds: 3_600, note: 'For the lawyer' }] },
)
export type PreviewInput = Static<typeof PreviewInput>

/** Until when a link of this input lasts. */
export function expiryOf({ expiresInSeconds }: PreviewInput, now: Date): Date {
  return new Date(now.getTime() + (expiresInSeconds ?? usual) * 1_000)
}

const fields = {
  id: Id,
  articleId: Id,
  revision: Type.Integer({ description: 'Number of the revision that it shows.' }),
  note: nullable(Type.String()),
  expiresAt: Instant,
  createdAt: Instant,
  createdBy: Type.String(),
}
const example = {
  id: '0192a1b0-0000-7000-8000-000000000081',
  articleId: '0192a1b0-0000-7000-8000-000000000020',
  revision: 3,
  note: 'For the lawyer',
  expiresAt: '2026-01-08T10:30:00.000Z',
  createdAt: '2026-01-08T09:30:00.000Z',
  createdBy: 'key:desk',
}

/** A link to one revision that is still good. The link itself is shown only once, to whoever made it. */
export const Preview = Type.Object(fields, { $id: 'Preview', examples: [example] })
export type Preview = Static<typeof Preview>

const token = `AZKhsAAAcACAAAAAAAAAgQGbnE3ckA.${'m'.repeat(43)}`

/** A link that was just made. */
export const PreviewToken = Type.Object(
  {
    ...fields,
    token: Type.String({ description: 'Shown only here.' }),
    url: Type.String({ description: 'Where the story can be read with it, below the address of this service.' }),
  },
  { $id: 'PreviewToken', examples: [{ ...example, token, url: `/v1/preview/${token}` }] },
)
export type PreviewToken = Static<typeof PreviewToken>

/** The row of a link, as far as it is shown. */
interface PreviewRow extends Omit<Preview, 'revision'> {
  revisionNumber: number
}

/** The view for staff. */
export function toPreview({
  id,
  articleId,
  revisionNumber,
  note,
  expiresAt,
  createdAt,
  createdBy,
}: PreviewRow): Preview {
  return { id, articleId, revision: revisionNumber, note, expiresAt, createdAt, createdBy }
}
