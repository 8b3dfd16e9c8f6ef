import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countSearchWords, fillSearch } from '../../src/search/jobs.ts'
import { paragraph, storyMakers } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { liveBlogMakers } from '../posts/live-blogs.ts'

let news: Newsroom
let make: ReturnType<typeof storyMakers>
beforeAll(async () => {
  news = await testNewsroom()
  make = storyMakers(news)
})
afterAll(() => news.close())

const found = async (q: string) => {
  const { data } = await news.rest<{ data: { headline: string }[] }>('GET', `/v1/search?${new URLSearchParams({ q })}`)
  return data.data.map(({ headline }) => headline)
}
const words = async () => (await news.db.searchWord.findMany({ orderBy: { word: 'asc' } })).map(({ word }) => word)
const run = (job: typeof fillSearch) => job.run(news.ctx(), new AbortController().signal)

describe('what search knows', () => {
  it('is rewritten by a new revision and restored by publishing again', async () => {
    const story = await make.live({ headline: 'Ferries resume', body: [paragraph('The quay was repaired.')] })
    await make.revise(story.id, { headline: 'Boats resume' })
    expect(await found('ferries')).toEqual(['Ferries resume'])
    await make.publish(story.id)
    expect(await found('ferries')).toEqual([])
    expect(await found('boats quay')).toEqual(['Boats resume'])
    await make.withdraw(story.id)
    expect(await found('quay')).toEqual([])
    expect(await news.db.publishedSearch.count()).toBe(0)
    await make.publish(story.id)
    expect(await found('quay')).toEqual(['Boats resume'])
  })

  it('has the posts of a live blog, as long as they are live', async () => {
    const blogs = liveBlogMakers(news)
    const id = await blogs.blog({ headline: 'Election night' })
    const post = await blogs.post(id, 'The Xylophone party concedes.')
    expect(await found('xylophone concedes')).toEqual(['Election night'])
    const { data } = await news.rest<{ data: { highlight: { snippet: string } }[] }>('GET', '/v1/search?q=xylophone')
    expect(data.data[0]?.highlight.snippet).toContain('<mark>Xylophone</mark>')
    await news.rest('POST', `/v1/editorial/posts/${post}/withdraw`, { as: 'editor', body: {} })
    expect(await found('xylophone concedes')).toEqual([])
  })

  it('is completed by a job that leaves alone what is there', async () => {
    const story = await make.live({ headline: 'Imported elsewhere' })
    await news.db.publishedSearch.deleteMany({ where: { articleId: story.id } })
    await news.db.searchWord.deleteMany({ where: { word: 'imported' } })
    expect(await found('imported')).toEqual([])
    await run(fillSearch)
    await run(fillSearch)
    expect(await found('imported elsewhere')).toEqual(['Imported elsewhere'])
    expect(await words()).toContain('imported')
  })

  it('forgets words that no live story has, and counts the others', async () => {
    const story = await make.live({ headline: 'Quixotic endeavour' })
    await make.live({ headline: 'Another endeavour' })
    expect(await words()).toEqual(expect.arrayContaining(['quixotic', 'endeavour']))
    await make.withdraw(story.id)
    await run(countSearchWords)
    expect(await words()).not.toContain('quixotic')
    expect(await news.db.searchWord.findUnique({ where: { word: 'endeavour' } })).toMatchObject({ stories: 1 })
  })

  it('holds a text of 240,000 letters without spaces, and one of nothing but new words', async () => {
    const han = Array.from({ length: 240_000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join('')
    await make.live({
      headline: 'Long Chinese',
      locale: 'zh',
      body: [han.slice(0, 90_000), han.slice(90_000, 180_000), han.slice(180_000)].map((text) => paragraph(text)),
    })
    const many = Array.from({ length: 14_000 }, (_, n) => `w${n.toString(36)}x`).join(' ')
    await make.live({ headline: 'Many words', body: [paragraph(many), paragraph(many.replaceAll('x', 'y'))] })
    expect(await found(han.slice(100, 104))).toEqual(['Long Chinese'])
    expect(await found('w5x')).toEqual(['Many words'])
  })

  it('takes many stories with the same new words at once', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        make.draft({ headline: n % 2 ? 'Zebra yonder xenon' : 'Xenon yonder zebra' }),
      ),
    )
    await Promise.all(drafts.map(({ id }) => make.publish(id)))
    expect(await found('zebra yonder')).toHaveLength(12)
  })
})
