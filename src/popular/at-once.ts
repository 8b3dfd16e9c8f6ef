import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerAhead } from '../rest/ahead.ts'
import { workAside } from '../rest/aside.ts'
import { commonHeaders } from '../rest/headers.ts'
import { headersForOtherSites } from '../rest/other-sites.ts'
import type { Senders } from '../rest/proxies.ts'
import { viewsAddress } from './routes.ts'

type Raw = FastifyRequest['raw']

interface AtOnce {
  senders: Senders
  requestId(raw: Raw): string
  now(): Date
}

/**
 * Counts a view that tells nothing besides as soon as its head is here, ahead of Fastify: thousands of them come in a second, and
 * nobody waits for the answer. It is the answer that the route gives, to a header; what is to be refused or logged is left to that.
 */
export function countViewsAtOnce(app: FastifyInstance, { senders, requestId, now }: AtOnce): void {
  const aside = workAside(app)
  const isLogged = () => app.log.level === 'debug' || app.log.level === 'trace'
  answerAhead(app, (raw, response) => {
    const articleId = storyOfBareView(raw)
    if (articleId === null || isLogged()) return false
    const begun = performance.now()
    const address = senders.addressOf(raw)
    const headers: Record<string, string> = {}
    const tell = (name: string, value: string) => {
      headers[name] = value
    }
    if (!app.limits.admitView(address, tell)) return false
    aside(() => {
      const userAgent = raw.headers['user-agent']?.slice(0, 300) ?? null
      app.popularity.count({ articleId, address, userAgent, at: now(), attentionSeconds: 0, shares: 0 })
      Object.assign(headers, commonHeaders(requestId(raw), senders.isHttps(raw)), headersForOtherSites)
      response.writeHead(204, headers).end()
      app.metrics.timings.add('POST', viewsAddress, 204, (performance.now() - begun) / 1_000)
    })
    return true
  })
}

const address = new RegExp(`^${viewsAddress.replace(':id', '([\\da-fA-F-]{36})')}$`)

/** Of which story a view is that has neither a body nor a key; null for any other request. */
function storyOfBareView({ method, url = '', headers }: Raw): string | null {
  if (method !== 'POST' || headers.authorization !== undefined) return null
  if (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0') return null
  return address.exec(url)?.[1] ?? null
}
