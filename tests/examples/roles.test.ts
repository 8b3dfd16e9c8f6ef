import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Role, roles } from '../../src/core/caller.ts'
import { may, policy } from '../../src/core/policy.ts'

const nouns: Record<string, string> = { stories: 'article', tags: 'tag', authors: 'author', media: 'media' }
const page = readFileSync(new URL('../../docs/editorial.md', import.meta.url), 'utf8')

/** What the table of the page says: `article publish` to the roles that may. */
function toldPermissions(): Map<string, Role[]> {
  const rows = [...page.matchAll(/^\| (\w+): ([\w, ]+?) \|(.*)\|$/gm)]
  return new Map(
    rows.flatMap(({ 1: noun = '', 2: verbs = '', 3: cells = '' }) => {
      const marks = cells.split('|').map((cell) => cell.trim() === 'yes')
      const told = roles.filter((_role, index) => marks[index])
      return verbs.split(', ').map((verb): [string, Role[]] => [`${nouns[noun]} ${verb}`, told])
    }),
  )
}

it('docs/editorial.md tells who may do what, as the policy has it', () => {
  const real = Object.entries(policy).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb): [string, Role[]] => [
      `${noun} ${verb}`,
      roles.filter((role) => may({ kind: 'key', keyId: '', name: '', role }, noun, verb)),
    ]),
  )
  expect(Object.fromEntries(toldPermissions())).toEqual(Object.fromEntries(real))
})
