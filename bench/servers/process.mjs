// What every measured server does as a child: listen, say where, and report its own use of the machine when asked.

/** The heap is what is left after a collection, where one can be asked for (`--expose-gc`). */
function usage() {
  globalThis.gc?.()
  return { ...process.cpuUsage(), rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed }
}

/** Tells the parent the port, and answers its questions until it is gone. `prepare` hears every other message. */
export function serveParent(port, prepare = () => undefined) {
  process.on('message', (message) => {
    if (message.ask === 'usage') process.send({ usage: usage() })
    else if (message.ask === 'stop') process.exit(0)
    else {
      prepare(message)
      process.send({ prepared: true })
    }
  })
  process.on('disconnect', () => process.exit(0))
  process.send({ port })
}
