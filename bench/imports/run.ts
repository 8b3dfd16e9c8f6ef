import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { benchFeeds } from './feeds.ts'
import { benchPages } from './pages.ts'
import { readFile, type Tell } from './read-file.ts'

/** Formats of imports on real files: what is found in each file of `--data DIR`, how good pages and feeds are read. Gives the exit code. */
export async function benchImports(args: string[], tell: Tell): Promise<number> {
  const at = args.indexOf('--data')
  const folder = at >= 0 ? args[at + 1] : undefined
  if (!folder) throw new Error('name the unpacked files: npm run bench -- imports --data DIR')
  const only = args[args.indexOf('--only') + 1]
  const wants = (part: string) => !args.includes('--only') || only === part
  if (wants('files')) await benchFiles(folder, tell)
  if (wants('feeds')) await benchFeeds(join(folder, 'feeds'), tell)
  if (wants('pages')) await benchPages(join(folder, 'pages'), tell)
  tell(`memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
  return 0
}

/** One line for each file that is no page and no expectation. */
async function benchFiles(folder: string, tell: Tell): Promise<void> {
  const files = filesIn(folder).filter((path) => !/[/\\](?:pages|output)[/\\]/.test(path))
  let empty = 0
  for (const path of files) {
    const { items, refused, others, problem, milliseconds } = await readFile(path)
    const repairs = items.reduce((sum, { repairs }) => sum + repairs.length, 0)
    const first = refused[0] && ` (line ${refused[0].place.line}: ${refused[0].reason})`
    if (items.length + others === 0) empty += 1
    const counts = `${items.length} stories, ${others} others, ${refused.length} refused, ${repairs} repairs, ${Math.round(milliseconds)} ms`
    tell(`${path.slice(folder.length + 1)}: ${problem ?? counts + (first ?? '')}`)
  }
  tell(`files: ${files.length}, none crashed; nothing was found in ${empty}`)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesIn(path) : [path]
    })
}
