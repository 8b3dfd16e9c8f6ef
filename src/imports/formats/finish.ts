import { maxTags } from '../../articles/article.ts'
import { plainText } from '../../articles/body/text.ts'
import { fitBody } from '../html/fit-body.ts'
import type { Found, ImportAuthor, ImportItem, ImportLink, ImportTag, Place } from '../item.ts'
import { pathOf, webAddress } from '../text/addresses.ts'
import type { Notes } from '../text/notes.ts'
import { cutText, fingerprint, oneLine } from '../text/words.ts'

/** What a format has to say of a story; the rest is filled in. */
export type Draft = Pick<ImportItem, 'body' | 'place'> & Partial<Omit<ImportItem, 'body' | 'place' | 'repairs'>>

const nothing = {
  ...{ version: null, status: 'LIVE' as const, slug: null, locale: null, kicker: null, standfirst: null },
  ...{ bylines: [], section: null, tags: [], media: [], leadMedia: null, recommendedVideo: null, related: [] },
  ...{ source: null, canonicalUrl: null, oldSite: null, formerPaths: [], correction: null },
  ...{ publishedAt: null, updatedAt: null, embargoUntil: null, scheduledAt: null },
}

/**
 * A story from what a format has read: lengths brought within those of ArticleInput, empty fields filled in, everything that was
 * changed on the way noted. Refused when it has neither headline nor text, or a body that no story can have.
 */
export function finishItem(draft: Draft, notes: Notes): Found {
  const { place, externalId: given = '' } = draft
  const fitted = fitBody(draft.body)
  if ('reason' in fitted) return refused(place, fitted.reason, given)
  for (const note of fitted.notes) notes.add(note)
  const headline = headlineOf(draft, notes)
  if (!headline) return refused(place, 'it has neither a headline nor a text', given)
  const item = { ...nothing, ...draft, ...shortFields(draft, notes), headline, body: fitted.body }
  const lists = { bylines: people(item.bylines), tags: tags(item), related: links(item.related, notes) }
  const externalId = nameOf(item, notes)
  noteLostCharacters(item, notes)
  return { item: { ...item, ...lists, externalId, repairs: notes.at(place) } }
}

function refused(place: Place, reason: string, externalId: string): Found {
  return { refused: { place, reason, externalId: externalId || null } }
}

function headlineOf({ headline, standfirst, body }: Draft, notes: Notes): string | null {
  const own = oneLine(headline)
  if (own && own.length > 300) notes.add('the headline had more than 300 characters and was cut')
  if (own) return cutText(own, 300)
  const block = body.find((each) => each._type === 'block' && plainText(each).trim() !== '')
  const words = oneLine(standfirst) ?? (block?._type === 'block' ? oneLine(plainText(block)) : null)
  if (words) notes.add('it has no headline; its first words stand for one')
  return words && cutText(words, 120)
}

function shortFields(draft: Draft, notes: Notes) {
  const short = (name: 'kicker' | 'standfirst', most: number) => {
    const words = oneLine(draft[name])
    if (words && words.length > most) notes.add(`the ${name} had more than ${most} characters and was cut`)
    return words && cutText(words, most)
  }
  return {
    kicker: short('kicker', 120),
    standfirst: short('standfirst', 2_000),
    slug: slugOf(draft.slug),
    locale: localeOf(draft.locale, notes),
    canonicalUrl: webAddress(draft.canonicalUrl, null),
    formerPaths: [...new Set((draft.formerPaths ?? []).map(asciiPath).filter((path) => path !== null))].slice(0, 20),
    source: sourceOf(draft.source),
    correction: draft.correction ? { ...draft.correction, text: cutText(draft.correction.text, 2_000) } : null,
  }
}

function asciiPath(path: string): string | null {
  return path.startsWith('/') ? pathOf(`https://a.example${path}`) : null
}

const slugPattern = /^(?![0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$)[a-z0-9]+(-[a-z0-9]+)*$/

/** A slug of the old site when it is one here too. */
export function slugOf(slug: string | null | undefined): string | null {
  return slug && slug.length <= 120 && slugPattern.test(slug) ? slug : null
}

/** A language tag as ours are written: `en_US` is `en-US`. */
function localeOf(tag: string | null | undefined, notes: Notes): string | null {
  const words = tag?.trim().replaceAll('_', '-')
  if (!words) return null
  const [, language, script, region] = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-|$)/i.exec(words) ?? []
  if (!language) {
    notes.add(`'${cutText(words, 40)}' is no language and was left out`)
    return null
  }
  const tail = [script && script.charAt(0).toUpperCase() + script.slice(1).toLowerCase(), region?.toUpperCase()]
  return [language.toLowerCase(), ...tail.filter(Boolean)].join('-')
}

function sourceOf(source: ImportItem['source'] | undefined): ImportItem['source'] {
  const name = oneLine(source?.name)
  if (!source || !name) return null
  const externalId = source.externalId ? cutText(source.externalId, 300) : null
  return { name: cutText(name, 200), url: webAddress(source.url, null), externalId }
}

/** Each person once, with names that fit. */
function people(all: ImportAuthor[]): ImportAuthor[] {
  const named = all.flatMap((author) => {
    const name = oneLine(author.name)
    return name ? { ...author, name: cutText(name, 200), role: author.role && cutText(author.role, 60) } : []
  })
  return named.filter(({ name }, i) => named.findIndex((each) => each.name === name) === i).slice(0, 30)
}

function tags({ tags: all, section }: { tags: ImportTag[]; section: ImportTag | null }): ImportTag[] {
  const named = all.flatMap((tag) => {
    const name = oneLine(tag.name)
    return name ? { ...tag, name: cutText(name, 200) } : []
  })
  const isNew = ({ type, name }: ImportTag, i: number) =>
    named.findIndex((each) => each.type === type && each.name.toLowerCase() === name.toLowerCase()) === i
  return named.filter((tag, i) => isNew(tag, i) && tag.name !== section?.name).slice(0, maxTags)
}

function links(all: ImportLink[], notes: Notes): ImportLink[] {
  const good = all.flatMap(({ headline, url }) => {
    const [words, address] = [oneLine(headline), webAddress(url, null)]
    return words && address ? { headline: cutText(words, 300), url: address } : []
  })
  const once = good.filter(({ url }, i) => good.findIndex((each) => each.url === url) === i)
  if (once.length > 30) notes.add(`of ${once.length} related links the first 30 were kept`)
  return once.slice(0, 30)
}

/** The name within its source; made of the content when the file gives none. */
function nameOf({ externalId, headline, body }: Draft & { headline: string }, notes: Notes): string {
  const own = oneLine(externalId)
  if (own) return own.length <= 300 ? own : `${own.slice(0, 280)}-${fingerprint(own)}`
  notes.add('it has no identifier; one was made of its content, so that a changed text is a new story')
  return `content:${fingerprint(headline + JSON.stringify(body))}`
}

function noteLostCharacters({ headline, body }: { headline: string; body: unknown }, notes: Notes) {
  if (hasLost(headline) || hasLost(body))
    notes.add('some bytes are wrong in the encoding of the file and became \ufffd')
}

/** Whether any text in it has the character that stands for wrong bytes. Bodies are a few levels deep. */
function hasLost(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\ufffd')
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLost)
}
