// Loaded into a service before its own code (`--import`): tells its parent what memory it takes, when asked. RSS as it is, then the heap
// behind a collection (`--expose-gc`).
process.on('message', ({ ask }) => {
  if (ask !== 'memory') return
  const [rss, mostRss] = [process.memoryUsage.rss(), process.resourceUsage().maxRSS * 1_024]
  globalThis.gc?.()
  process.send({ rss, mostRss, heap: process.memoryUsage().heapUsed })
})
// The connection to the parent alone keeps nobody alive.
process.channel?.unref()
