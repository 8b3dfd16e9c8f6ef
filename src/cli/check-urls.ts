import pc from 'picocolors'

interface Check {
  name: string
  path: string
  /** What the answer must contain. */
  has: string
  init?: RequestInit
}

/** Reads what the demo promises over HTTP, as a new user would, and prints a line for each; whether all answered well. */
export async function checkUrls(url: string, story: string, key: string): Promise<boolean> {
  const results = []
  for (const check of checksOf(story, key)) results.push(await tryOne(url, check))
  results.push(await tryPicture(url, story))
  return results.every(Boolean)
}

/** Whether the picture of the story can be had in a small form, at the address that the story gives. */
async function tryPicture(url: string, story: string): Promise<boolean> {
  const answer = await fetch(`${url}/v1/articles/${story}?fields=leadMedia`, { signal: AbortSignal.timeout(10_000) })
  const { leadMedia } = (await answer.json()) as { leadMedia?: { renditions?: { name: string; url: string }[] } }
  const address = leadMedia?.renditions?.find(({ name }) => name === 'card')?.url
  // Where the site has an address of its own, the picture is behind that.
  const path = address && new URL(address).pathname
  return tryOne(url, {
    name: 'picture',
    path: path ?? '/media/none',
    has: 'WEBP',
    init: { headers: { accept: 'image/webp' } },
  })
}

function checksOf(story: string, key: string): Check[] {
  const query = `{ article(slug: "${story}") { headline bodyHtml bylines { displayName } tags { name } related { headline } } articles(first: 5) { nodes { headline } } }`
  const authorization = `Bearer ${key}`
  const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
  return [
    { name: 'console', path: '/graphiql', has: 'graphiql.js' },
    { name: 'reference', path: '/docs', has: 'swagger' },
    { name: 'OpenAPI', path: '/openapi.json', has: '"openapi":"3.1' },
    { name: 'REST story', path: `/v1/articles/${story}`, has: '"jsonLd"' },
    { name: 'REST list', path: '/v1/articles?first=5', has: '"next":"' },
    { name: 'most read', path: '/v1/most-popular', has: '"rank":1' },
    {
      name: 'GraphQL story',
      path: '/graphql',
      has: '"bodyHtml"',
      init: { method: 'POST', headers: json, body: JSON.stringify({ query }) },
    },
    {
      name: 'editor key',
      path: '/v1/editorial/articles?status=DRAFT',
      has: '"status":"DRAFT"',
      init: { headers: { authorization } },
    },
  ]
}

async function tryOne(url: string, { name, path, has, init }: Check): Promise<boolean> {
  const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(10_000) })
  const text = await answer.text()
  const isWell = answer.status === 200 && text.includes(has)
  console.log(
    `  ${isWell ? pc.green('ok') : pc.red('failed')} ${name}: ${answer.status}, ${text.length} characters${isWell ? '' : `, without ${has}`}`,
  )
  return isWell
}
