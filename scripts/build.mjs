// Builds what runs: the Prisma client, dist/, and the files of the GraphQL console. Does nothing when dist/ is up to date.
//   --client       only the Prisma client, which tests and type checks need
//   --programs     the client, and the programs that tests, proofs and the bench start as processes of their own
//   --if-possible  succeeds without building where the tools are not installed (npm ci --omit=dev)
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
const flags = process.argv.slice(2)

/** Every file below a folder, in order, without what this script makes. */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.includes(join('db', 'generated')))
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Runs a step unless the mark it left last time has the same hash. */
async function step(name, mark, files, run) {
  const hash = hashOf(files)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  const begun = Date.now()
  await run()
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, hash)
  console.error(`built ${name} in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

function runTool(name, ...args) {
  const manifest = require.resolve(`${name}/package.json`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const file = join(dirname(manifest), typeof bin === 'string' ? bin : (bin[args[0]] ?? Object.values(bin)[0]))
  const own = typeof bin === 'object' && args[0] in bin ? args.slice(1) : args
  execFileSync(process.execPath, [file, ...own], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
}

async function buildClient() {
  const client = join(root, 'src/db/generated')
  const lock = join(root, 'node_modules/prisma/package.json')
  await step('the Prisma client', join(client, '.built'), [join(root, 'prisma/schema.prisma'), lock], () => {
    rmSync(client, { recursive: true, force: true })
    runTool('prisma', 'generate')
  })
}

/**
 * Packages that go into our files; all others stay packages. These four are made of a thousand small modules, and a start waits
 * for each module that is looked up (a start took 1.5 s to load its code with them outside, 1.0 s with them inside).
 */
const inlined = ['@portabletext/markdown', 'jose', 'parse5', 'typebox']

/** Every package that we name, as esbuild wants it: by name, and by what is inside. */
function packagesOutside() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !inlined.includes(name))
  return names.flatMap((name) => [name, `${name}/*`])
}

/**
 * Compiles programs into few files, what they share once. `base`: the folder that `folder` mirrors. `shared`: where in it the
 * shared code goes: as deep as src/root.ts is in the repository, which finds our files by its own place.
 */
async function bundle({ programs, base, folder, shared }) {
  const { build } = await import('esbuild')
  rmSync(folder, { recursive: true, force: true })
  // Types are checked by npm run check; a build only takes them off.
  await build({
    entryPoints: programs,
    absWorkingDir: root,
    outbase: base,
    outdir: folder,
    chunkNames: `${shared}[name]-[hash]`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: packagesOutside(),
    legalComments: 'none',
    logLevel: 'warning',
  })
}

async function buildDist() {
  const dist = join(root, 'dist')
  const inputs = [
    ...filesIn(join(root, 'src')),
    ...['prisma/schema.prisma', 'package.json', 'package-lock.json'].map((name) => join(root, name)),
    fileURLToPath(import.meta.url),
  ]
  await step('dist', join(dist, '.built'), inputs, async () => {
    await bundle({ programs: ['src/cli.ts', 'src/graphql/console.ts'], base: 'src', folder: dist, shared: '' })
    await copyConsole(dist)
    chmodSync(join(dist, 'cli.js'), 0o755)
  })
}

/** A tree like the repository's, for what finds its files by its own place, with the compiled sources in it. */
async function buildPrograms() {
  const folder = join(root, 'node_modules/.cache/programs')
  const taken = ['package.json', 'schema.graphql', 'prisma/migrations']
  const own = ['tests', 'prove'].flatMap((name) => filesIn(join(root, name)))
  const programs = [...own.filter((file) => file.endsWith('-process.ts')), ...filesIn(join(root, 'bench/servers'))]
  const folders = new Set(programs.map(dirname))
  const sources = ['src', 'prove', 'bench/archive', 'prisma/migrations'].flatMap((name) => filesIn(join(root, name)))
  const inputs = [
    ...[...sources, ...programs, ...own.filter((file) => folders.has(dirname(file)))],
    ...['prisma/schema.prisma', 'package.json', 'schema.graphql', 'package-lock.json'].map((name) => join(root, name)),
    fileURLToPath(import.meta.url),
  ]
  await step('the programs of tests', join(folder, '.built'), inputs, async () => {
    await bundle({ programs: ['src/cli.ts', ...programs], base: root, folder, shared: 'src/' })
    for (const name of taken) cpSync(join(root, name), join(folder, name), { recursive: true })
  })
}

/** The console's files come from development packages, so a build takes them along. */
async function copyConsole(dist) {
  const { consoleAssets, packagedPath } = await import(pathToFileURL(join(dist, 'graphql/console.js')).href)
  mkdirSync(join(dist, 'graphiql'), { recursive: true })
  for (const asset of consoleAssets) copyFileSync(packagedPath(asset), join(dist, 'graphiql', asset.name))
}

function hasTools() {
  try {
    return Boolean(require.resolve('typescript/package.json') && require.resolve('prisma/package.json'))
  } catch {
    return false
  }
}

if (hasTools()) {
  await buildClient()
  if (flags.includes('--programs')) await buildPrograms()
  else if (!flags.includes('--client')) await buildDist()
} else if (!flags.includes('--if-possible') && !existsSync(join(root, 'dist/.built'))) {
  console.error(
    'dist/ is missing and the tools that build it are not installed; run: npm ci --include=dev && npm run build',
  )
  process.exitCode = 1
}
