import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suggestRelated } from '../../src/related/jobs.ts'
import { paragraph, storyMakers } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'

let news: Newsroom
let make: ReturnType<typeof storyMakers>
beforeAll(async () => {
  news = await testNewsroom()
  make = storyMakers(news)
})
afterAll(() => news.close())

interface Related {
  kind: string
  score: number | null
  reasons: string[]
  grounds: { kind: string; values: string[] }[]
  article: { id: string; headline: string } | null
}

/** Until nothing is due any more. */
const work = async () => {
  const errors: unknown[] = []
  while (await suggestRelated.run(news.ctx(), new AbortController().signal, (error) => errors.push(error)));
  expect(errors).toEqual([])
}
const overRest = async (id: string, query = '') => {
  const { data, text, status } = await news.rest<{ data: Related[] }>('GET', `/v1/articles/${id}/related${query}`)
  expect(status, text).toBe(200)
  return data.data
}
const document = `query ($id: ID!, $first: Int, $mode: RelatedMode, $kinds: [RelatedKind!], $languages: RelatedLanguages) { article(id: $id) {
  related(first: $first, mode: $mode, kinds: $kinds, languages: $languages) { kind score reasons grounds { kind values } article { id headline } } } }`
const overGraphql = async (id: string, variables: Facts = {}) =>
  (await news.graphql<{ related: Related[] }>(document, { id, ...variables })).data.related
const idsOf = (list: Related[]) => list.map(({ article }) => article?.id)

const dam = (more: string) => [
  paragraph(`The Aqtas dam above the town of Burabay leaks again, said engineer Askar Akhmetov. ${more}`),
  paragraph('Turbines were stopped while divers looked at the spillway and the concrete of the northern wall.'),
]
const football = [
  paragraph('Kairat Almaty beat Tobol with two late goals by striker Dastan Satpayev in the derby.'),
  paragraph('The goalkeeper saved a penalty before the whistle, and supporters sang in the rain.'),
]

describe('suggestions of the engine', () => {
  it('a story that goes live gets its list, and those that it is like get it; both say why', async () => {
    const one = await make.live({ headline: 'Aqtas dam leaks', body: dam('Villages downstream were warned.') })
    const two = await make.live({
      headline: 'Divers at the Aqtas dam',
      body: dam('Akhmetov asked for new sluices in spring.'),
    })
    const other = await make.live({ headline: 'Kairat win the derby', body: football })
    await work()
    for (const list of [await overRest(one.id), await overGraphql(one.id)]) {
      expect(idsOf(list)).toEqual([two.id])
      expect(list[0]).toMatchObject({ kind: 'SUGGESTED', score: expect.any(Number) })
      expect(list[0]?.score).toBeGreaterThan(0.2)
      expect(list[0]?.score).toBeLessThanOrEqual(1)
      expect(list[0]?.reasons.join('; ')).toMatch(/^Also about .*Akhmetov.*; Shares the words .*; From the same days$/)
      expect(list[0]?.grounds.map(({ kind }) => kind)).toEqual(['ABOUT', 'WORDS', 'SAME_DAYS'])
      expect(list[0]?.grounds[0]?.values.join()).toContain('Akhmetov')
      expect(list[0]?.grounds[2]?.values).toEqual([])
    }
    expect(idsOf(await overRest(two.id))).toEqual([one.id])
    expect(await overRest(other.id)).toEqual([])
    const { data } = await news.rest<{ related: Related[] }>('GET', `/v1/articles/${one.id}`)
    expect(idsOf(data.related)).toEqual([two.id])
  })

  it('a story that was taken down leaves all lists at once, and comes back with itself', async () => {
    const [one, two] = await pair('Gondola', 'The Medeu gondola stopped over the Shymbulak gorge with forty skiers.')
    await make.withdraw(two.id)
    expect(await overRest(one.id)).toEqual([])
    await work()
    expect(await news.db.relatedStory.count({ where: { targetId: two.id } })).toBe(0)
    expect(await news.db.relatedFeatures.count({ where: { articleId: two.id } })).toBe(0)
    await make.publish(two.id)
    await work()
    expect(idsOf(await overRest(one.id))).toEqual([two.id])
  })

  it('a story that is rewritten is told of as it is now, and leaves the lists of what it is not like any more', async () => {
    const [one, two] = await pair(
      'Kilns',
      'Potter Ilka Brandozova fired the Zemplar kilns while the guild of Kezmarok slept.',
    )
    expect((await overRest(one.id))[0]?.reasons.join()).toContain('Brandozova')
    const without = (await overRest(one.id))[0]?.score
    await make.revise(
      two.id,
      told('Kilns again', `A potter fired the kilns of the town while its guild slept. ${more}`),
    )
    await make.publish(two.id)
    await work()
    expect(idsOf(await overRest(one.id))).toEqual([two.id])
    expect(JSON.stringify(await overRest(one.id))).not.toContain('Brandozova')
    expect((await overRest(one.id))[0]?.score).not.toBe(without)
    await make.revise(two.id, { headline: 'Kairat win again', body: football })
    await make.publish(two.id)
    await work()
    expect(idsOf(await overRest(one.id))).not.toContain(two.id)
  })

  it('an older take has what took its place on its list', async () => {
    const [old, beside] = await pair(
      'Ferry',
      'The Kuryk ferry lay off Aktau in fog with captain Daniyar Omar and ninety lorries.',
    )
    const newer = await make.live({
      ...told(
        'Ferry docks',
        `The Kuryk ferry docked at Aktau, said captain Daniyar Omar. Ninety lorries drove off. ${football[0]}`,
      ),
      replacesId: old.id,
    })
    await work()
    expect(idsOf(await overRest(old.id))).toContain(newer.id)
    expect(idsOf(await overRest(beside.id))).not.toContain(old.id)
  })

  it('translations, older takes and copies are not suggested, and nothing across languages', async () => {
    const text = 'Saiga antelopes crossed the Ustyurt plateau in numbers that ranger Gulnara Omarova had never counted.'
    const [old, kazakh] = [
      await make.live(told('Saiga', text)),
      await make.live({ ...told('Saiga', text), locale: 'kk' }),
    ]
    const newer = await make.live({ ...told('Saiga again', `${text} Calves follow.`), replacesId: old.id })
    const translated = await make.live({ ...told('Saiga', text), locale: 'en-GB', translationOf: newer.id })
    const [first, copy] = [
      await make.live(told('Saiga in the steppe', `${text} ${more}`)),
      await make.live(told('Saiga in the steppe', `${text} ${more}`)),
    ]
    await work()
    expect(idsOf(await overRest(newer.id))).toEqual([copy.id])
    expect(idsOf(await overRest(first.id))).not.toContain(old.id)
    for (const id of [old.id, newer.id, first.id, translated.id])
      expect(idsOf(await overRest(id))).not.toContain(kazakh.id)
    expect(await overRest(kazakh.id)).toEqual([])
  })

  it('who asks for any language gets stories in others too, found by names or tags; a set of translations once', async () => {
    const text = 'Ranger Zarina Muratova counted snow leopards near Saty and Kolsai with Bolat Serikbayev of Kegen.'
    const one = await make.live(told('Leopards of Saty', `${text} Tracks led uphill.`))
    const portuguese = await make.live({
      ...told('Leopardos de Saty', 'Zarina Muratova contou leopardos perto de Saty e Kolsai com Bolat Serikbayev.'),
      locale: 'pt',
    })
    const translated = await make.live({
      ...told('Léopards de Saty', 'Zarina Muratova a compté des léopards près de Saty avec Bolat Serikbayev.'),
      ...{ locale: 'fr', translationOf: portuguese.id },
    })
    await work()
    expect(await overRest(one.id)).toEqual([])
    expect(await overRest(one.id, '?languages=SAME')).toEqual([])
    expect(await overGraphql(one.id)).toEqual([])
    for (const list of [
      await overRest(one.id, '?languages=ANY'),
      await overGraphql(one.id, { languages: 'ANY' }),
      await overRest(one.id, '?languages=ANY&mode=LATEST'),
    ]) {
      expect(list).toHaveLength(1)
      expect([portuguese.id, translated.id]).toContain(list[0]?.article?.id)
      expect(list[0]?.grounds.map(({ kind }) => kind)).toEqual(['ABOUT', 'SAME_DAYS'])
    }
    expect(idsOf(await overRest(portuguese.id, '?languages=ANY'))).toEqual([one.id])
    const { data } = await news.rest<{ related: Related[] }>('GET', `/v1/articles/${one.id}`)
    expect(data.related).toEqual([])
    const draft = await make.draft(told('Leopards', text))
    const suggested = async (query: string) =>
      idsOf(
        (
          await news.rest<{ data: Related[] }>('GET', `/v1/editorial/articles/${draft.id}/suggestions${query}`, {
            as: 'editor',
          })
        ).data.data,
      )
    expect(await suggested('')).toEqual([one.id])
    expect((await suggested('?languages=ANY')).length).toBe(2)
  })

  it('across scripts, where names are written differently, tags are what stories are found by', async () => {
    const tagIds = [(await news.make.tag()).id, (await news.make.tag()).id]
    const one = await make.live({ ...told('Falcons', 'Falcons were set free above the delta at first light.'), tagIds })
    const kazakh = await make.live({
      ...told('Сұңқарлар', 'Таңертең сұңқарлар еркіндікке жіберілді.'),
      locale: 'kk',
      tagIds,
    })
    await work()
    expect(await overRest(one.id)).toEqual([])
    expect(idsOf(await overRest(one.id, '?languages=ANY'))).toEqual([kazakh.id])
    expect(idsOf(await overGraphql(kazakh.id, { languages: 'ANY' }))).toEqual([one.id])
  })

  it('hand-picked stories come first and are not suggested again; kinds and mode choose', async () => {
    const [one, two] = await pair(
      'Sturgeon',
      'Sturgeon poachers on the Ural river were caught by inspector Yerlan Abdirov near Atyrau.',
    )
    const other = await make.live({ headline: 'Elsewhere', body: football })
    await make.revise(one.id, { related: [{ articleId: other.id }, { articleId: two.id }] })
    await make.publish(one.id)
    expect(await overRest(one.id)).toMatchObject([{ kind: 'CURATED' }, { kind: 'CURATED', article: { id: two.id } }])
    await make.revise(one.id, { related: [{ articleId: other.id }] })
    await make.publish(one.id)
    await work()
    const both = [{ kind: 'CURATED' }, { kind: 'SUGGESTED', article: { id: two.id } }]
    for (const mode of ['BOTH', 'LATEST', 'BACKGROUND']) {
      expect(await overRest(one.id, `?mode=${mode}`)).toMatchObject(both)
      expect(await overGraphql(one.id, { mode })).toMatchObject(both)
    }
    expect(await overRest(one.id, '?kinds=SUGGESTED')).toMatchObject(both.slice(1))
    expect(await overRest(one.id, '?kinds=SUGGESTED,CURATED')).toMatchObject(both)
    expect(await overGraphql(one.id, { kinds: ['SUGGESTED'] })).toMatchObject(both.slice(1))
    expect(await overGraphql(one.id, { kinds: ['CURATED'] })).toMatchObject(both.slice(0, 1))
    expect(await overRest(one.id, '?first=1')).toMatchObject(both.slice(0, 1))
  })

  it('LATEST has what is new first, BACKGROUND the best match', async () => {
    const text =
      'The Charyn canyon bridge was closed after engineer Ruslan Tleuov measured cracks in its southern pier.'
    const more = 'Lorries queue for kilometres on either bank of it, and a pontoon is being brought by rail.'
    const best = await make.live({
      ...told('Charyn bridge cracks', `${text} ${more}`),
      publishedAt: '2025-06-01T08:00:00Z',
    })
    const now = await make.live({
      ...told('A new bridge', `${text} A ferry helps.`),
      publishedAt: '2026-01-07T08:00:00Z',
    })
    const { id } = await make.live(told('Charyn bridge', `${text} ${more} Trucks wait.`))
    await work()
    expect(idsOf(await overRest(id, '?mode=LATEST'))[0]).toBe(now.id)
    expect(idsOf(await overRest(id, '?mode=BACKGROUND'))[0]).toBe(best.id)
    expect(new Set(idsOf(await overRest(id)))).toEqual(new Set([now.id, best.id]))
  })

  it('counts of words are right after stories were changed and taken down', async () => {
    const { id } = await make.live(told('Quinces', 'Quinces ripen in Turkistan.'))
    await work()
    await make.revise(id, told('Quinces', 'Apricots ripen in Turkistan.'))
    await make.publish(id)
    await work()
    await make.withdraw((await make.live(told('More', 'Apricots.'))).id)
    await work()
    const counted: { wrong: bigint }[] = await news.db.$queryRaw`
      WITH right_counts AS (
        SELECT language, term, count(*) AS stories FROM related_features, unnest(terms || 0) AS term GROUP BY 1, 2
      )
      SELECT count(*) AS wrong FROM right_counts c FULL JOIN related_term t USING (language, term)
      WHERE coalesce(c.stories, 0) <> coalesce(t.stories, 0)`
    expect(counted).toEqual([{ wrong: 0n }])
  })
})

describe('bad input', () => {
  const bodies: [string, string][] = [
    ['200 kB without spaces', 'x'.repeat(100_000)],
    ['one word ten thousand times', 'news '.repeat(10_000)],
    ['emoji', '😀🏔️👩‍👩‍👧‍👦🇰🇿'.repeat(200)],
    ['Arabic', 'ارتفع منسوب المياه في السد بعد أمطار غزيرة وحذر المهندسون السكان. '.repeat(5)],
    ['Chinese', '大坝再次漏水，工程师警告下游村庄的居民尽快撤离。'.repeat(5)],
    ['Thai', 'เขื่อนรั่วอีกครั้งวิศวกรเตือนชาวบ้านให้อพยพโดยเร็ว'.repeat(5)],
    ['capitals', 'ДАМБА ТЕЧЁТ СНОВА '.repeat(500)],
  ]
  it.each(bodies)('a body of %s has a list or none', async (name, text) => {
    const locale = { Arabic: 'ar', Chinese: 'zh', Thai: 'th', capitals: 'ru' }[name] ?? 'en'
    const stories = [text, `${text.slice(0, 99_990)} 2`].map((body, n) => ({
      headline: `${name} ${n}`,
      locale,
      body: [paragraph(body), paragraph(body)],
    }))
    const made = [await make.live(stories[0] ?? {}), await make.live(stories[1] ?? {})]
    await work()
    for (const { id } of made) expect((await overRest(id)).length).toBeLessThan(10)
  })

  it('a story without text has none', async () => {
    const { id } = await make.live({ headline: '…', body: [paragraph('— … —')] })
    await work()
    expect(await overRest(id)).toEqual([])
  })

  for (const [query, variables, paths] of [
    ['?mode=NEWEST', { mode: 'NEWEST' }, ['mode']],
    ['?first=31', { first: 31 }, ['first']],
    ['?languages=FR', { languages: 'FR' }, ['languages']],
    ['?kinds=PICKED', { kinds: ['PICKED'] }, ['kinds']],
    ['?page=2', null, ['page']],
  ] as const)
    it(`${query} is refused by name`, async () => {
      const { id } = await make.live()
      const answer = await news.rest('GET', `/v1/articles/${id}/related${query}`)
      expect(answer.status).toBe(400)
      expect(answer.text).toContain(paths[0])
      if (variables) expect((await news.graphql(document, { id, ...variables })).status).toBeGreaterThanOrEqual(200)
      if (variables) expect((await news.graphql(document, { id, ...variables })).text).toContain('errors')
    })
})

const more =
  'Biologists from Astana counted them by drone at dawn, and herders were asked to keep their dogs away until May.'
const told = (headline: string, text: string) => ({ headline, body: [paragraph(text)] })
async function pair(headline: string, text: string) {
  const one = await make.live(told(headline, `${text} It was early.`))
  const end = 'Nobody was hurt in the end, and by noon all had gone home.'
  const two = await make.live(told(`${headline} again`, `${text} ${end}`))
  await work()
  return [one, two] as const
}

it('the places of a word are read from the index alone', async () => {
  const plan = await news.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`
    return tx.$queryRaw<Record<string, string>[]>`
      EXPLAIN SELECT p."articleId", sum(p.weight) FROM related_posting p WHERE p.language = 'en' AND p.term = 7 GROUP BY 1`
  })
  const lines = plan.flatMap((line) => Object.values(line)).join('\n')
  expect(lines).toContain('Index Only Scan using related_posting_pkey')
})
