import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { copyConsoleAssets } from '../../scripts/copy-console.ts'
import { consoleAssets, consolePlugin } from '../../src/graphql/console.ts'

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

test('a build gets all files of the console', () => {
  const target = mkdtempSync(join(tmpdir(), 'console-'))
  copyConsoleAssets(join(target, 'graphiql'))
  const files = readdirSync(join(target, 'graphiql'))
  expect(files.sort()).toEqual(consoleAssets.map(({ name }) => name).sort())
  expect(statSync(join(target, 'graphiql', 'graphiql.js')).size).toBeGreaterThan(1_000_000)
  rmSync(target, { recursive: true })
})
