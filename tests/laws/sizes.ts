import { filesOf, type Tree } from './tree.ts'

const mostLinesOfFile = 200
const mostLinesOfFunction = 40
/** Stories of the demo are words, not code; generated files are nobody's to shorten. */
const exempt = /^src\/demo\/content\/|\/generated(\.ts$|\/)/

/** Files and functions of src that ask to be divided: a warning, for length alone is no fault. */
export function sizeWarnings(tree: Tree): string[] {
  return filesOf(tree, /^src\/.*\.ts$/)
    .filter(([path]) => !exempt.test(path))
    .flatMap(([path, text]) => {
      const lines = text.replace(/\n$/, '').split('\n')
      const whole = lines.length > mostLinesOfFile ? [`${path}: ${lines.length} lines; ${mostLinesOfFile} at most`] : []
      return [...whole, ...longFunctions(path, lines)]
    })
}

/** The code is formatted, so a function ends at the first line that closes at its own depth. */
function longFunctions(path: string, lines: string[]): string[] {
  return lines.flatMap((line, index) => {
    const name = nameOfFunction(line)
    if (name === null) return []
    const depth = /^ */.exec(line)?.[0] ?? ''
    const length = lines.slice(index).findIndex((each) => each.startsWith(`${depth}}`)) + 1
    return length > mostLinesOfFunction
      ? [`${path}:${index + 1}: ${name} has ${length} lines; ${mostLinesOfFunction} at most`]
      : []
  })
}

const declared = /^ *(?:export )?(?:async )?function\*? (\w+)/
const assigned = /^ *(?:export )?const (\w+)\b.*=> \{$/
const method = /^ +(?:(?:static|override|private|async|get|set) )*(\w+)\(.*\).*\{$/
const statements = /^(if|for|while|switch|catch|function)$/

function nameOfFunction(line: string): string | null {
  const name = (declared.exec(line) ?? assigned.exec(line) ?? method.exec(line))?.[1]
  return name === undefined || statements.test(name) ? null : name
}
