import { Refusal, shorten } from '../core/errors.ts'
import type { LineType } from '../exports/line.ts'
import type { ThingRead } from '../exports/restore-batches.ts'
import { ownerOf } from '../exports/restore-lines.ts'
import { LineRefusal } from '../exports/restoring.ts'
import { keyOf } from '../exports/thing.ts'
import type { Outcome } from './outcomes.ts'

/** What the report calls the things of an export; null for what belongs to the thing before it. */
const nouns: Record<LineType, Outcome['noun'] | null> = {
  user: 'USER',
  media: 'MEDIA',
  author: 'AUTHOR',
  tag: 'TAG',
  article: 'ARTICLE',
  revision: null,
  storyline: 'STORYLINE',
  'suggestion-exclusion': 'SUGGESTION_EXCLUSION',
  post: 'POST',
  'post-revision': null,
  front: 'FRONT',
  'front-revision': null,
  webhook: 'WEBHOOK',
  'ingest-source': 'INGEST_SOURCE',
  'journal-entry': null,
}

/** What is to be done by hand about a thing that came back. */
const remarks: Partial<Record<LineType, string>> = {
  user: 'has no password: set one, or let them sign in by the identity provider',
  webhook: 'is DISABLED and has a new secret: rotate it, give it to the receiver, set the webhook to ACTIVE',
  'ingest-source': 'is PAUSED: set it to ACTIVE when this newsroom is to poll it',
}

/** A line of the report for each thing. */
export function ownOutcomes(things: ThingRead[]): Outcome[] {
  return things.flatMap((thing) => {
    const { type, data, line, isNew } = thing
    const noun = nouns[type]
    if (!noun) return []
    const told = { number: numberOf(line), line, noun, externalId: null, title: titleOf(data), isRepaired: false }
    return [{ ...told, result: isNew ? 'CREATED' : 'UNCHANGED', remarks: remarksOf(thing), targetId: keyOf(data) }]
  })
}

function remarksOf({ type, data, isNew }: ThingRead): string[] {
  if (!isNew) return []
  if (data.storedAs) return [`its file is in no export: see that the store has ${shorten(String(data.storedAs))}`]
  return remarks[type] ? [remarks[type]] : []
}

function titleOf({ name, slug, url }: ThingRead['data']): string | null {
  const title = name ?? slug ?? url
  return typeof title === 'string' ? title : null
}

/** The line because of which nothing came back; null when it was not the fault of a line. */
export function ownRefusal(error: unknown): Outcome | null {
  if (!(error instanceof Refusal)) return null
  const { line, type } = error instanceof LineRefusal ? error : { line: null, type: null }
  const noun = (type && nouns[ownerOf(type)]) ?? 'ARTICLE'
  return {
    ...{ number: line === null ? 1 : numberOf(line), line, result: 'REFUSED', noun },
    ...{ externalId: null, title: null, isRepaired: false, remarks: [error.message], targetId: null },
  }
}

/** The first line is about the file. */
const numberOf = (line: number) => Math.max(1, line - 1)
