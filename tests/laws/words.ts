import { rowsOf } from './rings.ts'
import { importsOf, linesWith } from './source.ts'
import { filesOf, type Tree } from './tree.ts'

const unsafe = /\$(query|execute)RawUnsafe\b|\bPrisma\s*\.\s*raw\b|\bimport\b.*\braw\b.*\bPrisma\b/
const environment =
  /\bprocess\s*\??\.\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b|\bimport\.meta\.env\b/

/** SQL that is put together from text, where a value of a stranger could become a command. */
export function unsafeSqlFaults(tree: Tree): string[] {
  return filesOf(tree, /^(src|scripts|bench|examples)\/.*\.(ts|mjs)$/).flatMap(([path, text]) =>
    linesWith(path, text, unsafe, 'put no text into SQL; use $queryRaw as the tag of a template, and Prisma.sql'),
  )
}

/** The environment read anywhere but in src/config.ts. */
export function environmentFaults(tree: Tree): string[] {
  return filesOf(tree, /^src\/.*\.ts$/)
    .filter(([path]) => path !== 'src/config.ts')
    .flatMap(([path, text]) => [
      ...linesWith(path, text, environment, 'only src/config.ts reads the environment; add the setting there'),
      ...(/from 'node:process'/.test(text)
        ? [`${path} imports node:process: only src/config.ts reads the environment; add the setting there`]
        : []),
    ])
}

const ways = /^(undici|node:(https?|http2|net|tls|dns)(\/promises)?|@opentelemetry\/exporter-.*)$/
/**
 * Who may all the same: the demo reads its own addresses, the embedded database looks for a free port of this machine, spans go to
 * the collector that the operator names in the settings, and sockets are answered on connections that came in.
 */
const mayConnect =
  /^src\/(outbound\/.*|cli\/check-urls|setting-texts|db\/embedded-postmaster|telemetry\/tracing|graphql\/upgrades)\.ts$/

const guarded = 'requests go out by ctx.outbound, which sees to it that the address is public'

/** Ways out of the house beside the guarded one. */
export function networkFaults(tree: Tree): string[] {
  return filesOf(tree, /^src\/.*\.ts$/)
    .filter(([path]) => !mayConnect.test(path))
    .flatMap(([path, text]) => [
      ...linesWith(path, text, /\bfetch\(/, guarded),
      ...importsOf(path, text).flatMap(({ from }) => (ways.test(from) ? [`${path} imports ${from}: ${guarded}`] : [])),
    ])
}

const database = /\b(db|tx|prisma|Prisma|PrismaClient|\$queryRaw|\$executeRaw|\$transaction)\b/
const world =
  /\b(await|async|fetch\(|Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|setTimeout\(|setInterval\(|process\.)|\bctx\.(db|tx)\b/
const drafts = /\b(db|tx)\.revision\b|\b(revision|revisions|head): (true|\{)/

/** Words of the code that a ring must not say. */
export function wordFaults(tree: Tree): string[] {
  return filesOf(tree, /^src\/.*\.ts$/).flatMap(([path, text]) => {
    const { ring, half } = rowsOf(path)[0] ?? {}
    return [
      ...(ring === 'face' && path !== 'src/graphql/generated.ts'
        ? linesWith(path, text, database, 'faces never touch the database; call a function of a side')
        : []),
      ...(ring === 'noun' || ring === 'lib'
        ? linesWith(path, text, world, 'engines do no input or output and know no clock; take it as an argument')
        : []),
      ...(half === 'delivery'
        ? linesWith(path, text, drafts, 'delivery reads what is published, never a revision')
        : []),
    ]
  })
}

interface Setting {
  name: string
  fallback: string
  doc: string
}

/** The text of `.env.example`: each setting with its purpose above it, commented out at its default. */
export function envExample(settings: Setting[]): string {
  const parts = settings.map(({ name, fallback, doc }) => `# ${doc}\n# ${name}=${fallback}\n`)
  return `# Every setting of Dateline, at its default; all are optional. Set in the environment what you change.\n\n${parts.join('\n')}`
}

/** Where `.env.example` and src/config.ts disagree: names, defaults, purposes. */
export function settingFaults(tree: Tree, settings: Setting[]): string[] {
  const text = tree.get('.env.example') ?? ''
  const written = new Map(
    [...text.matchAll(/^#(?: (.*)\n#)? ?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, doc, name = '', fallback]) => [
      name,
      { doc, fallback },
    ]),
  )
  const known = new Set(settings.map(({ name }) => name))
  return [
    ...settings.flatMap(({ name, fallback, doc }) => {
      const line = written.get(name)
      if (!line) return [`.env.example lacks ${name}, which src/config.ts reads`]
      if (line.fallback !== fallback)
        return [`.env.example has ${name}=${line.fallback}; the default in src/config.ts is '${fallback}'`]
      return line.doc === doc ? [] : [`.env.example says of ${name} '${line.doc ?? ''}'; src/config.ts says '${doc}'`]
    }),
    ...[...written.keys()]
      .filter((name) => !known.has(name))
      .map((name) => `.env.example names ${name}, which src/config.ts does not read`),
  ]
}
