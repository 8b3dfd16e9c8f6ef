// Fastify and nothing else: it sends one prepared buffer, whatever it is asked.
import Fastify from 'fastify'
import { serveParent } from './process.mjs'

let answer = Buffer.from('{}')
const app = Fastify()
app.all('/*', (_request, reply) => reply.type('application/json; charset=utf-8').send(answer))
await app.listen({ host: '127.0.0.1', port: 0 })
serveParent(app.server.address().port, ({ buffer }) => {
  answer = Buffer.from(buffer)
})
