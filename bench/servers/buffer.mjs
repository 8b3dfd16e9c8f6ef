// Fastify and nothing else: it sends one prepared buffer, whatever it is asked, or nothing at all to what it is told (`toPosts: 204`).
import Fastify from 'fastify'
import { serveParent } from './process.mjs'

let answer = Buffer.from('{}')
const app = Fastify()
const { toPosts } = JSON.parse(process.argv[2] ?? '{}')
if (toPosts) app.post('/*', (_request, reply) => reply.code(toPosts).send())
app.route({
  method: toPosts ? 'GET' : ['GET', 'POST'],
  url: '/*',
  handler: (_request, reply) => reply.type('application/json; charset=utf-8').send(answer),
})
await app.listen({ host: '127.0.0.1', port: 0 })
serveParent(app.server.address().port, ({ buffer }) => {
  answer = Buffer.from(buffer)
})
