import { readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, principalOf } from '../../src/core/caller.ts'
import { may, policy } from '../../src/core/policy.ts'
import { peopleOf } from '../accounts/people.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { OpenApi } from '../laws/openapi.ts'
import { type Asker, makeAskers } from './callers.ts'
import { graphqlRequests, type Request, restRequests, type Told } from './requests.ts'
import { subjectsOf } from './subjects.ts'
import { type Access, operations } from './table.ts'

const news = await testNewsroom()
const document = news.app.swagger() as OpenApi
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
const requests = [...restRequests(news.app, document), ...graphqlRequests(news.app, schema, document)]
const subjectFor = subjectsOf(news)
let askers: Asker[]
let stranger: { caller: Caller; userId: string }

beforeAll(async () => {
  const people = peopleOf(news)
  askers = await makeAskers(news, people)
  const { id, name } = await people.person({ role: 'author', email: 'stranger@news.example' })
  stranger = { caller: { kind: 'user', userId: id, name, role: 'author', sessionId: null }, userId: id }
})
afterAll(() => news.close())

type Whose = 'own' | 'other'

/** One question of the matrix, and what has to come of it. */
interface Cell {
  request: Request
  access: Access
  asker: Asker
  whose: Whose
  expected: 'refused unknown' | 'refused forbidden' | 'let in'
}

function cells(): Cell[] {
  return requests.flatMap((request) => {
    const access = operations.get(request.name)
    if (!access) return []
    return askers.flatMap((asker) =>
      whoseOf(access, asker).map((whose) => ({
        request,
        access,
        asker,
        whose,
        expected: expectedOf(access, asker, whose),
      })),
    )
  })
}

/** The policy tells one's own from others' in some rows; accounts are one's own only for users. */
function whoseOf({ row, only }: Access, { userId }: Asker): Whose[] {
  const [noun = '', verb = ''] = row.split(':')
  const least = (policy as Record<string, Record<string, unknown>>)[noun]?.[verb]
  if (typeof least !== 'object') return ['other']
  const isOfUsers = ['user', 'session', 'key'].includes(noun)
  const able: Whose[] = isOfUsers && !userId ? ['other'] : ['own', 'other']
  return only ? able.filter((whose) => whose === only) : able
}

function expectedOf({ row, only }: Access, { caller }: Asker, whose: Whose): Cell['expected'] {
  if (!caller) return 'refused unknown'
  if (row === 'anybody') return 'let in'
  if (caller.kind === 'anonymous') return 'refused unknown'
  const [noun = '', verb = ''] = row.split(':')
  const owner = whose === 'own' ? (principalOf(caller) ?? undefined) : only === 'other' ? null : stranger.userId
  return may(caller, noun, verb, owner) ? 'let in' : 'refused forbidden'
}

async function tell({ request, access, asker, whose }: Cell): Promise<Told> {
  const owner = whose === 'own' && asker.caller ? { caller: asker.caller, userId: asker.userId } : stranger
  const id = await subjectFor(access.row, owner)
  return request.ask(id, owner.userId, asker.authorization)
}

function isMet({ expected }: Cell, { status, code }: Told): boolean {
  if (expected === 'refused unknown') return status === 401 && code === 'unauthenticated'
  if (expected === 'refused forbidden') return status === 403 && code === 'forbidden'
  return status !== 401 && status !== 403 && status < 500
}

async function deviations(asked: Cell[]): Promise<string[]> {
  const found: string[] = []
  for (const cell of asked) {
    const told = await tell(cell)
    if (isMet(cell, told)) continue
    const { request, asker, whose, expected } = cell
    found.push(
      `${request.face} ${request.name} (${whose}) by ${asker.name}: ${expected}, but ${told.status} ${told.code}`,
    )
  }
  return found
}

describe('the table of operations', () => {
  const names = requests.map(({ name }) => name)
  it('has a row for every operation of both faces: add a new one to tests/permissions/table.ts', () =>
    expect(names.filter((name) => !operations.has(name))).toEqual([]))
  it('has no row for what is not there', () =>
    expect([...operations.keys()].filter((name) => !names.includes(name))).toEqual([]))
  it('names rows of the policy only', () => {
    const known = Object.entries(policy).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}:${verb}`))
    const named = [...operations.values()].map(({ row }) => row).filter((row) => row !== 'anybody')
    expect(named.filter((row) => !known.includes(row))).toEqual([])
    // Asked for in the middle of another: for a lock of somebody else, for what the file of an import is.
    const within = ['article:unlock', 'newsroom:restore']
    expect(known.filter((row) => !named.includes(row as never) && !within.includes(row))).toEqual([])
  })
})

describe('caller by operation by whose', () => {
  it('are more than 2,000 cells', () => expect(cells().length).toBeGreaterThan(2_000))

  // Those who are refused ask first, when nothing has been changed by those who are let in.
  it('whoever may not is refused, on every door', async () => {
    const asked = cells().filter(({ expected }) => expected !== 'let in')
    expect(asked.length).toBeGreaterThan(1_000)
    expect(await deviations(asked)).toEqual([])
  }, 120_000)

  it('whoever may is let in, on every door', async () => {
    // Signing out comes last, and once: afterwards the session is none.
    const isLast = ({ request }: Cell) => request.name === 'signOut'
    const asked = cells().filter(({ expected }) => expected === 'let in')
    const last = asked.filter((cell) => isLast(cell) && cell.request.face === 'REST')
    expect(await deviations([...asked.filter((cell) => !isLast(cell)), ...last])).toEqual([])
  }, 120_000)

  it('finds an operation that lets in whom it should not', async () => {
    const request: Request = { face: 'REST', name: 'publishArticle', ask: async () => ({ status: 200, code: null }) }
    const asker = askers.find(({ name }) => name === 'a signed-in author') as Asker
    const cell: Cell = {
      request,
      access: { row: 'article:publish' },
      asker,
      whose: 'other',
      expected: 'refused forbidden',
    }
    expect(await deviations([cell])).toHaveLength(1)
  })
})
