import { posix } from 'node:path'

/** One import of a file. `isType`: gone when the types are taken off. */
export interface Import {
  /** As written: `../core/ctx.ts`, `node:fs`. */
  from: string
  /** The path from the root of the project; null for a package. */
  path: string | null
  /** What is taken: `Prisma, type Tag`; empty when nothing or everything is. */
  names: string
  isType: boolean
}

const comment = String.raw`\/\/[^\n]*|\/\*[\s\S]*?\*\/`
const text = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"`
const template = '`(?:\\\\.|[^`\\\\])*`'
const regex = String.raw`(?<=[(,=:[!&|?{};\n]\s*)\/(?![*\/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*`
const token = new RegExp([comment, text, template, regex].join('|'), 'g')

/** The text without comments; the lines stay where they are. */
export function withoutComments(source: string): string {
  return source.replace(token, (found) => (/^\/[/*]/.test(found) ? blank(found) : found))
}

/** What runs: without comments and the words in strings. What a template computes stays. */
export function codeOf(source: string): string {
  return source.replace(token, (found) => {
    if (found.startsWith('`'))
      return `\`${(found.match(/\$\{[^}]*\}/g) ?? []).join(' ')}\`${blank(found).replace(/[^\n]/g, '')}`
    return /^['"]/.test(found) ? "''" : blank(found)
  })
}

function blank(found: string): string {
  return found.replace(/[^\n]/g, ' ')
}

const statement = /^(?:import|export)\s+(type\s+)?(?:([\w\s{},*$]*?)\sfrom\s+)?'([^']+)'/gm
const dynamic = /(typeof\s+)?()\bimport\(\s*'([^']+)'\s*\)/g

/** Every import of a file, re-exports and dynamic ones included. */
export function importsOf(path: string, source: string): Import[] {
  const code = withoutComments(source)
  return [...code.matchAll(statement), ...code.matchAll(dynamic)].map(([, type, names = '', from = '']) => ({
    from,
    names: names.replace(/[{}]/g, '').trim(),
    path: from.startsWith('.') ? posix.join(posix.dirname(path), from) : null,
    isType: type !== undefined,
  }))
}

/** `path:line: 'word': why` for each line of code that has the word. */
export function linesWith(path: string, text: string, pattern: RegExp, why: string): string[] {
  return codeOf(text)
    .split('\n')
    .flatMap((line, index) => {
      const word = pattern.exec(line)?.[0]
      return word ? [`${path}:${index + 1}: '${word}': ${why}`] : []
    })
}
