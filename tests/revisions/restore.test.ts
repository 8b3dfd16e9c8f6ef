import { afterAll, describe, expect, it } from 'vitest'
import { facesOf, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { type RevisionFace, revisionFaces } from './faces.ts'

const news = await testNewsroom()
const { db, make } = news
const { draft, live, revise } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(revisionFaces(news)) as [string, RevisionFace][]

describe.each(each)('over %s', (name, face) => {
  it('an older content becomes the newest, as a revision of its own', async () => {
    const { id } = await draft({ headline: 'One', standfirst: 'S', kicker: 'K' })
    await revise(id, { headline: 'Two', standfirst: null })
    await news.events()
    const { data } = await face.restore(id, 1, { note: 'It was right before' })
    expect(data).toMatchObject({ version: 3, content: { headline: 'One', standfirst: 'S' } })
    expect(await news.events()).toEqual({ 'article.revised': 1 })
    const event = await db.journalEntry.findFirstOrThrow({ where: { subjectId: id }, orderBy: { sequence: 'desc' } })
    expect(event).toMatchObject({ version: 3, data: { restored: 1 }, isPublic: false })
    expect(await face.read(id, 3)).toMatchObject({ note: 'It was right before', isAutosave: false })
    const [first, last] = await db.revision.findMany({ where: { articleId: id, number: { in: [1, 3] } } })
    expect(last?.content).toEqual(first?.content)
    expect(await face.read(id, 2)).toMatchObject({ content: { headline: 'Two' } })
  })

  it('readers see nothing of it', async () => {
    const { id } = await live({ headline: 'Shown' })
    await revise(id, { headline: 'In work' })
    await face.restore(id, 1)
    const { data } = await face.restore(id, 2)
    expect(data).toMatchObject({ status: 'LIVE', version: 4, liveVersion: 1 })
    expect(await facesOf(news).rest.article({ id })).toMatchObject({ headline: 'Shown', version: 1 })
  })

  it('the slug comes back when it is still free, and else the present one stays', async () => {
    const { id } = await draft({ slug: `first-${name}` })
    await revise(id, { slug: `second-${name}` })
    await revise(id, { slug: `third-${name}` })
    await draft({ slug: `first-${name}` })
    expect((await face.restore(id, 2)).data.content.slug).toBe(`second-${name}`)
    expect((await face.restore(id, 1)).data.content.slug).toBe(`second-${name}`)
    expect((await draft({ slug: `third-${name}` })).content.slug).toBe(`third-${name}`)
  })

  it('what it refers to must still be there', async () => {
    const { id: mediaId } = await make.media()
    const { id } = await draft({ leadMedia: { mediaId } })
    await revise(id, { leadMedia: null })
    await db.mediaAsset.delete({ where: { id: mediaId } })
    const answer = await face.restore(id, 1)
    expect(answer).toMatchObject({ status: 422, code: 'missing_reference', paths: ['leadMedia.mediaId'] })
    expect((await face.list(id)).map(({ number }) => number)).toEqual([2, 1])
  })

  it('on an older copy it is refused, with the present version and who made it', async () => {
    const { id } = await draft()
    await revise(id, { headline: 'Newer' })
    const answer = await face.restore(id, 1, {}, { version: 1 })
    expect(answer).toMatchObject({ status: 412, code: 'stale_version' })
    for (const words of ['"currentVersion":2', '"changedBy":"key:editor"', `"changedAt":"${news.now().toISOString()}"`])
      expect(answer.text).toContain(words)
    expect((await face.restore(id, 1, {}, { version: 2 })).data.version).toBe(3)
  })

  it.each([0, 3, 2_147_483_647])('there is no revision %i to restore', async (number) => {
    const { id } = await draft()
    await news.events()
    expect(await face.restore(id, number)).toMatchObject({ status: 404, code: 'not_found' })
    expect(await news.events()).toEqual({})
  })

  it('a killed story takes no revision', async () => {
    const { id } = await draft()
    await db.article.update({ where: { id }, data: { status: 'KILLED', killedAt: news.now(), killReason: 'Legal' } })
    expect(await face.restore(id, 1)).toMatchObject({ status: 409, code: 'conflict' })
  })

  it('contributors restore what is their own only', async () => {
    const theirs = await draft()
    expect(await face.restore(theirs.id, 1, {}, { as: 'contributor' })).toMatchObject({
      status: 403,
      code: 'forbidden',
    })
    const own = await news.rest('POST', '/v1/editorial/articles', { as: 'contributor', body: { headline: 'Mine' } })
    expect((await face.restore(String(own.data.id), 1, {}, { as: 'contributor' })).data.version).toBe(2)
  })
})
