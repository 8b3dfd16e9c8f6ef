/** What a story may refer to. */
export interface Facts {
  id: string
  authors: string[]
  tags: string[]
  others: string[]
}

/** The n-th version of a story: every part of it is different from the one before, and says which it is. */
export function takeOf(n: number, { id, authors, tags, others }: Facts) {
  const turned = <T>(items: T[]) =>
    items.map((_, k) => items[(k + n) % items.length] as T).slice(0, 1 + (n % Math.max(1, items.length)))
  const links = turned(others).map((articleId, k) => ({
    _type: 'block',
    markDefs: [{ _type: 'articleRef', _key: `m${k}`, articleId }],
    children: [{ _type: 'span', text: `Take ${n}, link ${k}`, marks: [`m${k}`] }],
  }))
  return {
    headline: `Take ${n}`,
    standfirst: `Take ${n}.`,
    ...(id !== '' && n % 7 === 0 && { slug: `take-${n}-${id.slice(-12)}` }),
    body: [{ _type: 'block', children: [{ _type: 'span', text: `Take ${n} ${'word '.repeat(400)}` }] }, ...links],
    bylines: turned(authors).map((authorId) => ({ authorId, role: `Take ${n}` })),
    tagIds: turned(tags),
    related: turned(others).map((articleId) => ({ articleId, headline: `Take ${n}` })),
  }
}
