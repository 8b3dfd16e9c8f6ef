/** Brackets that may be open at once. */
const mostOpen = 50

type Table = Record<string, unknown>

/** TOML that cannot be read, with its line, from 1. */
export class TomlFault extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

/**
 * What TOML says, as far as front matter uses it: tables, lists, texts of all four kinds, numbers, true and false; dates stay text.
 * @throws TomlFault. Source: https://toml.io/en/v1.0.0
 */
export function readToml(text: string): Table {
  return new Toml(text.replace(/\r\n/g, '\n')).read()
}

const escapes: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' }
const bareKey = /[\w-]+/y
const bareValue = /[^\s,\]}#][^,\]}#\n]*/y
const blank = /(?:[ \t]|#[^\n]*)*/y
const blankLines = /(?:[ \t\n]|#[^\n]*)*/y

class Toml {
  private at = 0
  private open = 0
  private readonly text: string
  constructor(text: string) {
    this.text = text
  }

  read(): Table {
    const root: Table = Object.create(null)
    let table = root
    for (this.take(blankLines); this.at < this.text.length; this.take(blankLines)) {
      const [brackets] = /^\[\[?/.exec(this.text.slice(this.at, this.at + 2)) ?? []
      if (brackets) table = this.header(root, brackets)
      else this.pair(table)
      this.take(blank)
      if (this.at < this.text.length && this.text[this.at] !== '\n') this.fail('has more than one thing on a line')
    }
    return root
  }

  private header(root: Table, brackets: string): Table {
    this.at += brackets.length
    const path = this.key()
    this.expect(']'.repeat(brackets.length))
    const last = path.pop() ?? ''
    const parent = this.tableAt(root, path)
    if (brackets === '[') return this.tableAt(parent, [last])
    const table: Table = Object.create(null)
    const before = parent[last]
    parent[last] = Array.isArray(before) ? [...before, table] : [table]
    return table
  }

  private pair(table: Table) {
    const path = this.key()
    this.expect('=')
    this.take(blank)
    const last = path.pop() ?? ''
    this.tableAt(table, path)[last] = this.value()
  }

  /** The table at a path, made where it is not there; of a list of tables its last. */
  private tableAt(table: Table, path: string[]): Table {
    return path.reduce((parent, name) => {
      const known = parent[name]
      const inside: unknown = Array.isArray(known) ? known.at(-1) : known
      if (typeof inside === 'object' && inside !== null) return inside as Table
      if (inside !== undefined) this.fail(`has a table where '${name.slice(0, 40)}' is a value`)
      const made: Table = Object.create(null)
      parent[name] = made
      return made
    }, table)
  }

  private key(): string[] {
    const path: string[] = []
    do {
      if (path.length > 0) this.at += 1
      this.take(blank)
      const quote = this.text[this.at]
      const name = quote === '"' || quote === "'" ? this.string() : this.take(bareKey)
      if (name === '') this.fail('lacks a name')
      path.push(name)
      this.take(blank)
    } while (this.text[this.at] === '.' && path.length <= mostOpen)
    return path
  }

  private value(): unknown {
    const start = this.text[this.at]
    if (start === '"' || start === "'") return this.string()
    if (start === '[' || start === '{') return this.nested(start)
    const words = this.take(bareValue).trim()
    if (words === '') this.fail('lacks a value')
    if (words === 'true' || words === 'false') return words === 'true'
    const number = Number(words.replaceAll('_', ''))
    return Number.isNaN(number) ? words : number
  }

  private nested(start: '[' | '{'): unknown {
    this.open += 1
    if (this.open > mostOpen) this.fail(`is nested more than ${mostOpen} deep`)
    const [list, table, end]: [unknown[], Table, string] = [[], Object.create(null), start === '[' ? ']' : '}']
    for (this.at += 1, this.take(blankLines); this.text[this.at] !== end; this.take(blankLines)) {
      if (start === '[') list.push(this.value())
      else this.pair(table)
      this.take(blankLines)
      if (this.text[this.at] === ',') this.at += 1
      else if (this.text[this.at] !== end) this.fail(`lacks a comma or '${end}'`)
    }
    this.at += 1
    this.open -= 1
    return start === '[' ? list : table
  }

  private string(): string {
    const quote = this.text[this.at] ?? ''
    const isLong = this.text.startsWith(quote.repeat(3), this.at)
    const end = isLong ? quote.repeat(3) : quote
    const from = this.at + end.length
    let to = from
    while (to < this.text.length && !this.text.startsWith(end, to)) {
      if (!isLong && this.text[to] === '\n') break
      to += quote === '"' && this.text[to] === '\\' ? 2 : 1
    }
    if (!this.text.startsWith(end, to)) this.fail('has a text that does not end')
    this.at = to + end.length
    const words = this.text.slice(from, to).replace(isLong ? /^\n/ : /^(?!)/, '')
    return quote === '"' ? this.unescaped(words) : words
  }

  private unescaped(words: string): string {
    return words.replace(/\\(?:u([\da-f]{4})|U([\da-f]{8})|\s*\n\s*|(.))/gi, (_whole, four, eight, letter) => {
      const code = Number.parseInt(four ?? eight ?? '', 16)
      if (Number.isNaN(code)) return letter === undefined ? '' : (escapes[letter] ?? letter)
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    })
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const [found = ''] = pattern.exec(this.text) ?? []
    this.at += found.length
    return found
  }

  private expect(sign: string) {
    this.take(blank)
    if (!this.text.startsWith(sign, this.at)) this.fail(`lacks '${sign}'`)
    this.at += sign.length
  }

  private fail(message: string): never {
    throw new TomlFault(this.text.slice(0, this.at).split('\n').length, message)
  }
}
