import { afterAll, beforeAll, expect, it } from 'vitest'
import { suggestRelated } from '../../src/related/jobs.ts'
import { isTelling, rarityOf } from '../../src/related/rarity.ts'
import { isPair, runsOf } from '../../src/related/runs.ts'
import { paragraph, storyMakers } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

let news: Newsroom
let make: ReturnType<typeof storyMakers>
beforeAll(async () => {
  news = await testNewsroom()
  make = storyMakers(news)
})
afterAll(() => news.close())

interface Related {
  article: { id: string }
  grounds: { kind: string; values: string[] }[]
}

/** The values of a ground that is told of one on the list of another. */
const valuesOf = async (kind: string, id: string, beside: string) => {
  while (await suggestRelated.run(news.ctx(), new AbortController().signal));
  const { data } = await news.rest<{ data: Related[] }>('GET', `/v1/articles/${id}/related`)
  const grounds = data.data.find(({ article }) => article.id === beside)?.grounds
  return grounds?.find((ground) => ground.kind === kind)?.values ?? []
}
const wordsOf = (id: string, beside: string) => valuesOf('WORDS', id, beside)

it.each([
  [2, 5, true],
  [4, 81, true],
  [6, 81, false],
  [30, 81, false],
  [40, 1_000, true],
  [60, 1_000, false],
  [4_900, 100_000, true],
  [5_200, 100_000, false],
])('a word of %d stories of %d is said of two of them: %s', (stories, all, is) => {
  expect(isTelling(rarityOf(stories, all), all)).toBe(is)
})

it.each([
  ['the dam', ['大坝'], []],
  ['阿克塔斯大坝夜间垮塌', ['克塔', '塔斯', '斯大', '大坝', '垮塌'], ['克塔斯大坝', '垮塌']],
  ['大坝。大坝', ['大坝'], ['大坝']],
  [
    '羽田空港で欠航となった',
    ['羽田', '田空', '空港', 'が欠', '港で', 'で欠', '欠航', '航と', 'とな', 'なっ'],
    ['羽田空港', '欠航'],
  ],
  ['呼びかけた', ['呼び', 'びか', 'かけ'], []],
  ['ทางขึ้นเนินเขา', ['าง', 'งข', 'เน', 'นิ', 'ิน'], ['เนิน']],
  ['เขื่อนพัง', ['เข', 'ขื', 'อน', 'นพ'], ['เขื่อน']],
  ['居'.repeat(20), ['居居'], []],
  ['', [''], []],
])('of %j the pairs %j say %j', (text, pairs, runs) => {
  expect(runsOf(text, new Set(pairs))).toEqual(runs)
})

it('pairs are those of scripts without spaces', () => {
  expect(['大坝', 'ダム', 'เข', '댐'].every(isPair)).toBe(true)
  expect(['ab', 'да', '12', '大坝夜', '']).not.toSatisfy((words: string[]) => words.some(isPair))
})

it('words that most stories have are no reason, nor are numbers', async () => {
  for (let n = 0; n < 8; n++)
    await make.live({
      headline: `Item ${'abcdefgh'[n]}`,
      body: [paragraph(`Three people says window door number ${n}.`)],
    })
  const one = await make.live({
    headline: 'Keepers',
    body: [
      paragraph(
        'Three people says the lighthouse window was shut at 1740 by a heavy door while gulls nested on rocks.',
      ),
    ],
  })
  const two = await make.live({
    headline: 'Lamps',
    body: [
      paragraph(
        'A lighthouse needs oil, says who sold it: three people came through that door since 1740, one by window.',
      ),
    ],
  })
  const words = await wordsOf(one.id, two.id)
  expect(words).toEqual(['lighthouse'])
})

it('in Chinese the words are what both texts have, and not the sentence around it', async () => {
  const story = (headline: string, text: string) => ({ headline, locale: 'zh', body: [paragraph(text)] })
  const one = await make.live(story('夜间垮塌', '阿克塔斯大坝夜间部分垮塌，数千名居民逃往山丘。工程师说溢洪道漏水。'))
  const two = await make.live(story('调查开始', '调查人员周五检查阿克塔斯大坝。工程师被传唤，溢洪道漏水记录被封存。'))
  const words = await wordsOf(one.id, two.id)
  expect(words.length).toBeGreaterThan(0)
  for (const word of words) expect('调查人员周五检查阿克塔斯大坝。工程师被传唤，溢洪道漏水记录被封存。').toContain(word)
})

it('a name is told whole where both stories have it whole', async () => {
  const one = await make.live({
    headline: 'Rates rise',
    body: [paragraph('On Thursday the Bank of England raised rates, and Mr Bailey spoke of inflation in England.')],
  })
  const two = await make.live({
    headline: 'Mortgages get dearer',
    body: [paragraph('Lenders follow the Bank of England, whose rates rise with inflation, said Mr Bailey on Friday.')],
  })
  expect((await valuesOf('ABOUT', one.id, two.id)).sort()).toEqual(['Bank of England', 'Mr Bailey'])
})

it('in German a noun is no name, for all of them have capitals', async () => {
  const story = (headline: string, text: string) => ({ headline, locale: 'de-AT', body: [paragraph(text)] })
  const one = await make.live(
    story(
      'Der Haushalt steht',
      'Am Freitag beschloss der Bundestag den Haushalt, den Klingbeil mit Schulden finanziert.',
    ),
  )
  const two = await make.live(
    story('Kritik an Klingbeil', 'Der Bundestag streitet über den Haushalt, und Klingbeil verteidigt seine Schulden.'),
  )
  expect(await valuesOf('ABOUT', one.id, two.id)).toEqual([])
  expect(await wordsOf(one.id, two.id)).toEqual(expect.arrayContaining(['Haushalt', 'Klingbeil']))
})

it('in Arabic words are told with the article, as the story writes them', async () => {
  const story = (headline: string, text: string) => ({ headline, locale: 'ar', body: [paragraph(text)] })
  const one = await make.live(story('هزة قرب الساحل', 'تفقدت فرق الإنقاذ المستشفيات بعد الزلزال.'))
  const two = await make.live(story('بعد الهزة', 'عادت المستشفيات إلى العمل، وقالت فرق الإنقاذ إن الزلزال انتهى.'))
  expect(await wordsOf(one.id, two.id)).toEqual(expect.arrayContaining(['المستشفيات', 'الإنقاذ']))
})
