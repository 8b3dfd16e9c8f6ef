import { statSync } from 'node:fs'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { consoleAssets, consolePlugin, packagedPath } from '../../src/graphql/console.ts'

test('the console loads nothing from elsewhere, and every file that it names is there', async () => {
  const app = fastify()
  await app.register(consolePlugin, { prefix: '/cms' })
  const page = await app.inject('/cms/graphiql')
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => link !== 'data:,')
  expect(links).toHaveLength(5)
  for (const link of links) {
    const file = await app.inject(new URL(link, 'http://x/cms/graphiql').pathname)
    expect([link, file.statusCode, file.headers['x-content-type-options']]).toEqual([link, 200, 'nosniff'])
    expect(file.headers['content-type']).toMatch(link.endsWith('css') ? /^text\/css/ : /^text\/javascript/)
  }
  await app.close()
})

test('the page forbids inline scripts, evaluated code and other hosts', async () => {
  const app = fastify()
  await app.register(consolePlugin)
  const { headers, body } = await app.inject('/graphiql')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/unsafe-eval|https?:/)
  expect(body).not.toMatch(/<script>|https?:/)
  await app.close()
})

test('a build finds every file of the console among the packages', () => {
  const sizes = consoleAssets.map((asset) => [asset.name, statSync(packagedPath(asset)).size > 10_000])
  expect(sizes).toEqual(consoleAssets.map(({ name }) => [name, true]))
})
