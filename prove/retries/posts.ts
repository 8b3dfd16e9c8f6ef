import { randomUUID } from 'node:crypto'
import type { Random } from '../../bench/archive/random.ts'
import type { Newsroom } from '../newsroom.ts'

/** Something new, to be made once however often it is sent. */
export interface Post {
  number: number
  kind: Kind
  /** By which its row is known. */
  name: string
  key: string
  path: string
  body: object
}

const kinds = ['article', 'article over GraphQL', 'tag', 'author'] as const
type Kind = (typeof kinds)[number]

const creating = 'mutation ($input: ArticleInput!) { createArticle(input: $input) { id version changedAt } }'

/** The n-th thing. */
export function makePost(
  number: number,
  random: Random,
  name = `Thing ${number}`,
  kind: Kind = random.pick(kinds),
): Post {
  return { number, kind, name, key: randomUUID(), ...requestOf(kind, name) }
}

function requestOf(kind: Kind, name: string): { path: string; body: object } {
  if (kind === 'tag') return { path: '/v1/editorial/tags', body: { type: 'TOPIC', name } }
  if (kind === 'author') return { path: '/v1/editorial/authors', body: { name } }
  if (kind === 'article') return { path: '/v1/editorial/articles', body: { headline: name } }
  return { path: '/graphql', body: { query: creating, variables: { input: { headline: name } } } }
}

/** The names of everything that was made. */
export async function rowsOf({ database }: Newsroom): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    'SELECT headline AS name FROM article UNION ALL SELECT name FROM tag UNION ALL SELECT name FROM author',
  )
  return rows.map(({ name }) => name)
}
