import { type Static, Type } from 'typebox'
import { countFields } from '../core/count.ts'
import { Id, Instant, line, named, nullable, oneOf, optional, pageFields, Slug, strict } from '../core/shapes.ts'
import { nameKey } from '../lib/name-search.ts'
import { fold } from '../lib/transliterate.ts'
import { Storyline, StorylineInput, StorylineRecord, toStorylineRecord } from '../storylines/storyline.ts'

export const tagTypes = ['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'TOPIC', 'SECTION', 'SERIES', 'STORYLINE'] as const
export const TagType = oneOf(tagTypes, 'What kind of thing the tag names.')
export type TagType = Static<typeof TagType>

/** Of one tag, also of one into which others were merged. */
export const mostAliases = 100
export const mostExternalIds = 30

/** Identifiers elsewhere, by scheme. */
const ExternalIds = Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' }), line(200), {
  maxProperties: mostExternalIds,
  description: 'Identifiers elsewhere, by scheme, such as {"wikidata": "Q232"}.',
  additionalProperties: false,
})

const fields = {
  type: TagType,
  name: line(200),
  slug: Slug,
  description: nullable(Type.String({ minLength: 1, maxLength: 2_000 })),
  parentId: nullable(Id),
  aliases: Type.Array(line(200), { maxItems: mostAliases }),
  externalIds: ExternalIds,
  storyline: nullable(StorylineInput),
}

/** A new tag; the slug is made from the name when left out. */
export const TagInput = strict(
  { ...Type.Partial(Type.Object(fields)).properties, type: fields.type, name: fields.name },
  {
    $id: 'TagInput',
    examples: [{ type: 'PLACE', name: 'Алматы', aliases: ['Almaty', 'Alma-Ata'], externalIds: { wikidata: 'Q35493' } }],
  },
)
export type TagInput = Static<typeof TagInput>

/** A change of a tag: what is left out stays, null empties. */
export const TagPatch = strict(Type.Partial(Type.Object(fields)).properties, {
  $id: 'TagPatch',
  examples: [{ description: 'The largest city of Kazakhstan.' }],
})
export type TagPatch = Static<typeof TagPatch>

export const TagMerge = strict(
  { intoId: Type.String({ format: 'uuid', description: 'The tag that stays.' }) },
  { $id: 'TagMerge', examples: [{ intoId: '0192a1b0-0000-7000-8000-000000000002' }] },
)

const linkExample = {
  id: '0192a1b0-0000-7000-8000-000000000002',
  slug: 'kazakhstan',
  name: 'Kazakhstan',
  type: 'PLACE',
}

/** A tag where it is mentioned: enough to show and to link. */
export const TagLink = Type.Object(
  { id: Id, slug: Type.String(), name: Type.String(), type: TagType },
  { $id: 'TagLink', examples: [linkExample] },
)
export type TagLink = Static<typeof TagLink>

const example = {
  id: '0192a1b0-0000-7000-8000-000000000001',
  slug: 'almaty',
  name: 'Алматы',
  type: 'PLACE',
  description: 'The largest city of Kazakhstan.',
  aliases: ['Almaty', 'Alma-Ata'],
  externalIds: { wikidata: 'Q35493' },
}

/** A tag as readers see it. */
export const PublicTag = Type.Object(
  {
    ...TagLink.properties,
    description: nullable(Type.String()),
    parent: nullable(named(TagLink)),
    children: Type.Array(named(TagLink)),
    aliases: Type.Array(Type.String()),
    externalIds: Type.Record(Type.String(), Type.String()),
    storyline: nullable(named(Storyline)),
  },
  {
    $id: 'Tag',
    examples: [{ ...example, parent: linkExample, children: [], storyline: null }],
  },
)
export type PublicTag = Static<typeof PublicTag>

/** A public tag without its neighbours in the tree, which GraphQL looks up only when asked. */
export type TagNode = Omit<PublicTag, 'parent' | 'children' | 'storyline'> & { parentId: string | null }

/** A public tag with its neighbours in the tree. */
export type PlacedTag = Omit<PublicTag, 'storyline'> & TagNode

/** A tag as staff see it. */
export const TagRecord = Type.Object(
  {
    ...TagLink.properties,
    description: nullable(Type.String()),
    parentId: nullable(Id),
    aliases: Type.Array(Type.String()),
    externalIds: Type.Record(Type.String(), Type.String()),
    storyline: nullable(named(StorylineRecord)),
    publicAt: nullable(Instant),
    mergedIntoId: nullable(Id),
    version: Type.Integer(),
    createdAt: Instant,
    changedAt: Instant,
  },
  {
    $id: 'TagRecord',
    examples: [
      {
        ...example,
        parentId: '0192a1b0-0000-7000-8000-000000000002',
        storyline: null,
        publicAt: '2026-01-08T09:30:00.000Z',
        mergedIntoId: null,
        version: 2,
        createdAt: '2026-01-01T12:00:00.000Z',
        changedAt: '2026-01-02T12:00:00.000Z',
      },
    ],
  },
)
export type TagRecord = Static<typeof TagRecord>

/** What readers may ask of a list of tags. */
export const TagQuery = strict({
  search: optional(
    Type.String({ maxLength: 200, description: 'A part of the name or of an alias; accents and case aside.' }),
  ),
  type: optional(TagType),
  parent: optional(Type.String({ maxLength: 200, description: 'Id or slug of the parent.' })),
  ...pageFields,
})
export type TagQuery = Static<typeof TagQuery>

/** The same over REST, where the list can be counted. */
export const TagListQuery = strict({ ...TagQuery.properties, ...countFields })

/** Columns that search reads, kept beside the name and aliases that they are made of. */
export function searchColumns(name: string, aliases: string[]): { nameFolded: string; aliasFolded: string } {
  return { nameFolded: nameKey(name), aliasFolded: aliases.map(fold).join('\n') }
}

/** Levels of the tree of tags: a guard against accidents, far above what a newsroom needs. */
const maxLevels = 20

/**
 * Whether `parentId` may become the parent of `id`: not when the tag is among the parent's own ancestors.
 * `parentOf` gives the parent of a tag, null at a root. Refuses trees deeper than `maxLevels` too.
 */
export function fitsUnder(id: string, parentId: string, parentOf: Map<string, string | null>): boolean {
  let at: string | null | undefined = parentId
  for (let depth = 0; at && depth < maxLevels - 1; depth++) {
    if (at === id) return false
    at = parentOf.get(at)
  }
  return !at
}

/** The view for staff. */
export function toTagRecord(row: Omit<TagRecord, 'externalIds'> & { externalIds: unknown }): TagRecord {
  const storyline = toStorylineRecord(row.type, row.storyline)
  const {
    id,
    slug,
    name,
    type,
    description,
    parentId,
    aliases,
    publicAt,
    mergedIntoId,
    version,
    createdAt,
    changedAt,
  } = row
  const externalIds = row.externalIds as Record<string, string>
  return {
    id,
    slug,
    name,
    type,
    description,
    parentId,
    aliases,
    externalIds,
    storyline,
    publicAt,
    mergedIntoId,
    version,
    createdAt,
    changedAt,
  }
}
