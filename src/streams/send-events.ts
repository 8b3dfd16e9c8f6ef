import type { FastifyReply, FastifyRequest } from 'fastify'
import { beginEvents, type EventStream, isGone } from '../rest/event-stream.ts'
import { followFrom, type Opening } from './delivery.ts'
import type { Connection } from './readers.ts'
import { greeting, heartbeat, isWanted, placeEvent, type Telling } from './stream.ts'

/** Ms between two signs of life. */
const heartbeatMs = 15_000

/** Answers with server-sent events until the client, the service or the rights of whoever asked end. @throws as `Readers.join` */
export function sendEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  { wish, place, cursor }: Opening,
): FastifyReply {
  // One who left while their wish was read would never be taken out.
  if (isGone(reply)) return reply.hijack()
  const { readers, standing, wire } = request.server
  const ends: (() => void)[] = []
  const endAll = () => {
    for (const end of ends.splice(0)) end()
  }
  // A place first: one who gets none is refused like any request.
  let events: EventStream | null = null
  const connection: Connection = {
    address: request.ip,
    waiting: () => events?.waiting() ?? 0,
    end: () => events?.end(),
    drop: () => events?.drop(),
  }
  ends.push(readers.join(connection))
  const stream = beginEvents(reply, endAll)
  events = stream
  const write = (chunk: Buffer | string) => {
    stream.write(chunk)
    readers.check(connection, chunk.length)
  }
  // Where the reader has been told everything, and the last such place that they know of.
  let [reached, known] = [cursor, cursor]
  write(greeting + placeEvent(cursor))
  const beat = setInterval(() => {
    write(reached === known ? heartbeat : placeEvent(reached))
    known = reached
  }, heartbeatMs).unref()
  ends.push(() => clearInterval(beat))
  const { authorization } = request.headers
  if (authorization) ends.push(standing.watch(authorization, stream.end))
  const tell = (telling: Telling) => {
    reached = telling.cursor
    if (!isWanted(wish, telling)) return
    known = reached
    write(telling.text)
  }
  const lost = (err: unknown) => {
    if (err) request.log.error({ err }, 'a stream was cut: what happened could not be looked up')
    stream.drop()
  }
  ends.push(followFrom(request.ctx, wire, place, { tell, room: stream.room, lost }))
  return reply
}
