import { describe, expect, it } from 'vitest'
import { circleFaults, importFaults, packageFaults, placeFaults, sideFaults } from './rings.ts'
import { plant, readTree, type Tree } from './tree.ts'
import { wordFaults } from './words.ts'

const real = readTree()
const empty = new Map<string, string>()

const laws = [
  { title: 'every file of src has one place in the rings', law: placeFaults },
  { title: 'imports point inwards, and only the house and src/db run the database', law: importFaults },
  { title: 'delivery never imports editorial', law: sideFaults },
  { title: 'no files import each other in a circle', law: circleFaults },
  { title: 'the web stays in the faces, input and output outside the engines', law: packageFaults },
  { title: 'faces never touch the database, engines know no clock, delivery reads no revision', law: wordFaults },
]

describe.each(laws)('the house', ({ title, law }) => {
  it(title, () => expect(law(real)).toEqual([]))
})

describe('a planted violation is found', () => {
  const planted: [string, (tree: Tree) => string[], Record<string, string>, RegExp][] = [
    [
      'a file without a ring',
      placeFaults,
      { 'src/tags/handler.ts': '' },
      /src\/tags\/handler\.ts has no ring: add it to a row of ringTable/,
    ],
    [
      'core that imports a noun',
      importFaults,
      { 'src/core/page.ts': "import { Tag } from '../tags/tag.ts'" },
      /\(core\) imports src\/tags\/tag\.ts \(noun\)/,
    ],
    [
      'even its types',
      importFaults,
      { 'src/core/page.ts': "import type { Tag } from '../tags/tag.ts'" },
      /\(core\) imports src\/tags\/tag\.ts \(noun\)/,
    ],
    [
      'a noun that imports a side',
      importFaults,
      { 'src/tags/tag.ts': "export { x } from './editorial.ts'" },
      /\(noun\) imports src\/tags\/editorial\.ts \(side\)/,
    ],
    [
      'a side that imports a face',
      importFaults,
      { 'src/tags/editorial.ts': "import './routes.ts'" },
      /\(side\) imports src\/tags\/routes\.ts \(face\)/,
    ],
    [
      'a face that imports the house',
      importFaults,
      { 'src/tags/routes.ts': "import {\n  a,\n  b,\n} from '../config.ts'" },
      /\(face\) imports src\/config\.ts \(house\)/,
    ],
    [
      'a dynamic import',
      importFaults,
      { 'src/lib/slug.ts': "const x = await import('../core/errors.ts')" },
      /\(lib\) imports src\/core\/errors\.ts \(core\)/,
    ],
    [
      'a side that runs the database itself',
      importFaults,
      { 'src/tags/delivery.ts': "import { PrismaClient } from '../db/generated/client.ts'" },
      /belongs to src\/db and the house/,
    ],
    [
      'an engine with the value Prisma',
      importFaults,
      { 'src/tags/tag.ts': "import { Prisma } from '../db/generated/client.ts'" },
      /belongs to src\/db and the house/,
    ],
    [
      'a face with types of src/db',
      importFaults,
      { 'src/tags/routes.ts': "import type { Database } from '../db/connect.ts'" },
      /only its generated types are for everybody/,
    ],
    [
      'src/db that imports core',
      importFaults,
      { 'src/db/connect.ts': "import { Refusal } from '../core/errors.ts'" },
      /\(db\) imports src\/core\/errors\.ts/,
    ],
    [
      'delivery that imports editorial',
      sideFaults,
      { 'src/tags/delivery.ts': "import { tagRecord } from './editorial.ts'" },
      /src\/tags\/delivery\.ts → src\/tags\/editorial\.ts/,
    ],
    [
      'delivery that imports it over another module',
      sideFaults,
      {
        'src/tags/delivery.ts': "import { x } from '../accounts/attempts.ts'",
        'src/accounts/attempts.ts': "import { y } from '../tags/merge.ts'",
      },
      /src\/tags\/delivery\.ts → src\/accounts\/attempts\.ts → src\/tags\/merge\.ts/,
    ],
    [
      'a circle',
      circleFaults,
      { 'src/lib/a.ts': "import './b.ts'", 'src/lib/b.ts': "import './a.ts'" },
      /src\/lib\/a\.ts → src\/lib\/b\.ts → src\/lib\/a\.ts/,
    ],
    [
      'core with Fastify',
      packageFaults,
      { 'src/core/ctx.ts': "import type { FastifyRequest } from 'fastify'" },
      /src\/core\/ctx\.ts imports fastify/,
    ],
    [
      'core with Mercurius',
      packageFaults,
      { 'src/core/ctx.ts': "import { mercurius } from 'mercurius'" },
      /src\/core\/ctx\.ts imports mercurius/,
    ],
    [
      'an engine with files',
      packageFaults,
      { 'src/articles/body/html.ts': "import { readFile } from 'node:fs/promises'" },
      /engines do no input or output/,
    ],
    [
      'a side with its own driver',
      packageFaults,
      { 'src/tags/delivery.ts': "import pg from 'pg'" },
      /only src\/db talks to the driver/,
    ],
    [
      'a face that asks the database',
      wordFaults,
      { 'src/tags/routes.ts': 'const rows = request.ctx.db.tag.findMany()' },
      /routes\.ts:1: 'db': faces never touch the database/,
    ],
    [
      'a face that takes it out of ctx',
      wordFaults,
      { 'src/tags/resolvers.ts': '\nconst f = (_, __, { ctx: { db } }) => db.tag' },
      /resolvers\.ts:2: 'db'/,
    ],
    ['an engine that waits', wordFaults, { 'src/tags/tag.ts': 'export async function x() {}' }, /tag\.ts:1: 'async'/],
    [
      'an engine that looks at the clock',
      wordFaults,
      { 'src/lib/slug.ts': `const now = \`\${Date.now()}\`` },
      /slug\.ts:1: 'Date\.now\('/,
    ],
    [
      'delivery that reads a revision',
      wordFaults,
      { 'src/articles/delivery.ts': 'ctx.db.revision.findMany()' },
      /never a revision/,
    ],
  ]
  it.each(planted)('%s', (_, law, files, message) => {
    const faults = law(plant(empty, files))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(message)
  })

  it('what is only said in a comment or a text is no violation', () => {
    const text =
      "// import { x } from './editorial.ts' and ctx.db\n/* Date.now() */\nconst words = 'ctx.db and await'\nconst like = /'ctx.db/\n"
    const tree = plant(empty, { 'src/tags/routes.ts': text, 'src/tags/tag.ts': text, 'src/tags/delivery.ts': text })
    for (const { law } of laws) expect(law(tree)).toEqual([])
  })
})
