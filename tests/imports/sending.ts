import type { Newsroom } from '../helpers/app.ts'

export interface Part {
  name: string
  value: string
  fileName?: string
}

/** A form as clients send one. */
function formOf(parts: Part[]) {
  const boundary = 'the-end-of-a-part'
  const text = parts.map(({ name, value, fileName }) => {
    const file = fileName ? `; filename="${fileName}"\r\nContent-Type: text/xml` : ''
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
  })
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${text.join('')}--${boundary}--\r\n`,
  }
}

/** Sends forms as imports to a newsroom. */
export function sender(newsroom: () => Newsroom) {
  return async (parts: Part[], role: 'admin' | 'editor' | 'author' | null = 'editor', more = {}) => {
    const { headers, payload } = formOf(parts)
    const { app, keys } = newsroom()
    const key = role ? { authorization: `Bearer ${keys[role]}` } : {}
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/editorial/imports',
      headers: { ...headers, ...key, ...more },
      payload,
    })
    return { status: answer.statusCode, data: answer.json(), headers: answer.headers }
  }
}
