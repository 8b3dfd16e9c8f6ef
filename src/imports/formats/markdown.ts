import { parse as parseToml, TomlError } from 'smol-toml'
import { parse } from 'yaml'
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
import { markdownHtml } from './markdown-html.ts'
import { bareAuthor, bareTag, namesListed, withLead } from './parts.ts'
import { refusal, wholeReader } from './readers.ts'

/** Largest file, in characters. */
const mostCharacters = 500_000

/** Characters of the front matter at most, and brackets that may be open at once: its parser goes down into each. */
const mostFront = 100_000
const mostOpen = 50

const front = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const tomlFront = /^\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/

/** Markdown with what is said of it in YAML or TOML before it, as site generators have it. */
export const markdown: Format = {
  name: 'markdown',
  title: 'Markdown with front matter',
  detects: (head, fileName) =>
    /^\ufeff?(?:---[ \t]*\r?\n[ \t]*(?:#|[\w"'-]+\s*:)|\+\+\+[ \t]*\r?\n)/.test(head) ||
    /\.(?:md|markdown|mdown)$/i.test(fileName ?? ''),
  open: (options) => wholeReader(options, mostCharacters, (text) => [readFile(text, options)]),
}

type Values = Record<string, unknown>

function readFile(text: string, options: ReadOptions): Found {
  const isToml = /^\ufeff?\+\+\+[ \t]*\r?\n/.test(text)
  if (isToml && !tomlFront.test(text)) return refusal(1, 1, 'the front matter does not end with a line +++')
  const [whole = '', given = ''] = (isToml ? tomlFront : front).exec(text) ?? []
  const fault = frontFault(given)
  if (fault) return refusal(1, 1, `the front matter ${fault}`)
  try {
    const values = objectOf(isToml ? readToml(given) : readYaml(given))
    // Hugo and Zola have names of one's own, and Zola tags, in tables of theirs.
    const [params, extra, terms] = [values.params, values.extra, values.taxonomies].map(objectOf)
    return storyOf(lowered({ ...extra, ...params, ...terms, ...values }), text.slice(whole.length), options)
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    if (error instanceof TomlError)
      return refusal(
        1,
        error.line + 1,
        `the front matter is not TOML: ${message.replace(/^Invalid TOML document: /, '').slice(0, 200)}`,
      )
    const line = /line (\d+)/.exec(message)?.[1]
    return refusal(1, line ? Number(line) + 1 : 1, `the front matter is not YAML: ${message.slice(0, 200)}`)
  }
}

/** No aliases: the only thing in YAML that can grow. */
function readYaml(yaml: string): unknown {
  return yaml === '' ? {} : parse(yaml, { maxAliasCount: 0, schema: 'core' })
}

function readToml(toml: string): unknown {
  return JSON.parse(JSON.stringify(parseToml(toml)))
}

function frontFault(front: string): string | null {
  if (front.length > mostFront) return `has more than ${mostFront} characters`
  let [open, most] = [0, 0]
  for (const [bracket] of front.matchAll(/[[\]{}]/g)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1
    most = Math.max(most, open)
  }
  return most > mostOpen ? `is nested more than ${mostOpen} deep` : null
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
  const own = webAddress(words('url', 'permalink', 'canonicalurl', 'canonical'), baseUrl)
  const { title, html } = withTitle(words('title', 'headline'), markdownHtml(expandHugoShortcodes(text, notes)))
  const converted = convertHtml(html, { base: own ?? baseUrl })
  for (const note of converted.notes) notes.add(note)
  const image = leadOf(values, own ?? baseUrl, notes)
  const name = nameOf(fileName)
  const section = namesListed(values.section ?? values.categories ?? values.category)
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
      tags: [...section.slice(1), ...namesListed(values.tags ?? values.keywords)].map((tag) => bareTag(tag)),
      oldSite: baseUrl,
      formerPaths: [...namesListed(values.aliases ?? values.redirectfrom), ...(own ? [pathOf(own) ?? ''] : [])].filter(
        (path) => path.startsWith('/'),
      ),
      publishedAt:
        date('date', 'publishedat', 'published', 'pubdate') ?? readInstant(/^\d{4}-\d{2}-\d{2}/.exec(name ?? '')?.[0]),
      updatedAt: date('lastmod', 'updated', 'modified', 'updatedat'),
    },
    notes,
  )
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
  return fileName?.replace(/^.*[/\\]/, '').replace(/\.(?:md|markdown|mdown)$/i, '') || null
}

function textOf(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : stringOf(value)
}
