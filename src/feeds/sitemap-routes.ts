import type { FastifyInstance, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { urlOf } from '../articles/paths.ts'
import { delivery } from '../rest/operation.ts'
import { answering } from './routes.ts'
import { toSitemap, toSitemapIndex } from './sitemap.ts'
import { sitemapFiles } from './sitemap-files.ts'
import { newsPages, sitemapPages } from './sitemaps.ts'

const xml = 'application/xml; charset=utf-8'
const name = Type.String({ description: "A name that the index gives, such as '2026-11', '2026-11-2' or 'pages'." })

/** What the OpenAPI document says of each. */
const operations = {
  index: answering(
    delivery({
      id: 'getSitemapIndex',
      group: 'Feeds',
      summary: 'Every sitemap, one for each month',
      answer: null,
      status: 200,
    }),
    [xml],
    'A sitemap index.',
  ),
  news: answering(
    delivery({
      ...{ id: 'getNewsSitemap', group: 'Feeds', summary: 'Stories of the last two days, for Google News' },
      ...{ answer: null, status: 200 },
    }),
    [xml],
    'A News sitemap.',
  ),
  one: answering(
    delivery({
      ...{ id: 'getSitemap', group: 'Feeds', summary: 'The stories of a month; or sections, tags and authors' },
      ...{ params: Type.Object({ name }), answer: null, status: 200 },
    }),
    [xml],
    'A sitemap.',
  ),
  robots: answering(
    delivery({
      id: 'getRobots',
      group: 'Feeds',
      summary: 'Where crawlers find the sitemaps',
      answer: null,
      status: 200,
    }),
    ['text/plain'],
    'A robots.txt.',
  ),
}

export function sitemapRoutes(app: FastifyInstance): void {
  app.get('/sitemap.xml', operations.index, async ({ ctx }, reply) => {
    const { items, changedAt } = await sitemapFiles(ctx)
    return sendXml(reply, toSitemapIndex(items, ctx.site), changedAt)
  })
  app.get('/sitemaps/news.xml', operations.news, async ({ ctx }, reply) =>
    sendXml(reply, toSitemap(await newsPages(ctx), ctx.site, { isNews: true }), null),
  )
  app.get<{ Params: { name: string } }>('/sitemaps/:name.xml', operations.one, async ({ ctx, params }, reply) => {
    const { items, changedAt } = await sitemapPages(ctx, params.name)
    return sendXml(reply, toSitemap(items, ctx.site), changedAt)
  })
  app.get('/robots.txt', operations.robots, async ({ ctx }, reply) => {
    reply.type('text/plain; charset=utf-8')
    return `User-agent: *\nAllow: /\n\nSitemap: ${urlOf('/sitemap.xml', ctx.site)}\n`
  })
}

function sendXml(reply: FastifyReply, text: string, changedAt: Date | null): string {
  if (changedAt) reply.header('last-modified', changedAt.toUTCString())
  reply.type(xml)
  return text
}
