import { createServer } from 'node:net'
import { expect, inject, it } from 'vitest'
import { reachServer } from '../../src/db/own-server.ts'
import { testDatabase } from '../helpers/database.ts'

const shown = 'postgresql://desk@db.example/news'
const url = (change: (url: string) => string) => change(inject('templateUrl'))

it('a server that answers is taken', async () => {
  const { url: own, drop } = await testDatabase()
  await expect(reachServer(own, shown)).resolves.toBeUndefined()
  await drop()
})

it.each([
  ['nothing listens', 'postgresql://desk:secret@127.0.0.1:1/news', 'nothing listens there'],
  ['the host is unknown', 'postgresql://desk:secret@nowhere.invalid/news', 'the host'],
  ['the socket is missing', 'postgresql://desk:secret@/news?host=%2Fnowhere', 'there is no such socket'],
])('when %s, the refusal names the server and the way out, not the password', async (_case, wrong, reason) => {
  const refusal = await reachServer(wrong, shown).catch((error: Error) => error)
  expect(refusal).toMatchObject({ name: 'DatabaseStartError' })
  const { message } = refusal as Error
  expect([message.startsWith(`DATABASE_URL: cannot use ${shown}: `), message.includes('secret')]).toEqual([true, false])
  expect(message).toContain(reason)
})

it('a database that is not there is named as such', async () => {
  const refused = reachServer(
    url((known) => known.replace(/(?<=[^/]\/)[^/?]*(?=\?|$)/, 'no_such_database')),
    shown,
  )
  await expect(refused).rejects.toThrow('there is no such database; create it with createdb')
})

it('something that is not PostgreSQL is refused in time', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await expect(reachServer(`postgresql://desk@127.0.0.1:${port}/news`, shown)).rejects.toThrow(
    'DATABASE_URL: cannot use',
  )
  server.close()
})
