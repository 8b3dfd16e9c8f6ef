import autocannon from 'autocannon'

/** One request of a measurement, without its address. */
export interface Asked {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

/** What the load process is told: ask these, from so many connections at once, for so long; or each of them once. */
export interface Order {
  port: number
  asked: Asked[]
  connections: number
  seconds: number | 'once'
}

/** What came back: the time of every answer in ms, and how many were neither a 200 nor a 304. */
export interface Outcome {
  seconds: number
  times: Float64Array
  failed: number
}

process.on('message', async (order: Order) => process.send?.(await putLoad(order)))
process.on('disconnect', () => process.exit(0))

async function putLoad({ port, asked, connections, seconds }: Order): Promise<Outcome> {
  const times: number[] = []
  const begun = performance.now()
  let [started, refused] = [0, 0]
  const options: autocannon.Options = {
    url: `http://127.0.0.1:${port}`,
    connections,
    ...(seconds === 'once' ? { amount: asked.length } : { duration: seconds }),
    // Each connection walks through all requests from a place of its own, so that they do not march in step.
    setupClient: (client) => client.setRequests(rotate(asked, Math.floor((started++ * asked.length) / connections))),
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error, found) => (error ? reject(error) : resolve(found)))
    run.on('response', (_client, status, _bytes, time) => {
      times.push(time)
      if (status !== 200 && status !== 304) refused++
    })
  })
  return {
    seconds: (performance.now() - begun) / 1000,
    times: Float64Array.from(times),
    failed: refused + result.errors,
  }
}

function rotate<T>(list: T[], by: number): T[] {
  return [...list.slice(by), ...list.slice(0, by)]
}
