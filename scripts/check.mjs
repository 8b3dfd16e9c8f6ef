// npm run check: types, lint, dead code, generated files and the laws. One line for each, what failed in full, 1 when anything did.
//   --without laws   leaves a step out: where npm test has just run, the laws were among the tests
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const script = (name) => ['tsx', `scripts/${name}.ts`]

const steps = [
  // What did not change since the last run is not checked again.
  {
    name: 'types',
    run: [
      [
        ...['typescript', '-p', 'tsconfig.check.json', '--pretty', 'false'],
        ...['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'],
      ],
    ],
  },
  { name: 'lint', run: [['@biomejs/biome', 'check', '--diagnostic-level=error', '.']] },
  { name: 'dead code', run: [['knip', '--no-progress', '--no-config-hints']] },
  {
    name: 'generated files',
    run: [
      [...script('generate-types'), '--check'],
      [...script('generate-openapi'), '--check'],
      script('check-schema'),
      [...script('guarantees'), '--check'],
    ],
  },
  { name: 'laws', run: [['vitest', 'run', 'tests/laws', '--reporter=dot']] },
  { name: 'lengths', run: [script('list-lengths')], isAdvice: true },
]

/** The program of a package, so that no shell and no PATH is needed. */
function programOf(name) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : (bin[name.split('/').at(-1)] ?? Object.values(bin)[0])
  return join(folder, file)
}

function runProgram(args) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** Runs the programs of a step one after the other, all of them, so that one run shows everything. */
async function runStep({ name, run, isAdvice }) {
  const begun = Date.now()
  const results = []
  for (const [tool, ...args] of run) results.push(await runProgram([programOf(tool), ...args]))
  const isDone = results.every(({ ok }) => ok)
  console.log(
    `${isDone ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s`,
  )
  const shown = results.filter(({ ok }) => !ok || isAdvice).map(({ output }) => output.trim())
  for (const output of shown.filter(Boolean)) console.log(`${output.replace(/^/gm, '    ')}\n`)
  return isDone
}

/** Two steps at a time: more would only wait for each other on a small machine. */
async function runSteps() {
  const waiting = steps.filter(({ name }) => !values.without.includes(name))
  const worker = async () => {
    let done = true
    for (let step = waiting.shift(); step; step = waiting.shift()) done = (await runStep(step)) && done
    return done
  }
  return (await Promise.all([worker(), worker()])).every(Boolean)
}

const options = { without: { type: 'string', multiple: true, default: [] } }
const { values } = parseArgs({ options })
const begun = Date.now()
const client = await runProgram(['scripts/build.mjs', '--client'])
if (!client.ok) console.log(client.output)
const isDone = client.ok && (await runSteps())
console.log(`${isDone ? 'all is well' : 'there are faults'} after ${((Date.now() - begun) / 1000).toFixed(1)} s`)
process.exitCode = isDone ? 0 : 1
