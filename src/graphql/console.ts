import { createReadStream, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import { fileOfRoot } from '../root.ts'

/** One file of the console: the name under `/graphiql/`, and the place that it has among the packages. */
export interface ConsoleAsset {
  name: string
  packagePath: string
  type: string
}

const script = 'text/javascript; charset=utf-8'

/** All that the page loads; a build copies these files to `graphiql/`, beside the folder of this file. */
export const consoleAssets: ConsoleAsset[] = [
  { name: 'react.js', packagePath: 'react/umd/react.production.min.js', type: script },
  { name: 'react-dom.js', packagePath: 'react-dom/umd/react-dom.production.min.js', type: script },
  { name: 'graphiql.js', packagePath: 'graphiql/graphiql.min.js', type: script },
  { name: 'graphiql.css', packagePath: 'graphiql/graphiql.min.css', type: 'text/css; charset=utf-8' },
]

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Dateline: GraphQL console</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="graphiql/graphiql.css">
<style>body { margin: 0 } #console { height: 100vh }</style>
<div id="console">Loading…</div>
<script src="graphiql/react.js"></script>
<script src="graphiql/react-dom.js"></script>
<script src="graphiql/graphiql.js"></script>
<script src="graphiql/start.js"></script>
</html>
`

const defaultQuery = `# Newest stories. For the editorial side set a header below: { "Authorization": "Bearer <key>" }
query LatestStories($first: Int) {
  articles(first: $first) {
    nodes {
      headline
      publishedAt
      bylines { displayName }
      tags { name type }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`

const start = `ReactDOM.createRoot(document.getElementById('console')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: new URL('graphql', location.href).href }),
    defaultQuery: ${JSON.stringify(defaultQuery)},
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
)
`

/** Nothing from elsewhere and nothing evaluated; the editor sets styles on elements, which needs 'unsafe-inline' there. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The OpenAPI document is of REST only. */
const hidden = { hide: true }

/** Adds the console at `/graphiql`. It asks `graphql` beside itself, wherever both are mounted, and works offline. */
export const consolePlugin: FastifyPluginAsync = async (app) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
  })
  app.get('/graphiql', { schema: hidden }, (_request, reply) =>
    reply.header('content-security-policy', contentSecurityPolicy).type('text/html; charset=utf-8').send(page),
  )
  app.get('/graphiql/start.js', { schema: hidden }, (_request, reply) => reply.type(script).send(start))
  for (const asset of consoleAssets) {
    const path = assetPath(asset)
    app.get(`/graphiql/${asset.name}`, { schema: hidden }, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=3600').type(asset.type).send(createReadStream(path)),
    )
  }
}

/** In a build the copy; in a checkout the package. */
function assetPath(asset: ConsoleAsset): string {
  const copied = fileOfRoot(`dist/graphiql/${asset.name}`)
  return existsSync(copied) ? copied : packagedPath(asset)
}

/** The place of the file among the installed packages; React exports its package.json, but not the files for browsers. */
export function packagedPath({ packagePath }: ConsoleAsset): string {
  const [name = '', ...rest] = packagePath.split('/')
  const { resolve } = createRequire(import.meta.url)
  return join(dirname(resolve(`${name}/package.json`)), ...rest)
}
