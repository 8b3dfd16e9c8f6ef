// The service on a database, in a process whose event loop is watched. It answers three words: `watch` begins anew, `told` asks for the
// longest time that the loop stood still since, `stop` ends it.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { withNewsroom } from '../newsroom.ts'

/** Ms between two looks; the loop stood still when a look comes late. */
const resolution = 1

await withNewsroom(process.argv[2] ?? '', async ({ app }) => {
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
  const loop = monitorEventLoopDelay({ resolution })
  loop.enable()
  await new Promise<void>((resolve) => {
    process.on('message', async (word) => {
      if (word === 'stop') return resolve()
      if (word === 'watch') loop.reset()
      // The look that is late has to come before it can be told.
      else await wait(5)
      process.send?.({ stoodMs: Math.max(0, loop.max / 1e6 - resolution), rss: process.memoryUsage.rss() })
    })
    process.send?.({ port })
  })
})
process.exit()
