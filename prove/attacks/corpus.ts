import type { ErrorCode } from '../../src/core/errors.ts'

/** A request that is meant to cost the service much more than it cost to send. */
export interface Attack {
  name: string
  /** The body of a POST, as JSON or as it is. */
  body: Record<string, unknown> | string
  /** What each attack is refused with; null: it is answered, and must be cheap. */
  code: ErrorCode | null
}

const times = (count: number, part: (index: number) => string, separator = ' ') =>
  Array.from({ length: count }, (_, index) => part(index)).join(separator)

/** `{a{b{a{b{c}}}}}`: the parts inside each other, `depth` times. */
const nested = (depth: number, opening: string, inside: string, closing: string) =>
  opening.repeat(depth) + inside + closing.repeat(depth)

const document = (query: string, more: Record<string, unknown> = {}) => ({ query, ...more })
const attack = (name: string, code: ErrorCode | null, body: Attack['body']): Attack => ({ name, code, body })

const blockTypes = ['TextBlock', 'ImageBlock', 'GalleryBlock', 'VideoBlock', 'EmbedBlock', 'TableBlock', 'DividerBlock']

/** Each is sent a few times, for compiled queries fail in other places than new ones. */
export const attacks: Attack[] = [
  attack('a list under 300 aliases', 'graphql_invalid', document(`{${times(150, (i) => `a${i}:tags{nodes{id}}`)}}`)),
  attack(
    'a dear list under 20 aliases',
    'graphql_too_costly',
    document(`{${times(20, (i) => `a${i}:articles(first:100){nodes{tags{id}}}`)}}`),
  ),
  attack('one field 980 times', 'graphql_invalid', document(`{${'__typename '.repeat(980)}}`)),
  attack(
    'one list 20 times',
    'graphql_too_costly',
    document(`{${'articles(first:100){nodes{body tags{id}}} '.repeat(20)}}`),
  ),
  attack(
    'lists in lists in 90 bytes',
    'graphql_too_costly',
    document('{articles(first:100){nodes{tags{articles(first:100){nodes{tags{articles{nodes{id}}}}}}}}}'),
  ),
  attack(
    'lists in lists by fragments',
    'graphql_too_costly',
    document(
      `{articles(first:50){...a}} fragment a on ArticleConnection{nodes{tags{articles(first:50){nodes{tags{articles(first:50){nodes{id}}}}}}}}`,
    ),
  ),
  attack(
    'lists whose size is a variable',
    'graphql_too_costly',
    document('query($n:Int){articles(first:$n){nodes{tags{articles(first:$n){nodes{id}}}}}}', {
      variables: { n: 100 },
    }),
  ),
  attack(
    'fragments that double, 15 deep',
    'graphql_too_costly',
    document(
      `{tag(id:"1"){...f0}} ${times(15, (i) => `fragment f${i} on Tag{a:parent{...f${i + 1}} b:parent{...f${i + 1}}}`)} fragment f15 on Tag{children{id}}`,
    ),
  ),
  attack(
    'fragments that double, 45 deep',
    'graphql_invalid',
    document(
      `{tag(id:"1"){...f0}} ${times(45, (i) => `fragment f${i} on Tag{parent{...f${i + 1}} b:parent{...f${i + 1}}}`)} fragment f45 on Tag{id}`,
    ),
  ),
  attack(
    'fragments in a circle',
    'graphql_invalid',
    document(`{...f0} ${times(40, (i) => `fragment f${i} on Query{...f${(i + 1) % 40} __typename}`)}`),
  ),
  attack(
    'fragments that use all of each other',
    'graphql_invalid',
    document(`{...f0} ${times(20, (i) => `fragment f${i} on Query{${times(20, (j) => `...f${j}`)}}`)}`),
  ),
  attack(
    'a fragment spread 1,000 times',
    'graphql_invalid',
    document(`{${'...f '.repeat(1_000)}} fragment f on Query{__typename}`),
  ),
  attack(
    'a fragment spread 400 times',
    'graphql_invalid',
    document(`{${'...f '.repeat(400)}} fragment f on Query{__typename}`),
  ),
  attack(
    '100 fragments side by side',
    'graphql_invalid',
    document(`{${times(100, (i) => `...f${i}`)}} ${times(100, (i) => `fragment f${i} on Query{__typename}`)}`),
  ),
  attack(
    'fragments that nothing uses',
    'graphql_invalid',
    document(`{__typename} ${times(45, (i) => `fragment f${i} on Article{id slug path headline}`)}`),
  ),
  attack(
    '1,000 directives on one field',
    'graphql_invalid',
    document(`{__typename ${'@include(if:true)'.repeat(1_000)}}`),
  ),
  attack('300 unknown directives on one field', 'graphql_invalid', document(`{__typename ${'@a'.repeat(300)}}`)),
  attack('140 fields of one type', 'graphql_invalid', document(`{${times(140, (i) => `a${i}:__typename`)}}`)),
  attack('a depth of 300', 'graphql_invalid', document(`{tag(id:"1")${nested(300, '{parent', '{id}', '}')}}`)),
  attack(
    'a depth of 25 through fragments',
    'graphql_invalid',
    document(
      `{tag(id:"1"){...f0}} ${times(5, (i) => `fragment f${i} on Tag{${nested(5, 'parent{', `...f${i + 1}`, '}')}}`)} fragment f5 on Tag{id}`,
    ),
  ),
  attack(
    'a batch of 1,000',
    'invalid_input',
    JSON.stringify(Array.from({ length: 1_000 }, () => document('{__typename}'))),
  ),
  attack(
    'introspection in a loop',
    'graphql_invalid',
    document(`{__schema{types${nested(8, '{fields{type', '{name}', '}}')}}}`),
  ),
  attack(
    'introspection, 30 times',
    'graphql_too_costly',
    document(`{${times(30, (i) => `a${i}:__schema{types{fields{type{fields{name}}}}}`)}}`),
  ),
  attack(
    'introspection hidden in fragments',
    'graphql_invalid',
    document(
      '{__schema{types{...a}}} fragment a on __Type{fields{type{...b}}} fragment b on __Type{fields{type{...c}}} fragment c on __Type{fields{type{fields{name}}}}',
    ),
  ),
  attack(
    'variables nested 5,000 deep',
    'invalid_input',
    `{"query":"query($a:JSON){__typename}","variables":{"a":${nested(5_000, '[', '', ']')}}}`,
  ),
  attack(
    '10,000 variables that are not asked for',
    'invalid_input',
    document('{__typename}', { variables: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`v${i}`, i])) }),
  ),
  attack('240 variables', 'graphql_invalid', document(`query(${times(240, (i) => `$v${i}:Int`)}){__typename}`)),
  attack(
    'a list of 20,000 in a variable',
    'invalid_input',
    document('mutation($ids:[ID!]!){bulkArticles(input:{ids:$ids,action:{}}){__typename}}', {
      variables: { ids: Array(20_000).fill('x') },
    }),
  ),
  attack(
    '500,000 values in a variable',
    'invalid_input',
    document('query($a:JSON){__typename}', { variables: { a: Array(400_000).fill(1) } }),
  ),
  attack(
    '20,000 wrong values in a variable',
    'invalid_input',
    document('mutation($ids:[ID!]!){bulkArticles(input:{ids:$ids,action:{}}){__typename}}', {
      variables: { ids: Array(20_000).fill({}) },
    }),
  ),
  attack('huge numbers', 'graphql_invalid', document('{articles(first:99999999999999999999){nodes{id}}}')),
  attack('the largest number', 'limit_exceeded', document('{articles(first:2147483647){nodes{id}}}')),
  attack('a negative number', 'invalid_input', document('{articles(first:-2147483648){nodes{id}}}')),
  attack(
    'a number of 19,000 digits',
    'graphql_invalid',
    document(`{articles(first:${'9'.repeat(19_000)}){nodes{id}}}`),
  ),
  attack(
    'fields that cannot be merged',
    'graphql_invalid',
    document(`{${times(20, (i) => `a:article(id:"${i}"){${times(10, (j) => `b:tags{${j % 2 ? 'id' : 'name'}}`)}}`)}}`),
  ),
  attack('the same fields, nested five times', null, document(`{tag(id:"1"){${twice(5)}}}`)),
  attack('the same fields, nested seven times', 'graphql_invalid', document(`{tag(id:"1"){${twice(7)}}}`)),
  attack(
    'conflicts between fragments',
    'graphql_invalid',
    document(
      `{${times(45, (i) => `...f${i}`)}} ${times(45, (i) => `fragment f${i} on Query{a:article(id:"${i}"){id}}`)}`,
    ),
  ),
  attack(
    'fields of every type of a body',
    null,
    document(`{article(slug:"none"){blocks{${times(50, (i) => `... on ${blockTypes[i % 7]}{key}`)}}}}`),
  ),
  attack(
    'a string of 19,000 characters',
    null,
    document(`{tags(search:"${'a'.repeat(150)}"){nodes{id}}} #${'x'.repeat(19_000)}`),
  ),
  attack(
    'a block string of many quotes',
    'graphql_invalid',
    document(`{tag(id:"""${'\\"""'.repeat(4_500)}""", ids:1){id}}`),
  ),
  attack('19,000 line breaks', null, document(`{${'\n'.repeat(19_000)}__typename}`)),
  attack('a comment of 1 MB', 'graphql_invalid', document(`{__typename} #${'x'.repeat(1_000_000)}`)),
  attack('unicode where names belong', 'graphql_invalid', document(`{${'🗞é'.repeat(5_000)}}`)),
  attack('20,000 unbalanced braces', 'graphql_invalid', document('{'.repeat(20_000))),
  attack('20,000 unbalanced brackets', 'graphql_invalid', document(`{tag(id:${'['.repeat(19_000)}`)),
  attack('a name of 19,000 characters', 'graphql_invalid', document(`{${'a'.repeat(19_000)}}`)),
  attack(
    'an operation name of 500,000 characters',
    'graphql_invalid',
    document('query A{__typename} query B{__typename}', { operationName: 'A'.repeat(500_000) }),
  ),
  attack(
    'an operation named like a prototype',
    'graphql_invalid',
    document('query A{__typename} query B{__typename}', { operationName: '__proto__' }),
  ),
  attack('240 operations', 'graphql_invalid', document(times(240, (i) => `query q${i}{id}`))),
  attack(
    'object keys given 300 times',
    'graphql_invalid',
    document(`mutation{createArticle(input:{${'headline:"a" '.repeat(300)}}){id}}`),
  ),
  attack(
    'input objects 300 deep',
    'graphql_invalid',
    document(`mutation{createArticle(input:${nested(150, '{a:', '1', '}')}){id}}`),
  ),
  attack('lists 480 deep', 'graphql_invalid', document(`{article(id:${nested(480, '[', '', ']')}){id}}`)),
  attack('990 unknown fields', 'graphql_invalid', document(`{articles{${times(900, (i) => `f${i}`)}}}`)),
  attack('30 near misses that ask for suggestions', 'graphql_invalid', document(`{${times(30, (i) => `artcle${i}`)}}`)),
  attack('hashes that nobody knows', 'PERSISTED_QUERY_NOT_FOUND', {
    extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } },
  }),
]

function twice(depth: number): string {
  return depth === 0 ? 'id' : `parent{${twice(depth - 1)}} parent{${twice(depth - 1)}}`
}
