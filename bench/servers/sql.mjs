// The same REST answers by hand: bare node:http, node-postgres with prepared statements, one statement an answer.
import { createServer } from 'node:http'
import pg from 'pg'
import { toForms } from '../../src/articles/body/forms.ts'
import { jsonLdOf } from '../../src/articles/json-ld.ts'
import { shareLinksOf } from '../../src/articles/share-links.ts'
import { toPublicMedia } from '../../src/media/published.ts'
import { serveParent } from './process.mjs'
import { articleSql, latestSql, taggedSql } from './statements.mjs'

const { url, site, connections } = JSON.parse(process.argv[2])
const pool = new pg.Pool({ connectionString: url, max: connections })
const base = site.publicUrl
const statements = { article: articleSql(base), latest: latestSql(base), tagged: taggedSql(base) }
const query = (name, values) => pool.query({ name, text: statements[name], values })

const withMedia = (story) => ({ ...story, leadMedia: story.leadMedia && toPublicMedia(story.leadMedia, site) })
const linkOrNull = (story) => story && withMedia(story)

async function oneArticle(slug) {
  const row = (await query('article', [slug])).rows[0]
  if (!row) return null
  const { links, ...story } = row
  const targets = new Map(links.map((link) => [link.id, link]))
  const article = withMedia(story)
  return {
    ...article,
    ...toForms(article, targets, site),
    recommendedVideo: article.recommendedVideo && toPublicMedia(article.recommendedVideo, site),
    related: article.related.map((each) => ({ ...each, article: each.article && withMedia(each.article) })),
    ...{ replaces: linkOrNull(article.replaces), replacedBy: linkOrNull(article.replacedBy) },
    storyline: article.storyline && { ...article.storyline, newest: linkOrNull(article.storyline.newest) },
    shareLinks: shareLinksOf(article),
    jsonLd: jsonLdOf(article, site),
  }
}

const list = 20

async function page(params) {
  const tag = params.get('tag')
  const cursor = params.get('after')
  const [mark, at, id] = cursor ? JSON.parse(Buffer.from(cursor, 'base64url').toString()) : ['', null, null]
  const { rows } = await (tag ? query('tagged', [tag, list + 1, at, id]) : query('latest', [list + 1, at, id]))
  const data = rows.slice(0, list).map(withMedia)
  const last = data[data.length - 1]
  const next =
    rows.length > list ? Buffer.from(JSON.stringify([mark, last.publishedAt, last.id])).toString('base64url') : null
  return { data, page: { next } }
}

const server = createServer(async (request, response) => {
  try {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost')
    const answer =
      pathname === '/v1/articles' ? await page(searchParams) : await oneArticle(pathname.slice('/v1/articles/'.length))
    const text = JSON.stringify(answer)
    response.writeHead(answer ? 200 : 404, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(0, '127.0.0.1', () => serveParent(server.address().port))
