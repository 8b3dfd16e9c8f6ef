import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../src/app.ts'
import type { PrismaClient } from '../src/db/generated/client.ts'

/** A database that nobody may ask: what is told of the service without one. */
function withoutDatabase(): PrismaClient {
  const refuse = (name: string) => {
    throw new Error(`the database was asked for '${name}', and there is none here`)
  }
  return new Proxy(
    {},
    { get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : refuse(name)) },
  ) as PrismaClient
}

/** The whole service with every route, but without a database: a request that would ask one ends as an internal error. */
export async function appWithoutDatabase(): Promise<FastifyInstance> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const site = { name: 'Dateline', publicUrl: 'https://news.example', defaultLocale: 'en' }
  return buildApp({ db: withoutDatabase(), site, version })
}

/** The OpenAPI document of the REST face, as `/openapi.json` shows it. */
export async function openapiDocument(): Promise<object> {
  const app = await appWithoutDatabase()
  await app.ready()
  const document = app.swagger()
  await app.close()
  return document
}
