import type { Change } from '../changes/reader.ts'

export interface StreamEvent {
  id: string
  event: string
  data: Change
}

/** Reads server-sent events as a browser does. */
export interface EventReader {
  status: number
  headers: Headers
  /** The body of an answer that is no stream. */
  problem: { code?: string; detail?: string; errors?: { path: string }[] } | null
  events: StreamEvent[]
  /** What a browser would send as `Last-Event-ID`. */
  lastEventId: string
  text: string
  /** Waits for so many events in all. */
  until(count: number): Promise<StreamEvent[]>
  /** Waits until the other side ends. */
  ended: Promise<void>
  close(): void
}

export async function readEvents(url: string, headers: Record<string, string> = {}): Promise<EventReader> {
  const abort = new AbortController()
  const answer = await fetch(url, { headers, signal: abort.signal })
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  const waiting: (() => void)[] = []
  const reader: EventReader = {
    ...{ status: answer.status, headers: answer.headers, events: [], lastEventId: '', text: '' },
    problem: isStream ? null : ((await answer.json()) as EventReader['problem']),
    until: async (count) => {
      const late = AbortSignal.timeout(15_000)
      while (reader.events.length < count) {
        if (late.aborted) throw new Error(`${reader.events.length} of ${count} events came: ${reader.text}`)
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          setTimeout(resolve, 100)
        })
      }
      return reader.events
    },
    ended: Promise.resolve(),
    close: () => abort.abort(),
  }
  if (isStream && answer.body) reader.ended = take(answer.body, reader, waiting).catch(() => undefined)
  return reader
}

async function take(body: ReadableStream<Uint8Array>, reader: EventReader, waiting: (() => void)[]): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const text = decoder.decode(chunk, { stream: true })
    reader.text += text
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) takeBlock(block, reader)
    for (const wake of waiting.splice(0)) wake()
  }
}

function takeBlock(block: string, reader: EventReader): void {
  const lines = block.split('\n').map((line): [string, string] => {
    const at = line.indexOf(':')
    return [line.slice(0, at), line.slice(at + 1).trimStart()]
  })
  const fields = Object.fromEntries(lines)
  if (fields.id !== undefined) reader.lastEventId = fields.id
  if (fields.data !== undefined)
    reader.events.push({ id: fields.id ?? '', event: fields.event ?? '', data: JSON.parse(fields.data) })
}
