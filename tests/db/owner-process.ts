// A process that uses the embedded server of a data directory until it is told to stop, or killed.
import { startEmbedded } from '../../src/db/embedded.ts'

const log = { info: () => undefined, warn: () => undefined }
const server = await startEmbedded({ dataDir: process.argv[2] ?? '', log, settings: { fsync: 'off' } })
process.send?.({ url: server.url, adopted: server.adopted })
process.once('message', () => void server.stop().then(() => process.exit(0)))
