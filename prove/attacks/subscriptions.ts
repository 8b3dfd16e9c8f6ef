import type { Attack } from './corpus.ts'

const many = (count: number, part: (n: number) => string) => Array.from({ length: count }, (_, n) => part(n)).join(' ')

/** Attacks by subscribing: what each is refused with; null: it is let in. */
export const subscriptionAttacks: Attack[] = [
  subscribe(
    'lists in lists for each story',
    'graphql_too_costly',
    'articlePublished{tags{articles(first:100){nodes{tags{articles(first:100){nodes{id}}}}}}}',
  ),
  subscribe(
    'a hundred subscriptions in one',
    'graphql_invalid',
    many(100, (n) => `a${n}:articlePublished{id}`),
  ),
  subscribe('1,000 directives', 'graphql_invalid', `articlePublished ${'@include(if:true)'.repeat(1_000)}{id}`),
  subscribe('a depth of 300', 'graphql_invalid', `articlePublished${'{replaces'.repeat(300)}{id}${'}'.repeat(300)}`),
  subscribe(
    'a filter of 5,000 tags',
    'graphql_invalid',
    `articlePublished(filter:{tags:{any:[${many(5_000, (n) => `"t${n}"`)}]}}){id}`,
  ),
  subscribe(
    'a filter of 300 terms',
    'invalid_input',
    `articlePublished(filter:{tag:"${many(300, (n) => `t${n},`)}"}){id}`,
  ),
  subscribe('a cursor of 10,000 characters', 'invalid_cursor', `articlePublished(since:"${'A'.repeat(10_000)}"){id}`),
]

function subscribe(name: string, code: Attack['code'], field: string): Attack {
  return { name, code, body: { query: `subscription{${field}}` } }
}
