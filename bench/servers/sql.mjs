// The same REST answers by hand: bare node:http, node-postgres with prepared statements, one statement an answer.
import { createServer } from 'node:http'
import pg from 'pg'
import { fillBodyLinks, fillHtmlLinks } from '../../dist/articles/body/links.js'
import { jsonLdOf } from '../../dist/articles/json-ld.js'
import { shareLinksOf } from '../../dist/articles/share-links.js'
import { serveParent } from './process.mjs'
import { articleSql, latestSql, taggedSql } from './statements.mjs'

const { url, site, connections } = JSON.parse(process.argv[2])
const pool = new pg.Pool({ connectionString: url, max: connections })
const base = site.publicUrl
const statements = { article: articleSql(base), latest: latestSql(base), tagged: taggedSql(base) }
const query = (name, values) => pool.query({ name, text: statements[name], values })

async function oneArticle(slug) {
  const row = (await query('article', [slug])).rows[0]
  if (!row) return null
  const { links, ...article } = row
  const targets = new Map(links.map((link) => [link.id, link]))
  return {
    ...article,
    body: fillBodyLinks(article.body, targets),
    bodyHtml: fillHtmlLinks(article.bodyHtml, targets),
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
  const data = rows.slice(0, list)
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
