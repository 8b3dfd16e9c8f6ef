// What every measured server does as a child: listen, say where, and report its own use of the machine when asked.

/** Tells the parent the port, and answers its questions until it is gone. `prepare` hears every other message. */
export function serveParent(port, prepare = () => undefined) {
  process.on('message', (message) => {
    if (message.ask === 'usage') process.send({ usage: { ...process.cpuUsage(), rss: process.memoryUsage.rss() } })
    else if (message.ask === 'stop') process.exit(0)
    else {
      prepare(message)
      process.send({ prepared: true })
    }
  })
  process.on('disconnect', () => process.exit(0))
  process.send({ port })
}
