import { parse as parseToml, TomlError } from 'smol-toml'
import { parse } from 'yaml'
import { objectOf, parseJson } from '../text/json.ts'

/** Characters of the front matter at most, and brackets that may be open at once: its parser goes down into each. */
const mostFront = 100_000
const mostOpen = 50

const yamlFront = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const tomlFront = /^\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/

const fronts = { YAML: yamlFront, TOML: tomlFront }
const jsonStart = /^\ufeff?\{\s*\r?\n\s*"[\w-]{1,60}"\s*:/

type Language = 'YAML' | 'TOML' | 'JSON'
type Front = { whole: string; given: string; language: Language }

/** What a file says of its text, and how long that is; or why it cannot be read, and the line. */
export type ReadFront = { values: Record<string, unknown>; length: number } | { reason: string; line: number }

/** What stands before the text, in YAML, TOML or JSON; nothing when there is none. */
export function readFront(text: string): ReadFront {
  const [{ whole, given, language }, fault] = frontOf(text)
  if (fault) return { reason: fault, line: 1 }
  try {
    return { values: objectOf(parsers[language](given)), length: whole.length }
  } catch (error) {
    return unread(error, language)
  }
}

function unread(error: unknown, language: Language): ReadFront {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
  const words = message.replace(/^Invalid TOML document: |^not JSON: | \(line \d+\)$/g, '').slice(0, 200)
  const line = error instanceof TomlError ? error.line : /line (\d+)/.exec(message)?.[1]
  return { reason: `is not ${language}: ${words}`, line: line ? Number(line) + (language === 'JSON' ? 0 : 1) : 1 }
}

const parsers: Record<Language, (text: string) => unknown> = { YAML: readYaml, TOML: readToml, JSON: readJson }

/** What stands before the text, and what is wrong with it as a whole. */
function frontOf(text: string): [Front, string | null] {
  const language = /^\ufeff?\+\+\+[ \t]*\r?\n/.test(text) ? 'TOML' : jsonStart.test(text) ? 'JSON' : 'YAML'
  const [whole = '', given = ''] = (language === 'JSON' ? jsonFront(text) : fronts[language].exec(text)) ?? []
  const found = { whole, given, language } as const
  if (whole === '' && language !== 'YAML')
    return [found, language === 'TOML' ? 'does not end with a line +++' : 'does not end with a line }']
  return [found, frontFault(given)]
}

/** From the first bracket to a line that is nothing but the one that closes it, as Hugo has it. */
function jsonFront(text: string): [string, string] | null {
  const end = /\n\}[ \t]*(?:\r?\n|$)/.exec(text)
  if (!end) return null
  const whole = text.slice(0, end.index + end[0].length)
  return [whole, whole.replace(/^\ufeff/, '')]
}

function readJson(json: string): unknown {
  const parsed = parseJson(json)
  if ('value' in parsed) return parsed.value
  throw new Error(`${parsed.reason} (line ${parsed.line ?? 1})`)
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
