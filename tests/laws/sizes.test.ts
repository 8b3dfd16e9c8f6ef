import { describe, expect, it } from 'vitest'
import { sizeWarnings } from './sizes.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  step(${index})`)
const warningsOf = (text: string) => sizeWarnings(new Map([['src/tags/tag.ts', text]]))

describe('what is too long is listed', () => {
  it.each([
    [
      'a function',
      ['export async function mergeTags(ctx: Ctx): Promise<void> {', ...lines(39), '}'],
      ['src/tags/tag.ts:1: mergeTags has 41 lines; 40 at most'],
    ],
    [
      'a function whose head has several lines',
      ['function merge(', '  a: string,', '): string {', ...lines(40), '}'],
      ['src/tags/tag.ts:1: merge has 44 lines; 40 at most'],
    ],
    [
      'an arrow function',
      ['const merge = (a: string) => {', ...lines(50), '}'],
      ['src/tags/tag.ts:1: merge has 52 lines; 40 at most'],
    ],
    [
      'a method',
      ['class A {', '  merge(a: string): void {', ...lines(45).map((line) => `  ${line}`), '  }', '}'],
      ['src/tags/tag.ts:2: merge has 47 lines; 40 at most'],
    ],
    ['a file', lines(201), ['src/tags/tag.ts: 201 lines; 200 at most']],
    ['but not 40 lines', ['function merge(a: string) {', ...lines(38), '}'], []],
    ['nor 200', lines(200), []],
  ])('%s', (_, text, warnings) => expect(warningsOf(`${text.join('\n')}\n`)).toEqual(warnings))
})
