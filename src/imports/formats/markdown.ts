import { shorten } from '../../core/errors.ts'
import type { Format, ReadOptions } from '../format.ts'
import { convertHtml } from '../html/convert.ts'
import { bareMedia } from '../html/pictures.ts'
import type { Found, ImportMedia, ImportStatus } from '../item.ts'
import { pathOf, webAddress } from '../text/addresses.ts'
import { firstInstant, readInstant } from '../text/dates.ts'
import { objectOf, stringOf } from '../text/json.ts'
import { Notes } from '../text/notes.ts'
import { cutText } from '../text/words.ts'
import { finishItem, slugOf } from './finish.ts'
import { expandHugoShortcodes } from './hugo-shortcodes.ts'
import { readFront } from './markdown-front.ts'
import { markdownHtml } from './markdown-html.ts'
import { plainMarkdown } from './markdown-source.ts'
import { bareAuthor, bareTag, namesListed, withLead } from './parts.ts'
import { refusal, wholeReader } from './readers.ts'

/** Largest file, in characters. */
const mostCharacters = 500_000

/** Markdown with what is said of it in YAML, TOML or JSON before it, as site generators have it. */
export const markdown: Format = {
  name: 'markdown',
  title: 'Markdown with front matter',
  detects: (head, fileName) =>
    /^\ufeff?(?:---[ \t]*\r?\n[ \t]*(?:#|[\w"'-]+\s*:)|\+\+\+[ \t]*\r?\n)/.test(head) ||
    /\.(?:mdx?|markdown|mdown)$/i.test(fileName ?? ''),
  open: (options) => wholeReader(options, mostCharacters, (text) => [readFile(text, options)]),
}

type Values = Record<string, unknown>

function readFile(text: string, options: ReadOptions): Found {
  const front = readFront(text)
  if ('reason' in front) return refusal(1, front.line, `the front matter ${front.reason}`)
  // Hugo and Zola have names of one's own, and Zola tags, in tables of theirs.
  const { values } = front
  const [params, extra, terms] = [values.params, values.extra, values.taxonomies].map(objectOf)
  return storyOf(lowered({ ...extra, ...params, ...terms, ...values }), text.slice(front.length), options)
}

function lowered(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.toLowerCase().replace(/[-_\s]/g, ''), value]),
  )
}

function storyOf(values: Values, text: string, { locale, baseUrl, fileName }: ReadOptions): Found {
  const notes = new Notes()
  const words = (...names: string[]) => names.map((name) => textOf(values[name])).find((value) => value) ?? null
  const date = (...names: string[]) =>
    firstInstant(
      names.map((name) => [name, textOf(values[name]) ?? values[name]]),
      notes,
    )
  const own = webAddress(addressOf(words, notes), baseUrl)
  const { title, html } = withTitle(words('title', 'headline'), htmlOf(text, fileName, notes))
  const converted = convertHtml(html, { base: own ?? baseUrl })
  for (const note of converted.notes) notes.add(note)
  const image = leadOf(values, own ?? baseUrl, notes)
  const name = nameOf(fileName)
  const listed = (...given: unknown[]) =>
    termsListed(
      given.find((value) => value),
      values,
      name,
    )
  const section = listed(values.section, values.categories, values.category)
  const status: ImportStatus =
    values.draft === true || values.published === false || /draft/i.test(words('status') ?? '') ? 'DRAFT' : 'LIVE'
  return finishItem(
    {
      ...{ place: { item: 1, line: 1 }, externalId: words('id', 'guid', 'uuid') ?? own ?? name ?? '', status },
      ...{ headline: title ?? '', slug: slugOf(words('slug') ?? name?.replace(/^\d{4}-\d{2}-\d{2}-/, '')) },
      ...{
        kicker: words('kicker'),
        standfirst: words('standfirst', 'description', 'excerpt', 'summary', 'subtitle', 'dek'),
      },
      ...{
        locale: words('lang', 'language', 'locale') ?? locale,
        canonicalUrl: webAddress(words('canonicalurl', 'canonical'), null),
      },
      ...withLead(converted, image),
      bylines: namesListed(values.authors ?? values.author ?? values.byline).map((author) => bareAuthor(author)),
      section: section[0] ? bareTag(section[0], 'SECTION') : null,
      tags: [...section.slice(1), ...listed(values.tags, values.keywords)].map((tag) => bareTag(tag)),
      oldSite: baseUrl,
      formerPaths: [...namesListed(values.aliases ?? values.redirectfrom), ...(own ? [pathOf(own) ?? ''] : [])].filter(
        (path) => path.startsWith('/'),
      ),
      publishedAt:
        date('date', 'publishedat', 'publishdate', 'published', 'pubdate') ??
        readInstant(/^\d{4}-\d{2}-\d{2}/.exec(name ?? '')?.[0]),
      updatedAt: date('lastmod', 'updated', 'modified', 'updatedat'),
    },
    notes,
  )
}

/** Where it was; a pattern for the addresses of all (`/news/:title/`) is none. */
function addressOf(words: (...names: string[]) => string | null, notes: Notes): string | null {
  const [own, canonical] = [words('url', 'permalink'), words('canonicalurl', 'canonical')]
  if (!own || !/(?:^|[/.-]):[a-z_]{2,}/i.test(own)) return own ?? canonical
  notes.add(`its address '${shorten(own)}' is a pattern, which the site fills; it was left out`)
  return canonical
}

/** Names of terms. A text of Jekyll without commas has one in each word. Source: https://jekyllrb.com/docs/posts/#tags-and-categories */
function termsListed(value: unknown, { layout }: Values, name: string | null): string[] {
  const isJekyll = typeof layout === 'string' && /^\d{4}-\d{2}-\d{2}-/.test(name ?? '')
  const words = typeof value === 'string' && isJekyll && !value.includes(',') ? value.trim().split(/\s+/) : value
  return namesListed(words)
}

function htmlOf(text: string, fileName: string | null, notes: Notes): string {
  return markdownHtml(plainMarkdown(expandHugoShortcodes(text, notes), notes, /\.mdx$/i.test(fileName ?? '')))
}

/** The picture that leads, with its words where it has any: an address, or a table with one. */
function leadOf(values: Values, base: string | null, notes: Notes): ImportMedia | null {
  const names = ['image', 'featuredimage', 'cover', 'thumbnail', 'heroimage', 'images']
  const given = names.map((name) => values[name]).find((value) => value) ?? null
  const first = Array.isArray(given) ? given[0] : given
  const about = objectOf(first)
  const written =
    stringOf(first) ?? ['path', 'src', 'url', 'image', 'file'].map((name) => stringOf(about[name])).find((path) => path)
  const url = webAddress(written, base)
  if (url) return { ...bareMedia('IMAGE', url), ...picturesWords(about) }
  if (written) notes.add(`a picture without a usable address (${shorten(written)}) was left out`)
  return null
}

function picturesWords(about: Values): Partial<ImportMedia> {
  const [alt, caption, credit] = ['alt', 'caption', 'credit'].map((name) => stringOf(about[name]))
  return {
    ...(alt && { alt: cutText(alt, 1_000) }),
    ...(caption && { caption: cutText(caption, 2_000) }),
    ...(credit && { credit: cutText(credit, 300) }),
  }
}

/** A title in the text is the headline when there is no other, and is not repeated when it is the same. */
function withTitle(title: string | null, html: string): { title: string | null; html: string } {
  const [whole, first] = /^\s*<h1>(.*?)<\/h1>/.exec(html) ?? []
  const words = first?.replace(/<[^>]*>/g, '')
  if (!whole || !words || (title && title !== words)) return { title, html }
  return { title: title ?? words, html: html.slice(whole.length) }
}

function nameOf(fileName: string | null): string | null {
  return fileName?.replace(/^.*[/\\]/, '').replace(/\.(?:mdx?|markdown|mdown)$/i, '') || null
}

function textOf(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : stringOf(value)
}
