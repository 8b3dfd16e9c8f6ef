import { listOf, objectOf, parseJson, stringOf } from '../text/json.ts'
import { plainWords } from '../text/words.ts'
import { attribute, findAll, type HtmlParent } from './tree.ts'

/** What the linked data of a page says of its story. */
export interface LinkedData {
  headline: string | null
  name: string | null
  byline: string | null
  description: string | null
  publisher: string | null
  language: string | null
  /** Dates as they are written. */
  datePublished: unknown
  dateModified: unknown
  url: string | null
  image: string | null
  section: string | null
  keywords: string[]
  /** Whether only who pays may read all of it. Source: https://schema.org/isAccessibleForFree */
  isPaid: boolean
}

type Values = Record<string, unknown>

/** Types of schema.org that are stories. Source: https://schema.org/Article, with what news sites use beside it. */
const article =
  /^(?:Article|\w*NewsArticle|\w*Posting|Report|ScholarlyArticle|SocialMediaPosting|TechArticle|APIReference|Chapter|CreativeWork|Review)$/

/** The first thing that is a story, in the order of the page; of nothing when there is none. */
export function jsonLdOf(page: HtmlParent): LinkedData {
  const scripts = findAll(
    page,
    (each) => each.tagName === 'script' && attribute(each, 'type') === 'application/ld+json',
  )
  const things = scripts.flatMap((script) => {
    const text = script.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
    const parsed = parseJson(text.trim().replace(/^<!\[CDATA\[|\]\]>$/g, ''))
    return 'value' in parsed ? thingsIn(parsed.value) : []
  })
  const story = things.find((thing) => listed(thing['@type']).some((type) => article.test(type))) ?? {}
  return dataOf(withReferences(story, things))
}

/** A thing with those in the place of what it names by `@id` alone, as Yoast writes them. */
function withReferences(thing: Values, things: Values[]): Values {
  const named = new Map(things.flatMap((each) => (stringOf(each['@id']) ? [[each['@id'], each] as const] : [])))
  const whole = (value: unknown) => ({ ...named.get(objectOf(value)['@id']), ...objectOf(value) })
  const found = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(found) : '@id' in objectOf(value) ? whole(value) : value
  return { ...thing, author: found(thing.author), image: found(thing.image) }
}

function thingsIn(value: unknown): Values[] {
  const things = (Array.isArray(value) ? value : [value]).map(objectOf)
  return things.flatMap((thing) => [thing, ...listOf(thing['@graph']).map(objectOf), ...mainOf(thing)])
}

function mainOf({ mainEntity }: Values): Values[] {
  return mainEntity ? [objectOf(mainEntity)] : []
}

function dataOf(thing: Values): LinkedData {
  const words = (name: string) => plainWords(stringOf(thing[name]))
  const people = (Array.isArray(thing.author) ? thing.author : [thing.author]).flatMap((author) => nameOf(author) ?? [])
  return {
    ...{
      headline: words('headline'),
      name: words('name'),
      description: words('description'),
      language: nameOf(thing.inLanguage),
    },
    ...{ byline: people.length > 0 ? people.join(', ') : null, publisher: nameOf(thing.publisher) },
    ...{
      datePublished: thing.datePublished,
      dateModified: thing.dateModified,
    },
    ...{
      url: stringOf(thing.url) ?? addressOf(thing.mainEntityOfPage),
      image: imageOf(thing.image),
      section: listed(thing.articleSection)[0] ?? null,
    },
    keywords: listed(thing.keywords).flatMap((words) => words.split(/\s*,\s*/)),
    isPaid: /^(?:false|(?:https?:\/\/schema\.org\/)?False)$/.test(String(thing.isAccessibleForFree ?? '')),
  }
}

/** The page that a thing is the main one of. */
function addressOf(page: unknown): string | null {
  const address = stringOf(page) ?? stringOf(objectOf(page)['@id']) ?? stringOf(objectOf(page).url)
  return address && /^https?:/.test(address) ? address : null
}

function nameOf(value: unknown): string | null {
  const name = plainWords(stringOf(value) ?? stringOf(objectOf(value).name))
  return name && !/^https?:/.test(name) ? name : null
}

function imageOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  return stringOf(first) ?? stringOf(objectOf(first).url) ?? stringOf(objectOf(first).contentUrl)
}

function listed(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => stringOf(each) ?? [])
}
