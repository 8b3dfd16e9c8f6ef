import { describe, expect, it } from 'vitest'
import { pathFaults } from './paths.ts'
import { plant, readTree } from './tree.ts'

const files = { 'src/tags/tag.ts': '', 'src/tags/routes.ts': '', 'docs/errors.md': '' }

describe('documents', () => {
  it('name only paths that exist', () => expect(pathFaults(readTree())).toEqual([]))
})

describe('a planted violation is found', () => {
  const faultsOf = (text: string) => pathFaults(plant(new Map(), { ...files, 'ARCHITECTURE.md': text }))

  it.each([
    ['a file that was renamed', 'See `src/tags/label.ts`.', 'src/tags/label.ts'],
    ['a folder that is not there', 'All of `src/videos/`.', 'src/videos/'],
    ['a pattern that matches nothing', '`src/*/delivery.ts` is the public side.', 'src/*/delivery.ts'],
    ['one of several', '`src/tags/{tag,delivery}.ts`', 'src/tags/{tag,delivery}.ts'],
    ['a link', 'See [the errors](docs/faults.md#gone).', 'docs/faults.md'],
  ])('%s', (_, text, named) =>
    expect(faultsOf(`\n${text}`)).toEqual([`ARCHITECTURE.md:2 names ${named}, which does not exist`]),
  )

  it.each([
    '`src/tags/tag.ts`',
    '`src/tags/tag.ts:12`',
    '`src/tags/`',
    '`src/*/{tag,routes}.ts`',
    '[e](docs/errors.md#gone)',
    '`src/<noun>/editorial.ts`',
    '[x](https://example.org/a)',
  ])('no violation: %s', (text) => expect(faultsOf(text)).toEqual([]))
})
