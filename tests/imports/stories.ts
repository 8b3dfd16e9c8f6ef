import type { Found, ImportAuthor, ImportItem, ImportTag } from '../../src/imports/item.ts'

/** A story as a format gives it; a test says only what matters to it. */
export function itemOf(said: Partial<ImportItem> & { externalId: string }): ImportItem {
  return {
    ...{ version: null, status: 'LIVE', headline: `Story ${said.externalId}`, slug: null, locale: null, kicker: null },
    ...{
      standfirst: null,
      body: textOf(`The text of ${said.externalId}.`),
      bylines: [],
      section: null,
      tags: [],
      media: [],
    },
    ...{
      leadMedia: null,
      recommendedVideo: null,
      related: [],
      source: null,
      canonicalUrl: null,
      oldSite: null,
      formerPaths: [],
    },
    ...{ publishedAt: null, updatedAt: null, embargoUntil: null, scheduledAt: null, correction: null },
    ...{ place: { item: 1, line: 1 }, repairs: [] },
    ...said,
  }
}

/** A body of paragraphs. */
export function textOf(...paragraphs: string[]): ImportItem['body'] {
  return paragraphs.map((text, i) => ({
    ...({ _type: 'block', _key: `b${i}`, style: 'normal', markDefs: [] } as const),
    children: [{ _type: 'span', _key: 's0', text, marks: [] }],
  })) as ImportItem['body']
}

export function authorOf(name: string, said: Partial<ImportAuthor> = {}): ImportAuthor {
  const nothing = { role: null, slug: null, email: null, externalId: null, bio: null, jobTitle: null, avatarUrl: null }
  return { name, kind: 'PERSON', ...nothing, ...said }
}

export function tagOf(name: string, said: Partial<ImportTag> = {}): ImportTag {
  return { name, type: 'TOPIC', slug: null, externalId: null, description: null, parentSlug: null, ...said }
}

/** Things of a file, as its reader gives them. */
export async function* fileOf(...things: (Found | ImportItem)[]): AsyncGenerator<Found> {
  for (const thing of things) yield 'headline' in thing ? { item: thing } : thing
}
