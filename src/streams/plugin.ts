import type { FastifyInstance } from 'fastify'
import type { Ctx } from '../core/ctx.ts'
import type { JournalFeed } from '../core/feed.ts'
import { makeReaders, type ReaderLimits, type Readers } from './readers.ts'
import { type Standing, watchStanding } from './standing.ts'
import { startWire, type Wire } from './wire.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Tells of what happens. */
    wire: Wire
    /** Who is told, over streams and sockets. */
    readers: Readers
    /** Whether they still may. */
    standing: Standing
    /** A new context without a caller, for what all of them are told. */
    readerCtx(): Ctx
  }
}

interface StreamOptions {
  feed: JournalFeed
  /** A new context without a caller. */
  ctx(): Ctx
  /** Throws unauthenticated or forbidden when what an `Authorization` header holds is no good. */
  authenticate(header: string): Promise<unknown>
  limits?: Partial<ReaderLimits>
}

/**
 * Readers of one process. A carrier's address stands for many phones, of which few keep a page open; 1 MB is a thousand changes;
 * 32 MB leave the process, with what it takes to write them, below the 300 MB that it is allowed.
 */
export const readerLimits: ReaderLimits = {
  inAll: 5_000,
  perAddress: 200,
  bytes: 1_048_576,
  bytesInAll: 32 * 1_048_576,
}

/** Lets an app tell of what happens. When it closes, streams and sockets are ended first: it would wait for them. */
export function addStreams(app: FastifyInstance, { feed, ctx, authenticate, limits }: StreamOptions): void {
  const onError = (err: unknown) => app.log.error({ err }, 'streams are cut: what happened could not be looked up')
  const wire = startWire({ feed, ctx, onError })
  const readers = makeReaders({ ...readerLimits, ...limits })
  const standing = watchStanding(feed, authenticate)
  app.decorate('wire', wire)
  app.decorate('readers', readers)
  app.decorate('standing', standing)
  app.decorate('readerCtx', ctx)
  app.addHook('preClose', async () => {
    readers.endAll()
    standing.stop()
    wire.stop()
  })
}
