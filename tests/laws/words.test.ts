import { describe, expect, it } from 'vitest'
import { describeSettings } from '../../src/config.ts'
import { plant, readTree } from './tree.ts'
import { envExample, environmentFaults, networkFaults, settingFaults, unsafeSqlFaults } from './words.ts'

const real = readTree()
const empty = new Map<string, string>()
const port = { name: 'PORT', fallback: '4000', doc: 'Port to listen on.' }

describe('the house', () => {
  it('never puts text into SQL', () => expect(unsafeSqlFaults(real)).toEqual([]))
  it('reads the environment only in src/config.ts', () => expect(environmentFaults(real)).toEqual([]))
  it('sends no request but through src/outbound', () => expect(networkFaults(real)).toEqual([]))
  it('has the same settings in .env.example and src/config.ts', () =>
    expect(settingFaults(real, describeSettings())).toEqual([]))
})

describe('a planted violation is found', () => {
  it.each([
    `await ctx.db.$queryRawUnsafe(\`SELECT \${word}\`)`,
    'await tx.$executeRawUnsafe(sql)',
    `Prisma.sql\`SELECT \${Prisma.raw(order)}\``,
    'Prisma .raw(order)',
  ])('unsafe SQL: %s', (text) => {
    expect(unsafeSqlFaults(plant(empty, { 'src/search/delivery.ts': text }))).toEqual([
      expect.stringMatching(/^src\/search\/delivery\.ts:1: .*put no text into SQL/),
    ])
  })

  it.each([
    'const port = process.env.PORT',
    'const { env } = process',
    "const port = process['env'].PORT",
    `const url = \`http://\${process.env.HOST}\``,
    "import { env } from 'node:process'",
  ])('the environment: %s', (text) =>
    expect(environmentFaults(plant(empty, { 'src/app.ts': text }))).toEqual([
      expect.stringMatching(/^src\/app\.ts.*only src\/config\.ts reads the environment/),
    ]),
  )

  it.each([
    'await fetch(url)',
    "import { request } from 'undici'",
    "import { connect } from 'node:tls'",
    "import http from 'node:http'",
    "await import('@opentelemetry/exporter-trace-otlp-http')",
  ])('a way out of the house: %s', (text) =>
    expect(networkFaults(plant(empty, { 'src/imports/editorial.ts': text }))).toEqual([
      expect.stringMatching(/requests go out by ctx\.outbound/),
    ]),
  )

  it('src/config.ts itself may read it', () =>
    expect(environmentFaults(plant(empty, { 'src/config.ts': 'process.env' }))).toEqual([]))

  it.each([
    ['a setting that is missing', '', /lacks PORT/],
    ['another default', '# Port to listen on.\n# PORT=4001\n', /PORT=4001; the default in src\/config\.ts is '4000'/],
    ['another purpose', '# Door to knock at.\n# PORT=4000\n', /says of PORT 'Door to knock at\.'/],
    ['a setting that nobody reads', '# Port to listen on.\n# PORT=4000\n\n# Old.\n# PORT_OLD=1\n', /names PORT_OLD/],
  ])('%s', (_, text, message) => {
    expect(settingFaults(plant(empty, { '.env.example': text }), [port])).toEqual([expect.stringMatching(message)])
  })

  it('the text that is made for .env.example is a lawful one', () => {
    expect(settingFaults(plant(empty, { '.env.example': envExample([port]) }), [port])).toEqual([])
  })
})
