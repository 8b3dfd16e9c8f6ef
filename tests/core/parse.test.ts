import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/core/errors.ts'
import { faultsOf, parse } from '../../src/core/parse.ts'
import { Id, InstantInput, Locale, line, nullable, Slug, strict, WebUrl } from '../../src/core/shapes.ts'

const accepts = (shape: Parameters<typeof faultsOf>[0], value: unknown) => faultsOf(shape, value).length === 0

const tables: [name: string, shape: Parameters<typeof faultsOf>[0], good: unknown[], bad: unknown[]][] = [
  [
    'Slug',
    Slug,
    ['a', 'a-b', '2026', 'x'.repeat(120)],
    ['', 'A', 'a--b', '-a', 'a-', 'a_b', 'é', 'a b', 'a\n', 'x'.repeat(121), '0192a1b0-0000-7000-8000-000000000020', 1],
  ],
  [
    'Locale',
    Locale,
    ['en', 'kk', 'pt-BR', 'zh-Hant', 'zh-Hant-TW', 'es-419', 'yue'],
    ['', 'EN', 'english', 'en-us', 'en_US', 'e', 'en-', 'en\n', 'zh-hant'],
  ],
  [
    'WebUrl',
    WebUrl,
    ['https://a.example', 'http://a.example:8080/x?y=z#w', 'https://xn--80a.example/%D0%B0', 'https://пример.example/'],
    [
      '',
      'javascript:alert(1)',
      'ftp://a.example',
      '//a.example',
      '/a',
      'https://',
      'https://a b',
      'https://u:p@a.example',
      'https:\\\\a.example',
      'https://a.example/\\x',
      ' https://a.example',
      'https://a.example\n',
      `https://a.example/${'x'.repeat(2_000)}`,
      'HTTPS://a.example',
    ],
  ],
  [
    'Id',
    Id,
    ['0192a1b0-0000-7000-8000-000000000020', '0192A1B0-0000-7000-8000-000000000020'],
    ['', '1', '0192a1b0-0000-7000-8000-00000000002', 'urn:uuid:0192a1b0-0000-7000-8000-000000000020', null],
  ],
  [
    'InstantInput',
    InstantInput,
    [
      '2026-01-08T09:30:00Z',
      '2026-01-08T09:30:00.123+05:00',
      '1000-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '2024-02-29T00:00:00Z',
    ],
    [
      '',
      '2026-01-08',
      '2026-01-08T09:30:00',
      '2026-02-29T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '0999-01-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '10000-01-01T00:00:00Z',
      'now',
      0,
    ],
  ],
  ['a line', line(5), ['a', '12345', '🔥🔥'], ['', '123456', 'a\nb', 'a\rb', 1, null]],
]

describe.each(tables)('%s', (_name, shape, good, bad) => {
  it.each(good)('takes %j', (value) => expect(accepts(shape, value)).toBe(true))
  it.each(bad)('refuses %j', (value) => expect(accepts(shape, value)).toBe(false))
})

const Thing = strict({ name: line(10), size: Type.Optional(nullable(Type.Integer({ minimum: 1 }))) })

it('an input that fits comes back as it is', () => {
  const input = { name: 'x', size: null }
  expect(parse(Thing, input)).toBe(input)
})

const refused: [input: unknown, paths: string[]][] = [
  [undefined, ['']],
  [null, ['']],
  [[], ['']],
  ['text', ['']],
  [{}, ['name']],
  [{ name: 'x', other: 1 }, ['other']],
  [{ name: 5, size: 'big' }, ['name', 'size']],
  [{ name: 'a\0' }, ['name']],
  [JSON.parse('{"name":"x","__proto__":{}}'), ['__proto__']],
]
it.each(refused)('%j is refused at %j', (input, paths) => {
  try {
    parse(Thing, input)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    expect((error as Refusal).code).toBe('invalid_input')
    expect((error as Refusal).faults.map(({ path }) => path).sort()).toEqual(paths)
    for (const { message } of (error as Refusal).faults) expect(message).toMatch(/^(must|is|has|a field)/)
  }
})
