import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { asksOf } from '../helpers/rules/noun.ts'

const { scenario, make, rest, db, close } = await testNewsroom()
afterAll(close)

const path = '/v1/editorial/tags'
const as = 'editor'
const { creating, changing } = asksOf('Tag', path)
const unknown = '0192a1b0-0000-7000-8000-00000000ffff'

scenario('an unknown parent is refused', {
  as,
  ...creating({ type: 'TOPIC', name: 'Orphan', parentId: unknown }),
  status: 422,
  refused: 'missing_reference',
  paths: ['parentId'],
  events: {},
})

scenario('a tag cannot be its own parent', async () => {
  const { id } = await make.tag()
  return {
    as,
    ...changing(id, { parentId: id }),
    status: 409,
    refused: 'tag_cycle',
    paths: ['parentId'],
    events: {},
  }
})

scenario('a tag cannot stand below its own descendant', async () => {
  const top = await make.tag()
  const middle = await make.tag({ parentId: top.id })
  const { id: parentId } = await make.tag({ parentId: middle.id })
  return {
    as,
    ...changing(top.id, { parentId }),
    status: 409,
    refused: 'tag_cycle',
    paths: ['parentId'],
    events: {},
  }
})

it('tags moved below each other at once never make a cycle', async () => {
  for (let round = 0; round < 5; round++) {
    const ring = [await make.tag(), await make.tag(), await make.tag()]
    const moves = ring.map(({ id }, n) =>
      rest('PATCH', `${path}/${id}`, { as, body: { parentId: ring[(n + 1) % 3]?.id } }),
    )
    const codes = (await Promise.all(moves)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'tag_cycle')).toHaveLength(1)
    const rows = await db.tag.findMany({ where: { id: { in: ring.map(({ id }) => id) } } })
    expect(rows.filter(({ parentId }) => parentId === null)).toHaveLength(1)
  }
})

it('a tree has at most 20 levels', async () => {
  let parentId: string | null = null
  for (let level = 0; level < 20; level++) parentId = (await make.tag({ parentId })).id
  expect((await rest('POST', path, { as, body: { type: 'TOPIC', name: 'Deeper', parentId } })).code).toBe('tag_cycle')
})

it('an id in capitals is the same id', async () => {
  const [top, below] = [await make.tag(), await make.tag()]
  const moved = await rest('PATCH', `${path}/${below.id}`, { as, body: { parentId: top.id.toUpperCase() } })
  expect(moved.data.parentId).toBe(top.id)
  const turned = await rest('PATCH', `${path}/${top.id}`, { as, body: { parentId: below.id.toUpperCase() } })
  expect(turned.code).toBe('tag_cycle')
})
