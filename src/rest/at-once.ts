import type { FastifyReply } from 'fastify'

/** Ends a request past Fastify, without what is left to be done for it: with these headers and those that hooks have set so far. */
export function endAtOnce(
  reply: FastifyReply,
  status: number,
  headers: Record<string, string>,
  body: Buffer | null = null,
): void {
  reply.hijack()
  reply.raw.writeHead(status, { ...headers, ...(reply.getHeaders() as Record<string, string>) })
  reply.raw.end(body ?? undefined)
}
