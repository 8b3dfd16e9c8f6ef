import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Role, roles } from '../../src/core/caller.ts'
import { may, policy } from '../../src/core/policy.ts'

const nouns: Record<string, string> = {
  ...{
    stories: 'article',
    posts: 'post',
    previews: 'preview',
    tags: 'tag',
    authors: 'author',
    media: 'media',
    fronts: 'front',
  },
  ...{
    users: 'user',
    sessions: 'session',
    keys: 'key',
    imports: 'import',
    newsrooms: 'newsroom',
    ingest: 'ingest',
    webhooks: 'webhook',
    audit: 'audit',
    metrics: 'metrics',
  },
}
const page = readFileSync(new URL('../../docs/editorial.md', import.meta.url), 'utf8')

/** What the table of the page says: `article publish` to what each role may: yes, own or nothing. */
function toldPermissions(): Map<string, string[]> {
  const rows = [...page.matchAll(/^\| (\w+): ([\w, ]+?) \|(.*?)\|$/gm)]
  return new Map(
    rows.flatMap(({ 1: noun = '', 2: verbs = '', 3: cells = '' }) => {
      const told = cells.split('|').map((cell) => cell.trim())
      return verbs.split(', ').map((verb): [string, string[]] => [`${nouns[noun]} ${verb}`, told])
    }),
  )
}

function toldOf(role: Role, noun: string, verb: string): string {
  const key = { kind: 'key', keyId: 'own', name: '', role, scopes: [], owner: null } as const
  if (may(key, noun, verb, 'other')) return 'yes'
  return may(key, noun, verb, 'own') ? 'own' : ''
}

it('docs/editorial.md tells who may do what, as the policy has it', () => {
  const real = Object.entries(policy).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb): [string, string[]] => [
      `${noun} ${verb}`,
      roles.map((role) => toldOf(role, noun, verb)),
    ]),
  )
  expect(Object.fromEntries(toldPermissions())).toEqual(Object.fromEntries(real))
})
