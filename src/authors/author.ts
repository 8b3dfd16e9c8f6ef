import { type Static, Type } from 'typebox'
import { countFields } from '../core/count.ts'
import {
  Id,
  Instant,
  line,
  named,
  nullable,
  oneOf,
  optional,
  pageFields,
  Slug,
  strict,
  WebUrl,
} from '../core/shapes.ts'
import { nameKey } from '../lib/name-search.ts'
import { PublicMedia } from '../media/media.ts'

export const authorKinds = ['PERSON', 'ORGANISATION'] as const
export const AuthorKind = oneOf(authorKinds, 'A person, or an organisation such as a wire agency.')
export type AuthorKind = Static<typeof AuthorKind>

const link = { label: line(100), url: WebUrl }

/** A page about an author elsewhere. */
export const ProfileLink = Type.Object(
  { label: Type.String(), url: Type.String() },
  { $id: 'ProfileLink', examples: [{ label: 'Mastodon', url: 'https://social.example/@aigerim' }] },
)
export type ProfileLink = Static<typeof ProfileLink>

const fields = {
  kind: AuthorKind,
  name: line(200),
  slug: Slug,
  bio: nullable(Type.String({ minLength: 1, maxLength: 5_000 })),
  jobTitle: nullable(line(200)),
  email: nullable(
    Type.String({ format: 'email', maxLength: 254, description: 'Shown to readers only with `emailPublic`.' }),
  ),
  emailPublic: Type.Boolean({ description: 'Whether readers may see the e-mail address.' }),
  avatarId: nullable(Id),
  links: Type.Array(strict(link), { maxItems: 20, description: 'Pages about them elsewhere.' }),
}

const linkExample = {
  id: '0192a1b0-0000-7000-8000-000000000021',
  slug: 'aigerim-serik',
  name: 'Айгерім Серік',
  kind: 'PERSON',
}
const example = {
  ...linkExample,
  bio: 'Covers the Caspian energy trade.',
  jobTitle: 'Energy correspondent',
  email: 'aigerim@example.org',
  links: [{ label: 'Mastodon', url: 'https://social.example/@aigerim' }],
}

/** A new author, a PERSON unless it says otherwise; the slug is made from the name when left out. */
export const AuthorInput = strict(
  { ...Type.Partial(Type.Object(fields)).properties, name: fields.name },
  { $id: 'AuthorInput', examples: [{ name: 'Айгерім Серік', jobTitle: 'Energy correspondent', links: example.links }] },
)
export type AuthorInput = Static<typeof AuthorInput>

/** A change of an author: what is left out stays, null empties. */
export const AuthorPatch = strict(Type.Partial(Type.Object(fields)).properties, {
  $id: 'AuthorPatch',
  examples: [{ jobTitle: 'Energy editor' }],
})
export type AuthorPatch = Static<typeof AuthorPatch>

export const AuthorMerge = strict(
  { intoId: Type.String({ format: 'uuid', description: 'The author that stays.' }) },
  { $id: 'AuthorMerge', examples: [{ intoId: linkExample.id }] },
)

/** An author where they are named: enough to show and to link. */
export const AuthorLink = Type.Object(
  { id: Id, slug: Type.String(), name: Type.String(), kind: AuthorKind },
  { $id: 'AuthorLink', examples: [linkExample] },
)
export type AuthorLink = Static<typeof AuthorLink>

/** An author as readers see them; the e-mail address is null unless the author wants it public. */
export const PublicAuthor = Type.Object(
  {
    ...AuthorLink.properties,
    bio: nullable(Type.String()),
    avatar: nullable(named(PublicMedia)),
    jobTitle: nullable(Type.String()),
    email: nullable(Type.String()),
    links: Type.Array(named(ProfileLink)),
  },
  { $id: 'Author', examples: [{ ...example, avatar: null }] },
)
export type PublicAuthor = Static<typeof PublicAuthor>

/** An author as staff see them. */
export const AuthorRecord = Type.Object(
  {
    ...AuthorLink.properties,
    bio: nullable(Type.String()),
    jobTitle: nullable(Type.String()),
    email: nullable(Type.String()),
    emailPublic: Type.Boolean(),
    avatarId: nullable(Id),
    links: Type.Array(named(ProfileLink)),
    publicAt: nullable(Instant),
    mergedIntoId: nullable(Id),
    version: Type.Integer(),
    createdAt: Instant,
    changedAt: Instant,
  },
  {
    $id: 'AuthorRecord',
    examples: [
      {
        ...example,
        emailPublic: false,
        avatarId: null,
        publicAt: '2026-01-08T09:30:00.000Z',
        mergedIntoId: null,
        version: 2,
        createdAt: '2026-01-01T12:00:00.000Z',
        changedAt: '2026-01-02T12:00:00.000Z',
      },
    ],
  },
)
export type AuthorRecord = Static<typeof AuthorRecord>

/** What readers may ask of a list of authors. */
export const AuthorQuery = strict({
  search: optional(Type.String({ maxLength: 200, description: 'A part of the name; accents and case aside.' })),
  kind: optional(AuthorKind),
  ...pageFields,
})
export type AuthorQuery = Static<typeof AuthorQuery>

/** The same over REST, where the list can be counted. */
export const AuthorListQuery = strict({ ...AuthorQuery.properties, ...countFields })

/** The column that search and lists read, kept beside the name that it is made of. */
export function searchColumns(name: string): { nameFolded: string } {
  return { nameFolded: nameKey(name) }
}

/** The view for staff. */
export function toAuthorRecord(row: Omit<AuthorRecord, 'links'> & { links: unknown }): AuthorRecord {
  const { id, slug, name, kind, bio, jobTitle, email, emailPublic, avatarId } = row
  const { publicAt, mergedIntoId, version, createdAt, changedAt } = row
  const links = row.links as ProfileLink[]
  return {
    ...{ id, slug, name, kind, bio, jobTitle, email, emailPublic, avatarId, links },
    ...{ publicAt, mergedIntoId, version, createdAt, changedAt },
  }
}
