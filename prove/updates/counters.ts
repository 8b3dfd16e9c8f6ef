import type { Answer, Ask } from '../http.ts'

/** A thing with a number in its text, which editors read and save one higher. */
export interface Counter {
  name: string
  read(): Promise<{ version: number; count: number }>
  /** Saves on condition that the version is still this one. */
  save(count: number, version: number): Promise<Answer>
}

const storiesOfEach = 3

/** Stories over both faces, a tag, an author and a picture, all at 0. */
export async function makeCounters(ask: Ask): Promise<Counter[]> {
  const counters: Counter[] = []
  for (let n = 1; n <= storiesOfEach; n++) {
    counters.push(await storyOverRest(ask, n), await storyOverGraphql(ask, n))
  }
  return [
    ...counters,
    await overRest(ask, 'tags', 'description', { type: 'TOPIC', name: 'Count' }),
    await overRest(ask, 'authors', 'bio', { name: 'Count' }),
    await overRest(ask, 'media', 'caption', {
      type: 'IMAGE',
      url: 'https://media.example/1.jpg',
      mimeType: 'image/jpeg',
    }),
  ]
}

async function storyOverRest(ask: Ask, n: number): Promise<Counter> {
  return overRest(ask, 'articles', 'standfirst', { headline: `Count ${n}` }, ({ content }) => content ?? {})
}

type Record = { [field: string]: unknown; id: string; version: number; content?: object }

async function overRest(
  ask: Ask,
  path: string,
  field: string,
  input: object,
  part: (record: Record) => object = (all) => all,
): Promise<Counter> {
  const address = `/v1/editorial/${path}`
  const made = await ask('POST', address, { body: { ...input, [field]: '0' } })
  if (made.status !== 201) throw new Error(`POST ${address} answered ${made.status}: ${made.text}`)
  const { id } = JSON.parse(made.text) as Record
  return {
    name: `${path} ${id}`,
    read: async () => {
      const record = JSON.parse((await ask('GET', `${address}/${id}`)).text) as Record
      return { version: record.version, count: Number((part(record) as Record)[field]) }
    },
    save: (count, version) =>
      ask('PATCH', `${address}/${id}`, { body: { [field]: `${count}` }, headers: { 'if-match': `"${version}"` } }),
  }
}

const reading = 'query ($id: ID!) { articleDraft(id: $id) { version content { standfirst } } }'
const saving = `mutation ($id: ID!, $expectedVersion: Int!, $input: ArticlePatch!) {
  reviseArticle(id: $id, expectedVersion: $expectedVersion, input: $input) { version }
}`

/** The same story for the other face; a refusal is told with the status that REST would have. */
async function storyOverGraphql(ask: Ask, n: number): Promise<Counter> {
  const made = await ask('POST', '/v1/editorial/articles', { body: { headline: `Count too ${n}`, standfirst: '0' } })
  const { id } = JSON.parse(made.text) as Record
  const graphql = (query: string, variables: object) =>
    ask('POST', '/graphql', { body: { query, variables: { id, ...variables } } })
  return {
    name: `article ${id} over GraphQL`,
    read: async () => {
      const { version, content } = JSON.parse((await graphql(reading, {})).text).data.articleDraft
      return { version, count: Number(content.standfirst) }
    },
    save: async (count, version) => {
      const answer = await graphql(saving, { expectedVersion: version, input: { standfirst: `${count}` } })
      const code = JSON.parse(answer.text).errors?.[0]?.extensions?.code
      return { ...answer, status: code === 'stale_version' ? 412 : code ? 500 : answer.status }
    },
  }
}
