import type { Newsroom } from '../newsroom.ts'

/** What staff ask for, over REST. Paths are those behind `/v1/editorial`. */
export interface Desk {
  /** @throws when it is refused */
  post(path: string, body?: object): Promise<Made>
  /** @throws when it is refused */
  patch(path: string, body: object): Promise<Made>
  put(path: string, body: object): Promise<Made>
  /** The status; refusals are fine. */
  attempt(path: string, body: object): Promise<number>
}

/** What was answered; the id is there wherever something was made. */
export interface Made extends Record<string, unknown> {
  id: string
}

/** The editors of a newsroom, with this key. */
export function deskOf({ app }: Newsroom, key: string): Desk {
  const send = (method: 'POST' | 'PATCH' | 'PUT', path: string, body: object) =>
    app.inject({
      ...{ method, url: `/v1/editorial${path}`, payload: JSON.stringify(body) },
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    })
  const must =
    (method: 'POST' | 'PATCH' | 'PUT') =>
    async (path: string, body: object = {}) => {
      const { statusCode, body: text } = await send(method, path, body)
      if (statusCode >= 300) throw new Error(`${method} ${path} answered ${statusCode}: ${text}`)
      return (text === '' ? {} : JSON.parse(text)) as Made
    }
  return {
    ...{ post: must('POST'), patch: must('PATCH'), put: must('PUT') },
    attempt: async (path, body) => (await send('POST', path, body)).statusCode,
  }
}
