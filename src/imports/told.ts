import { tagsOf, withIds } from './content.ts'
import type { Entry, StoryEntry } from './entries.ts'
import type { ImportStory } from './item.ts'
import type { Met } from './meet.ts'
import { type Known, namesakeRemarks } from './name-keys.ts'
import type { Fresh } from './new-stories.ts'
import type { Outcome } from './outcomes.ts'
import type { Run } from './run.ts'

/** The story with the ids of what it names, and what is told of names that there is nothing for. */
export function freshOf(run: Run, { number, item, hash, prepared }: StoryEntry, met: Met): Fresh[] {
  if ('faults' in prepared) return []
  const [authors, tags] = [item.bylines.map(met.author), tagsOf(item).map(met.tag)]
  const media = item.media.map(({ url }) => met.media.ids.get(url) ?? null)
  const content = withIds(prepared.content, { authors: authors.map(idIn), tags: tags.map(idIn), media })
  const { tagIds: added = [], sectionId = null } = run.settings
  const tagIds = [...new Set([...content.tagIds, ...added])]
  const names = [...missingNames(item, authors, tags), ...namesakeRemarks(item, met.isNamesake)]
  const remarks = [...names, ...missingMedia(item, media), ...linkedMedia(item, met)]
  return [{ number, item, hash, remarks, content: { ...content, tagIds, sectionId: content.sectionId ?? sectionId } }]
}

function idIn(known: Known | undefined): string | null {
  return known && 'id' in known ? known.id : null
}

function missingNames(item: ImportStory, authors: (Known | undefined)[], tags: (Known | undefined)[]): string[] {
  const fault = (noun: string, name: string, known: Known | undefined) =>
    known && 'fault' in known ? [`${noun} '${name}' is left out: ${known.fault}`] : []
  return [
    ...item.bylines.flatMap(({ name }, i) => fault('author', name, authors[i])),
    ...tagsOf(item).flatMap(({ name }, i) => fault('tag', name, tags[i])),
  ]
}

function missingMedia({ media }: ImportStory, ids: (string | null)[]): string[] {
  return media.flatMap(({ url }, i) =>
    ids[i] ? [] : [`the file ${url.slice(0, 200)} is left out: its address is none of an asset`],
  )
}

/** Pictures that were to be fetched and could not be. */
function linkedMedia({ media }: ImportStory, { fetched }: Met): string[] {
  return media.flatMap(({ url }) => linkedRemarks(url, fetched))
}

function linkedRemarks(url: string, fetched: Met['fetched']): string[] {
  const one = fetched.get(url)
  return one && 'fault' in one ? [`the picture ${url.slice(0, 200)} is linked, not kept here: ${one.fault}`] : []
}

/** What was passed over, all things of a kind in one line. */
export function skippedOutcome({ number, line, what, reason }: Extract<Entry, { kind: 'skipped' }>): Outcome {
  return {
    ...{ number, line, result: 'SKIPPED', noun: 'ARTICLE', externalId: null, title: what },
    ...{ isRepaired: false, remarks: [reason], targetId: null },
  }
}

/** What became of an author, tag or asset that stands in the file by itself, or of what could not be read. */
export function nameOutcome(entry: Exclude<Entry, StoryEntry>, met: Met): Outcome {
  const { number, line } = entry
  const base = { number, line, isRepaired: false }
  if (entry.kind === 'refused') {
    const { externalId, reason } = entry
    return {
      ...base,
      result: 'REFUSED',
      noun: 'ARTICLE',
      externalId,
      title: null,
      remarks: [reason],
      targetId: null,
    }
  }
  if (entry.kind === 'skipped') return skippedOutcome(entry)
  if (entry.kind === 'media') {
    const { url, externalId } = entry.media
    const targetId = met.media.ids.get(url) ?? null
    const result = targetId ? (met.media.made.has(targetId) ? 'CREATED' : 'UNCHANGED') : 'REFUSED'
    const remarks = targetId ? linkedRemarks(url, met.fetched) : ['its address is none of an asset']
    return { ...base, result, noun: 'MEDIA', externalId, title: url, remarks, targetId }
  }
  const isAuthor = entry.kind === 'author'
  const { name, externalId } = isAuthor ? entry.author : entry.tag
  const known = isAuthor ? met.author(entry.author) : met.tag(entry.tag)
  const told = { ...base, noun: isAuthor ? ('AUTHOR' as const) : ('TAG' as const), externalId, title: name }
  if (!known || 'fault' in known)
    return { ...told, result: 'REFUSED', remarks: known ? [known.fault] : [], targetId: null }
  return { ...told, result: known.isNew ? 'CREATED' : 'UNCHANGED', remarks: [], targetId: known.id }
}
