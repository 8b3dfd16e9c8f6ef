import type { Ctx } from './ctx.ts'

/**
 * What an answer for readers was made of, gathered while it is made. A change names the same keys: `drop` in src/cache takes away
 * every kept answer that depends on one of them. Keys are
 * - the id of a thing that stands in the answer, or that a link in it leads to: `0192a1b0-…`;
 * - `list:articles`, `list:tags`, `list:authors`: any list or search of them that no narrower key covers;
 * - `list:<id>`: the stories of a tag, a section or an author;
 * - `any`: every change;
 * - `slug:<slug>`, `path:<path>`: what stands there, when nothing does yet;
 * - `~…`: what each process drops by itself, told by no entry of the journal. See `ownKey`.
 */
export interface Sources {
  keys: Set<string>
  /** Seconds after which the answer is old though nothing changed, such as a ranking by time; null: never. */
  freshSeconds: number | null
  /** Whether another who asks the same may be given it; false for what a secret opens. */
  isShared: boolean
}

/** Says that the answer being made depends on these keys. Does nothing where no answer is kept. */
export function dependsOn({ sources }: Ctx, ...keys: string[]): void {
  if (sources) for (const key of keys) sources.keys.add(key)
}

/** An id as a value in JSON. The quotes make it ten times as fast: there are fewer of them than of hexadecimal digits. */
const anyId = /"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"/g

/** Says that the answer depends on every id in this text: the JSON of the rows that it is made of. */
export function dependsOnIdsIn({ sources }: Ctx, text: string): void {
  if (sources) for (const id of text.match(anyId) ?? []) sources.keys.add(copyOf(id.slice(1, -1)))
}

/** A part of a string holds on to the whole of it in V8: an answer would keep the rows that it was made of. */
function copyOf(id: string): string {
  return Buffer.from(id, 'latin1').toString('latin1')
}

/** Says that the answer is old after so many seconds, whatever happens. */
export function freshFor({ sources }: Ctx, seconds: number): void {
  if (sources) sources.freshSeconds = Math.min(sources.freshSeconds ?? seconds, seconds)
}

/** Says that the answer is for this request alone, such as a preview: it is never kept, and nobody waits for it to be made. */
export function neverShared({ sources }: Ctx): void {
  if (sources) sources.isShared = false
}

/** What a CDN knows answers by that depend on more than their headers can name: each purge names it. */
export const manyThings = 'many'

/** What depends on everything, such as the feed of changes: every change of what readers see drops it. */
export const anyChange = 'any'

/** Says that the answer depends on every id in these rows. */
export function dependsOnRows(ctx: Ctx, rows: unknown): void {
  if (ctx.sources) dependsOnIdsIn(ctx, JSON.stringify(rows) ?? '')
}

/** The list of a tag's, a section's or an author's stories. */
export const listOf = (id: string): string => `list:${id}`

/** A key that each process drops by itself (`dropOwn` of `Keeping`), without a word to others or to a CDN, such as that of rankings. */
export const ownKey = (name: string): string => `~${name}`

/** Whether a key is such a one. */
export const isOwnKey = (key: string): boolean => key.startsWith('~')
