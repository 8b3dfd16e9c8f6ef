import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of the project by path from its root, with `/`, and their text. A test may plant a file in a copy. */
export type Tree = ReadonlyMap<string, string>

/** What a build or a run leaves behind; no part of the project. */
const leftovers = new Set(['node_modules', '.git', 'dist', 'data', 'coverage', 'proof'])
const generatedClient = 'src/db/generated'
const isText = /\.(ts|mjs|json|md|sql|prisma|graphql|yml|yaml|toml|txt|example)$/

/** The real files, read once for all laws; other than text files are there with an empty text. */
export function readTree(root = '.'): Tree {
  const tree = new Map<string, string>()
  addFolder(tree, root, '')
  return tree
}

function addFolder(tree: Map<string, string>, root: string, folder: string): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory() && !leftovers.has(entry.name) && path !== generatedClient) addFolder(tree, root, path)
    if (entry.isFile()) tree.set(path, isText.test(path) ? readFileSync(join(root, path), 'utf8') : '')
  }
}

/** The tree with files added or replaced: where a test plants what a law must find. */
export function plant(tree: Tree, files: Record<string, string>): Tree {
  return new Map([...tree, ...Object.entries(files)])
}

/** The files whose path matches, in order of their paths. */
export function filesOf(tree: Tree, pattern: RegExp): [path: string, text: string][] {
  return [...tree].filter(([path]) => pattern.test(path)).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Whether a path of a tree is this file or a folder above a file. */
export function isThere(tree: Tree, path: string): boolean {
  const bare = path.replace(/\/$/, '')
  return tree.has(bare) || [...tree.keys()].some((each) => each.startsWith(`${bare}/`))
}

/** `src/tags/*.ts` as a pattern: `*` stays within a folder, `**` does not, `{a,b}` is either. */
export function globPattern(glob: string): RegExp {
  const pattern = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, words: string) => `(${words.split(',').join('|')})`)
    .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'))
  return new RegExp(`^${pattern}$`)
}
