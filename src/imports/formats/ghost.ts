import type { Format, ReadOptions } from '../format.ts'
import { convertHtml } from '../html/convert.ts'
import { bareMedia } from '../html/pictures.ts'
import type { Found, ImportAuthor, ImportStatus, ImportTag } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { instantOf } from '../text/dates.ts'
import { listOf, objectOf, parseJson, stringOf } from '../text/json.ts'
import { Notes } from '../text/notes.ts'
import { cutText, plainWords } from '../text/words.ts'
import { finishItem, slugOf } from './finish.ts'
import { lexicalHtml } from './ghost-lexical.ts'
import { mobiledocHtml } from './ghost-mobiledoc.ts'
import { bareAuthor, bareTag, withLead } from './parts.ts'
import { refusal, wholeReader } from './readers.ts'

/** Largest export, in characters: some 5,000 long posts, whole in memory. */
const mostCharacters = 64_000_000

/** The export of Ghost, version 1 to 6. */
export const ghost: Format = {
  name: 'ghost',
  title: 'Ghost export (JSON)',
  detects: (head) =>
    /^\s*\{\s*"(?:db|meta|data)"\s*:/.test(head) &&
    /"(?:posts_tags|posts_authors|posts_meta|mobiledoc|lexical|exported_on|custom_theme_settings|benefits)"/.test(head),
  open: (options) => wholeReader(options, mostCharacters, (text) => readExport(text, options)),
}

type Values = Record<string, unknown>

function* readExport(text: string, options: ReadOptions): Generator<Found> {
  const parsed = parseJson(text)
  if ('reason' in parsed) return yield refusal(1, parsed.line, parsed.reason)
  const root = objectOf(parsed.value)
  const data = objectOf(objectOf(listOf(root.db)[0] ?? root).data)
  if (!Array.isArray(data.posts)) return yield refusal(1, 1, "there is no list 'posts' in the export")
  const site = siteOf(data, options)
  const place = { item: 0, line: null }
  for (const author of site.authors.values()) yield { author, place }
  for (const tag of site.tags.values()) yield { tag, place }
  for (const [i, post] of data.posts.entries()) yield storyOf(objectOf(post), i + 1, site, options)
}

interface Site {
  authors: Map<string, ImportAuthor>
  tags: Map<string, ImportTag>
  authorsOf: Map<string, string[]>
  tagsOf: Map<string, string[]>
  metaOf: Map<string, Values>
  /** Its language, as its settings have it. */
  locale: string | null
  /** An address with that of the site in the place of the word that stands for it. */
  onSite: (address: string) => string
}

function siteOf(data: Values, { baseUrl }: ReadOptions): Site {
  const base = baseUrl?.replace(/\/$/, '') ?? ''
  const onSite = (address: string) => address.replaceAll('__GHOST_URL__', base)
  const rows = (name: string) => listOf(data[name]).map(objectOf)
  const key = (value: unknown) => stringOf(value) ?? ''
  return {
    authors: new Map(rows('users').map((user) => [key(user.id), authorOf(user, onSite)])),
    // Tags with a `#` are for the theme, not for readers.
    tags: new Map(
      rows('tags')
        .filter((tag) => tag.visibility !== 'internal' && !key(tag.name).startsWith('#'))
        .map((tag) => [key(tag.id), tagOf(tag)]),
    ),
    authorsOf: linked(rows('posts_authors'), 'author_id'),
    tagsOf: linked(rows('posts_tags'), 'tag_id'),
    metaOf: new Map(rows('posts_meta').map((meta) => [key(meta.post_id), meta])),
    locale: stringOf(rows('settings').find(({ key }) => /^(?:locale|lang|default_locale)$/.test(String(key)))?.value),
    onSite,
  }
}

/** Ids by post, in the order that the site shows them. */
function linked(rows: Values[], name: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const row of [...rows].sort((a, b) => Number(a.sort_order ?? 0) - Number(b.sort_order ?? 0))) {
    const post = stringOf(row.post_id) ?? ''
    const ids = found.get(post) ?? []
    ids.push(stringOf(row[name]) ?? '')
    found.set(post, ids)
  }
  return found
}

function authorOf(user: Values, onSite: Site['onSite']): ImportAuthor {
  const more = {
    slug: slugOf(stringOf(user.slug)),
    email: stringOf(user.email),
    externalId: stringOf(user.id),
    bio: stringOf(user.bio),
  }
  return bareAuthor(plainWords(stringOf(user.name)) ?? 'Unnamed', {
    ...more,
    avatarUrl: webAddress(onSite(stringOf(user.profile_image) ?? ''), null),
  })
}

function tagOf(tag: Values): ImportTag {
  const description = plainWords(stringOf(tag.description))
  return bareTag(plainWords(stringOf(tag.name)) ?? '', 'TOPIC', {
    slug: slugOf(stringOf(tag.slug)),
    externalId: stringOf(tag.id),
    description: description && cutText(description, 2_000),
  })
}

const statuses: Record<string, ImportStatus> = { published: 'LIVE', sent: 'LIVE', draft: 'DRAFT', scheduled: 'DRAFT' }

function storyOf(post: Values, index: number, site: Site, { locale, baseUrl }: ReadOptions): Found {
  const notes = new Notes()
  const text = (name: string) => stringOf(post[name])
  const id = text('id') ?? text('uuid') ?? ''
  const { onSite } = site
  const converted = convertHtml(onSite(htmlOf(post, notes)), { base: baseUrl })
  for (const note of converted.notes) notes.add(note)
  const [primary, ...others] = (site.tagsOf.get(id) ?? []).flatMap((tag) => site.tags.get(tag) ?? [])
  const authors = (site.authorsOf.get(id) ?? [text('author_id') ?? '']).flatMap(
    (author) => site.authors.get(author) ?? [],
  )
  const written = text('status') ?? 'published'
  const status = statuses[written] ?? 'DRAFT'
  if (text('visibility') && text('visibility') !== 'public')
    notes.add(`it was for ${text('visibility')?.slice(0, 40)} only; here everybody may read it once it is live`)
  if (written === 'sent') notes.add('it was only sent by e-mail; here everybody may read it once it is live')
  const at = dateOf(post, 'published_at', notes)
  const address = `/${text('slug') ?? ''}/`
  return finishItem(
    {
      ...{
        place: { item: index, line: null },
        externalId: id,
        status,
        headline: text('title') ?? '',
        slug: slugOf(text('slug')),
      },
      ...{ locale: text('locale') ?? locale ?? site.locale, standfirst: plainWords(text('custom_excerpt')) },
      ...withLead(converted, featureOf(post, site.metaOf.get(id) ?? {}, onSite, notes)),
      ...{ bylines: authors, section: primary ? { ...primary, type: 'SECTION' as const } : null, tags: others },
      ...{
        canonicalUrl: onSite(text('canonical_url') ?? ''),
        oldSite: baseUrl,
        formerPaths: text('slug') ? [address] : [],
      },
      ...{
        publishedAt: written === 'scheduled' ? null : at,
        scheduledAt: written === 'scheduled' ? at : null,
        updatedAt: dateOf(post, 'updated_at', notes),
      },
    },
    notes,
  )
}

/** What Ghost renders is the fullest; posts that it has not rendered have only their source. */
function htmlOf(post: Values, notes: Notes): string {
  const html = stringOf(post.html)
  if (html) return html
  const note = (message: string) => notes.add(message)
  const [lexical, mobiledoc] = [stringOf(post.lexical), stringOf(post.mobiledoc)]
  return lexical ? lexicalHtml(lexical, note) : mobiledoc ? mobiledocHtml(mobiledoc, note) : ''
}

function featureOf(post: Values, meta: Values, onSite: (value: string) => string, notes: Notes) {
  const image = stringOf(post.feature_image) ?? stringOf(post.image)
  if (!image) return null
  const url = webAddress(onSite(image), null)
  if (!url) notes.add('its feature image has no absolute address; name the address of the old site')
  const [alt, caption] = [
    plainWords(stringOf(meta.feature_image_alt)),
    plainWords(stringOf(meta.feature_image_caption)),
  ]
  return url
    ? { ...bareMedia('IMAGE', url), alt: alt && cutText(alt, 1_000), caption: caption && cutText(caption, 2_000) }
    : null
}

/** Old exports have milliseconds. */
function dateOf(post: Values, name: string, notes: Notes): Date | null {
  const value = post[name]
  if (typeof value === 'number' && value > 0 && value < 4e12) return new Date(value)
  return instantOf(name, value, notes)
}
