import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/core/errors.ts'
import { Problem } from '../../src/rest/operation.ts'
import { errorDocFaults } from './errors-doc.ts'
import { readTree } from './tree.ts'

const real = readTree().get('docs/errors.md') ?? ''
const faultsOf = (markdown: string, codes: Record<string, { status: number; title: string }> = catalogue) =>
  errorDocFaults(markdown, codes, Problem)

describe('docs/errors.md', () => {
  it('has every code of the catalogue and no other, with examples that a client can meet', () =>
    expect(faultsOf(real)).toEqual([]))
})

describe('a planted violation is found', () => {
  const found = { not_found: catalogue.not_found }
  const section = (real.split(/^(?=## )/m).find((each) => each.startsWith('## not_found\n')) ?? '').concat('\n')

  it('none is planted here', () => expect(faultsOf(section, found)).toEqual([]))

  it.each<[string, string, string]>([
    ['a code that is not told of', '', "docs/errors.md lacks 'not_found', which src/core/errors.ts has"],
    ['a code that is no more', `${section}\n## lost\n`, 'docs/errors.md, lost: src/core/errors.ts does not have it'],
    [
      'another status',
      section.replace('\n404: ', '\n410: '),
      "docs/errors.md, not_found: must say '404: There is no such thing.'",
    ],
    ['no way out', section.replace('**The way out**', ''), "docs/errors.md, not_found: must say '**The way out** …'"],
    ['no example over REST', section.replace('Over REST:', ''), 'docs/errors.md, not_found: has no example over REST'],
    [
      'no example in GraphQL',
      section.replace('In GraphQL:', ''),
      'docs/errors.md, not_found: has no example in GraphQL',
    ],
    [
      'an example without its detail',
      section.replace('"detail"', '"details"'),
      'docs/errors.md, not_found: its REST example does not fit: the whole must have required properties detail',
    ],
    [
      'an example that is not JSON',
      section.replace('"status": 404,', '"status": 404'),
      'docs/errors.md, not_found: its REST example does not fit: the whole must be object',
    ],
    [
      'an example with another code',
      section.replace('"code": "not_found",', '"code": "lost",'),
      "docs/errors.md, not_found: its REST example has code 'lost', not 'not_found'",
    ],
    [
      'a GraphQL example with another code',
      section.replace('"code": "not_found"\n', '"code": "lost"\n'),
      "docs/errors.md, not_found: its GraphQL example has the code 'lost'",
    ],
    [
      'examples that tell of different things',
      section.replace('"message": "there', '"message": "here'),
      'docs/errors.md, not_found: its two examples have other words',
    ],
  ])('%s', (_, markdown, fault) => expect(faultsOf(markdown, found)).toContain(fault))
})
