import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'

/** The folder that holds the project's migrations, from the root of the project. */
export const MIGRATIONS = 'prisma/migrations'

const SCHEMA = 'prisma/schema.prisma'

type Engine = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')
type Wasm = { exports: { __wbindgen_start: () => void } }
type WasmLoader = { instantiate: (bytes: Uint8Array, imports: object) => Promise<{ instance: Wasm }> }

/**
 * What it takes to bring a database that has all migrations to the schema. `script`: as SQL, else as a summary for people.
 * Out: undefined when the two agree. Needs no network and no server: it works on an embedded one, made and removed here.
 */
export async function schemaDiff(form: 'script' | 'summary'): Promise<string | undefined> {
  return withScratchDatabase(async (url) => {
    await migrate(url, { dir: MIGRATIONS })
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogAdapter(pool))
    const schema = { files: [{ path: SCHEMA, content: await readFile(SCHEMA, 'utf8') }] }
    const { SchemaEngine } = await loadEngine()
    const engine = await SchemaEngine.new(
      { datamodels: [[SCHEMA, schema.files[0]?.content ?? '']] },
      () => undefined,
      adapter,
    )
    const diff = engine.diff({
      from: { tag: 'schemaDatasource', ...schema, configDir: '.' },
      to: { tag: 'schemaDatamodel', ...schema },
      script: form === 'script',
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    const result = await diff.finally(() => pool.end())
    return result.exitCode === 0 ? undefined : (result.stdout ?? '')
  })
}

/**
 * The schema engine reads columns of the catalogue's internal type "char", a single letter, which the driver adapter does
 * not know. They are let through it as text and then named what they are.
 */
class CatalogAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const letters = new WeakMap<object, number[]>()
    letThrough(adapter.underlyingDriver(), letters)
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      for (const column of letters.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character
      return result
    }
    return adapter
  }
}

/** Makes a pool pass off "char" (oid 18) as text (oid 25) and note by the rows of each result which columns those were. */
function letThrough(pool: pg.Pool, letters: WeakMap<object, number[]>): void {
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<pg.QueryResult>
  const translated = async (...input: unknown[]) => {
    const result = await query(...input)
    const columns = (result.fields ?? []).flatMap((field, column) => (field.dataTypeID === 18 ? [column] : []))
    for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 25
    if (result.rows) letters.set(result.rows, columns)
    return result
  }
  Object.assign(pool, { query: translated })
}

async function withScratchDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-schema-'))
  // Started as root, the server runs as another user, who has to come through.
  await chmod(folder, 0o755)
  const log = { info: () => undefined, warn: console.error }
  try {
    const server = await startEmbedded({ dataDir: folder, log, settings: { fsync: 'off' } })
    return await work(server.url).finally(server.stop)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The package is made for bundlers, which load its .wasm by themselves; Node has to be shown the file. */
async function loadEngine(): Promise<Engine> {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  // Where the engine says why it gave up; without it only a TypeError is seen.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  })
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WasmLoader }
  const bytes = await readFile(glue.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine })
  ;(engine as unknown as { __wbg_set_wasm: (exports: unknown) => void }).__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engine
}
