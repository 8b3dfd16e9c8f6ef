// A process that says when it begins to migrate a database, so that a test can kill it in the middle.
import { migrate } from '../../src/db/migrate.ts'

process.send?.('begun')
await migrate(process.argv[2] ?? '', { dir: process.argv[3] ?? '' })
process.disconnect?.()
