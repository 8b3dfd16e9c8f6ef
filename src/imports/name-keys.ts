import { nameKey } from '../lib/name-search.ts'
import type { ImportAuthor, ImportTag } from './item.ts'

/** What a name of a file stands for here: the id of an author or tag, or why there is none. */
export type Known = { id: string; isNew: boolean } | { fault: string }

/** What tells an author of a source from others. */
export function authorKey({ externalId, slug, name, kind }: ImportAuthor): string {
  return externalId ? `id:${externalId}` : slug ? `slug:${slug}` : `${kind}:${nameKey(name)}`
}

/** What tells a tag of a source from others; sections are apart. */
export function tagKey({ type, externalId, slug, name }: ImportTag): string {
  const kind = type === 'SECTION' ? 'section' : 'tag'
  return `${kind}:${externalId ? `id:${externalId}` : slug ? `slug:${slug}` : nameKey(name)}`
}
