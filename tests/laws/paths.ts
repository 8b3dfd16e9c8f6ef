import { posix } from 'node:path'
import { filesOf, globPattern, isThere, type Tree } from './tree.ts'

const documents = /^(README\.md|ARCHITECTURE\.md|CONTRIBUTING\.md|docs\/.*\.md)$/
const path = /`((?:src|tests|docs|scripts|prisma|examples|bench)\/[^`\s]*)`/g
const link = /\]\((?![a-z]+:|#)([^)\s]+)\)/g
/** Places to be filled in: `docs/decisions/NNNN-title.md`, `src/<noun>/`. */
const placeholder = /[<>…]|NNNN|\.\.\./

/** Paths that a document names and the project does not have. `*`, `**` and `{a,b}` have to match something. */
export function pathFaults(tree: Tree): string[] {
  return filesOf(tree, documents).flatMap(([document, text]) => {
    const lines = text.replace(/^```[\s\S]*?^```/gm, (fence) => fence.replace(/[^\n]/g, '')).split('\n')
    return lines.flatMap((line, index) =>
      namedIn(line, document).flatMap((named) =>
        exists(tree, named) ? [] : [`${document}:${index + 1} names ${named}, which does not exist`],
      ),
    )
  })
}

function namedIn(line: string, document: string): string[] {
  const named = [...line.matchAll(path)].map(([, found = '']) => found.replace(/[#:].*$/, ''))
  const linked = [...line.matchAll(link)].map(([, found = '']) =>
    posix.join(posix.dirname(document), found.replace(/#.*$/, '')),
  )
  return [...named, ...linked].filter((each) => !placeholder.test(each))
}

function exists(tree: Tree, named: string): boolean {
  if (!/[*{]/.test(named)) return isThere(tree, named)
  return alternatives(named).every((each) => [...tree.keys()].some((file) => globPattern(each).test(file)))
}

/** `a.{b,c}` as `a.b` and `a.c`: each has to exist. */
function alternatives(named: string): string[] {
  const words = /\{([^}]*)\}/.exec(named)
  return words
    ? (words[1] ?? '').split(',').flatMap((word) => alternatives(named.replace(words[0], word.trim())))
    : [named]
}
