/** One request of a `.http` file, as written: `{{name}}` is still to be filled in. */
export interface HttpRequest {
  title: string
  /** Under which later requests refer to its answer. */
  name: string | undefined
  /** Stated by `# status:`. */
  status: number | undefined
  /** Stated by `# expect:`: texts that the answer has in its body, or `header: value` among its headers. */
  expect: string[]
  /** `@name = value` lines before it, in order. */
  variables: [name: string, value: string][]
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  url: string
  headers: Record<string, string>
  body: string | undefined
}

/** The requests of a `.http` file in the form of the VS Code REST Client, in order. `@name = value` lines may stand anywhere. */
export function readHttpFile(text: string): HttpRequest[] {
  return text
    .split(/^###/m)
    .slice(1)
    .map((part, index) => readRequest(index === 0 ? `${part}\n${text.slice(0, text.indexOf('###'))}` : part))
}

function readRequest(part: string): HttpRequest {
  const [title = '', ...lines] = part.split('\n')
  const begin = lines.findIndex((line) => /^(GET|POST|PATCH|PUT|DELETE) /.test(line))
  const [, method = '', url = ''] = /^(\w+) (\S+)/.exec(lines[begin] ?? '') ?? []
  const end = lines.findIndex((line, index) => index > begin && line.trim() === '')
  const rest = lines.slice(begin + 1, end < 0 ? undefined : end)
  const isVariable = (line: string) => line.startsWith('@')
  return {
    title: title.trim(),
    name: directive(lines, '@name')[0],
    status: Number(directive(lines, 'status:')[0]) || undefined,
    expect: directive(lines, 'expect:'),
    variables: lines.filter(isVariable).map((line) => pair(line.slice(1), '=')),
    method: method as HttpRequest['method'],
    url,
    headers: Object.fromEntries(rest.map((line) => pair(line, ':'))),
    body: bodyOf(end < 0 ? [] : lines.slice(end).filter((line) => !isVariable(line))),
  }
}

function bodyOf(lines: string[]): string | undefined {
  return lines.join('\n').trim() || undefined
}

/** Values of comments that begin with a word: `# expect: …`. */
export function directive(lines: string[], word: string): string[] {
  return lines.filter((line) => line.startsWith(`# ${word} `)).map((line) => line.slice(word.length + 3).trim())
}

function pair(line: string, sign: string): [string, string] {
  const at = line.indexOf(sign)
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

/** A text with every `{{name}}` filled in; `value` throws for a name that it does not know. */
export function filled(text: string, value: (name: string) => string): string {
  return text.replace(/\{\{([^}]+)\}\}/g, (_whole, name: string) => value(name.trim()))
}

/** What a dotted path leads to, as text. @throws Error when it leads nowhere. */
export function textAt(value: unknown, path: string): string {
  const found = path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | null)?.[name], value)
  if (found === undefined || found === null) throw new Error(`nothing at ${path}`)
  return String(found)
}
