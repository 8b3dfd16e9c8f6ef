import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from './test-server.ts'

let url = ''
let close = async () => {}

beforeAll(async () => {
  const { app } = await startServer()
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`
  close = () => app.close()
})
afterAll(() => close())

describe('GraphQL over HTTP audit', () => {
  for (const { id, name, fn } of serverAudits({ url: () => url }))
    test(`${id}: a server ${name}`, async () => {
      const result = await fn()
      expect(result.status, 'reason' in result ? result.reason : '').toBe('ok')
    })
})
