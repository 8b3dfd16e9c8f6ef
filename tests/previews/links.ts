import { type Story, wholeFields } from '../articles/stories.ts'
import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'

export interface Link {
  id: string
  articleId: string
  revision: number
  note: string | null
  expiresAt: string
  createdBy: string
  token: string
  url: string
}

export const previewQuery = `query ($token: String!) { preview(token: $token) { ${wholeFields} } }`

/** Makes links over REST, and reads them on both faces. */
export function linksOf({ rest, graphql }: Newsroom) {
  return {
    link: async (id: string, body: Facts = {}) => {
      const { status, data, text } = await rest<Link>('POST', `/v1/editorial/articles/${id}/preview-token`, {
        ...{ as: 'editor', body },
      })
      if (status !== 201) throw new Error(text)
      return data
    },
    /** What an outsider reads over REST and over GraphQL. */
    read: (token: string): Promise<[Answer<Story>, Answer<Story | null>]> =>
      Promise.all([
        rest<Story>('GET', `/v1/preview/${encodeURIComponent(token)}`),
        graphql<Story | null>(previewQuery, { token }),
      ]),
  }
}
