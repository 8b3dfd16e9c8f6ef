import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createArticle } from '../../src/articles/editorial.ts'
import { killArticle } from '../../src/articles/kill.ts'
import { publishArticle } from '../../src/articles/publish.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { importThings } from './importing.ts'
import { authorOf, itemOf, tagOf, textOf } from './stories.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await testNewsroom()
})
afterAll(() => newsroom.close())

const place = { item: 1, line: 1 }

describe('what a source says of a story', () => {
  test('live stories are drafts unless the import publishes, and then keep their dates', async () => {
    const said = { publishedAt: new Date('2014-02-03T04:05:06Z') }
    const [draft] = await importThings(newsroom, [itemOf({ externalId: 'kept-1', slug: 'kept-as-draft', ...said })])
    const [live] = await importThings(newsroom, [itemOf({ externalId: 'kept-2', slug: 'kept-live', ...said })], {
      publish: true,
    })
    expect(await newsroom.rest('GET', '/v1/articles/kept-as-draft')).toMatchObject({ status: 404 })
    const shown = await newsroom.rest('GET', '/v1/articles/kept-live')
    expect(shown.data).toMatchObject({
      id: live?.targetId,
      publishedAt: said.publishedAt.toISOString(),
      firstPublishedAt: said.publishedAt.toISOString(),
    })
    const kept = await newsroom.rest('GET', `/v1/editorial/articles/${draft?.targetId}`, { as: 'editor' })
    expect(kept.data).toMatchObject({ status: 'DRAFT', content: { publishedAt: said.publishedAt.toISOString() } })
  })

  test('drafts stay drafts, stories to come are scheduled, and what was withdrawn is told', async () => {
    const outcomes = await importThings(
      newsroom,
      [
        itemOf({ externalId: 's-1', status: 'DRAFT' }),
        itemOf({ externalId: 's-2', status: 'DRAFT', scheduledAt: new Date('2030-01-01T00:00:00Z') }),
        itemOf({ externalId: 's-3', status: 'LIVE', publishedAt: new Date('2031-01-01T00:00:00Z') }),
        itemOf({ externalId: 's-4', status: 'WITHDRAWN' }),
        itemOf({ externalId: 's-5', embargoUntil: new Date('2030-01-01T00:00:00Z') }),
        itemOf({ externalId: 's-6', status: 'KILLED' }),
        itemOf({ externalId: 's-7', body: [] }),
      ],
      { publish: true },
    )
    const rows = await newsroom.db.article.findMany({
      where: { id: { in: outcomes.flatMap(({ targetId }) => targetId ?? []) } },
    })
    const statusOf = (id: string | null | undefined) => rows.find((row) => row.id === id)?.status ?? null
    expect(outcomes.map(({ result, targetId }) => [result, statusOf(targetId)])).toEqual([
      ['CREATED', 'DRAFT'],
      ['CREATED', 'SCHEDULED'],
      ['CREATED', 'SCHEDULED'],
      ['CREATED', 'DRAFT'],
      ['CREATED', 'DRAFT'],
      ['SKIPPED', null],
      ['CREATED', 'DRAFT'],
    ])
    expect(outcomes.map(({ remarks }) => remarks.join())).toMatchObject([
      '',
      'is scheduled for 2030-01-01T00:00:00.000Z',
      'is scheduled for 2031-01-01T00:00:00.000Z',
      'was withdrawn by its source; is a draft here',
      'is a draft, under embargo until 2030-01-01T00:00:00.000Z',
      'asks to take down a story that is not here',
      'stays a draft: body must have text',
    ])
    expect(await newsroom.db.schedule.count({ where: { status: 'PENDING', action: 'PUBLISH' } })).toBe(2)
  })

  test('what does not fit is refused whole, with every reason, and the others are made', async () => {
    const before = await newsroom.db.article.count()
    const outcomes = await importThings(newsroom, [
      itemOf({ externalId: 'f-1', headline: 'x'.repeat(301), kicker: 'k'.repeat(200) }),
      itemOf({ externalId: 'f-2' }),
      itemOf({ externalId: 'f-3', headline: 'A \0 in it' }),
      { refused: { place: { item: 4, line: 77 }, reason: 'ends in the middle', externalId: 'f-4' } },
    ])
    expect(outcomes.map(({ result, line }) => [result, line])).toEqual([
      ['REFUSED', 1],
      ['CREATED', 1],
      ['REFUSED', 1],
      ['REFUSED', 77],
    ])
    expect(outcomes[0]?.remarks).toHaveLength(2)
    expect(await newsroom.db.article.count()).toBe(before + 1)
  })
})

describe('names', () => {
  test('authors, tags and sections are merged by external id, then slug, then name or alias', async () => {
    const { make } = newsroom
    const tag = await make.tag({ type: 'PLACE', name: 'Алматы', aliases: ['Alma-Ata'] })
    const section = await make.tag({ type: 'SECTION', name: 'World' })
    const author = await make.author({ name: 'José Álvarez' })
    const [first] = await importThings(newsroom, [
      itemOf({
        externalId: 'n-1',
        bylines: [authorOf('Jose Alvarez', { externalId: 'jose' })],
        section: tagOf('WORLD', { type: 'SECTION' }),
        tags: [tagOf('alma-ata', { externalId: '7' }), tagOf('New one', { slug: 'brand-new' })],
      }),
      itemOf({
        externalId: 'n-2',
        bylines: [authorOf('J. A.', { externalId: 'jose' }), authorOf('Jose Alvarez')],
        tags: [tagOf('Renamed', { externalId: '7' }), tagOf('Other words', { slug: 'brand-new' }), tagOf('World')],
      }),
    ])
    const rows = await newsroom.db.revision.findMany({
      where: { article: { headline: { in: ['Story n-1', 'Story n-2'] } } },
      orderBy: { createdAt: 'asc' },
    })
    const [one, two] = rows.map(({ content }) => content as Record<string, unknown>)
    expect(first).toMatchObject({ result: 'CREATED', remarks: [] })
    expect(one).toMatchObject({ sectionId: section.id, bylines: [{ authorId: author.id }] })
    const tagIds = [one, two].map((content) => content?.tagIds as string[])
    expect(tagIds[0]?.[0]).toBe(tag.id)
    expect(two).toMatchObject({ bylines: [{ authorId: author.id }] })
    expect(tagIds[1]?.slice(0, 2)).toEqual(tagIds[0])
    expect(await newsroom.db.tag.findFirst({ where: { slug: 'brand-new' } })).toMatchObject({
      name: 'New one',
      type: 'TOPIC',
    })
    // A tag of the name of a section is another thing.
    expect(await newsroom.db.tag.count({ where: { nameFolded: 'world' } })).toBe(2)
  })

  test('the tree of categories is kept, whatever their order in the file', async () => {
    const outcomes = await importThings(newsroom, [
      { tag: tagOf('Football', { type: 'SECTION', slug: 'football', parentSlug: 'sport' }), place },
      { tag: tagOf('Sport', { type: 'SECTION', slug: 'sport' }), place },
      { author: authorOf('Ann', { externalId: '1', email: 'ann@old.example' }), place },
    ])
    expect(outcomes).toMatchObject([
      { noun: 'TAG', result: 'CREATED' },
      { noun: 'TAG', result: 'CREATED' },
      { noun: 'AUTHOR', result: 'CREATED' },
    ])
    const sport = await newsroom.db.tag.findUniqueOrThrow({ where: { slug: 'sport' } })
    expect(await newsroom.db.tag.findUnique({ where: { slug: 'football' } })).toMatchObject({ parentId: sport.id })
  })
})

describe('addresses', () => {
  test('slugs are kept where they are free, and the change is told where they are not', async () => {
    await createArticle(newsroom.ctx(), { headline: 'First', slug: 'taken-slug' })
    const outcomes = await importThings(newsroom, [
      itemOf({ externalId: 'u-1', slug: 'taken-slug' }),
      itemOf({ externalId: 'u-2', slug: 'taken-slug' }),
      itemOf({ externalId: 'u-3', slug: 'free-slug' }),
    ])
    expect(outcomes.map(({ remarks }) => remarks)).toEqual([
      ["its slug 'taken-slug' is another story's; it has 'taken-slug-2'"],
      ["its slug 'taken-slug' is another story's; it has 'taken-slug-3'"],
      [],
    ])
  })

  test('old paths with letters lead on however they are written, and those of pages do', async () => {
    const formerPaths = ['/%d0%bd%d0%be%d0%b2/', '/?page_id=36']
    const item = itemOf({ externalId: 'letters', slug: 'letters', formerPaths })
    const [told] = await importThings(newsroom, [item], { publish: true })
    expect(told?.remarks).toEqual([])
    for (const path of ['/%d0%bd%d0%be%d0%b2', '/%D0%BD%D0%BE%D0%B2/', '/нов', '/?page_id=36'])
      expect(await newsroom.rest('GET', `/v1/resolve?path=${encodeURIComponent(path)}`), path).toMatchObject({
        data: { kind: 'REDIRECT', location: '/letters' },
      })
  })

  test('old paths lead to live stories at once, to drafts when they go live, and never to two', async () => {
    const [live] = await importThings(
      newsroom,
      [
        itemOf({
          externalId: 'p-1',
          slug: 'old-live',
          formerPaths: ['/2019/05/old-live/', '/?p=12', '/?p=x', '/tags/x'],
        }),
      ],
      { publish: true },
    )
    expect(live?.remarks).toEqual([
      "its old path '/?p=x' is a page of the site or none; nothing leads on from there",
      "its old path '/tags/x' is a page of the site or none; nothing leads on from there",
    ])
    const old = '/v1/resolve?path=/2019/05/old-live/'
    expect((await newsroom.rest('GET', old)).data).toMatchObject({ kind: 'REDIRECT', location: '/old-live' })
    const plain = `/v1/resolve?path=${encodeURIComponent('/?p=12&utm_source=x')}`
    expect((await newsroom.rest('GET', plain)).data).toMatchObject({ kind: 'REDIRECT', location: '/old-live' })
    const [draft] = await importThings(newsroom, [
      itemOf({ externalId: 'p-2', slug: 'old-draft', formerPaths: ['/2019/06/old-draft', '/2019/05/old-live'] }),
    ])
    expect(draft?.remarks).toEqual(["its old path '/2019/05/old-live' is another's; nothing leads on from there"])
    expect(await newsroom.rest('GET', '/v1/resolve?path=/2019/06/old-draft')).toMatchObject({ status: 404 })
    await publishArticle(newsroom.ctx(), draft?.targetId ?? '', {})
    expect((await newsroom.rest('GET', '/v1/resolve?path=/2019/06/old-draft')).data).toMatchObject({
      location: '/old-draft',
    })
  })

  test('where a story stood last goes before where another stood once', async () => {
    const [, later] = await importThings(
      newsroom,
      [
        itemOf({ externalId: 'q-1', slug: 'moved', formerPaths: ['/2020/moved', '/?p=31', '/2020/reused'] }),
        itemOf({ externalId: 'q-2', slug: 'has-it-now', formerPaths: ['/2020/reused'] }),
      ],
      { publish: true },
    )
    expect(later?.remarks).toEqual([])
    expect((await newsroom.rest('GET', '/v1/resolve?path=/2020/reused')).data).toMatchObject({
      location: '/has-it-now',
    })
  })
})

describe('a known story', () => {
  test('that says nothing new is unchanged; a new word is a revision, shown when it is live', async () => {
    const told = (text: string) => itemOf({ externalId: 'k-1', slug: 'known', body: textOf(text) })
    await importThings(newsroom, [told('One.')], { publish: true })
    await newsroom.events()
    expect(await importThings(newsroom, [told('One.')], { publish: true })).toMatchObject([
      { result: 'UNCHANGED', remarks: [] },
    ])
    expect(await newsroom.events()).toEqual({ 'import.finished': 1 })
    expect(await importThings(newsroom, [told('Two.')], { publish: true })).toMatchObject([
      { result: 'UPDATED', remarks: [] },
    ])
    expect(await newsroom.events()).toEqual({ 'article.revised': 1, 'article.published': 1, 'import.finished': 1 })
    expect((await newsroom.rest('GET', '/v1/articles/known')).text).toContain('Two.')
  })

  test('that was edited here gets a revision, and is not shown by itself', async () => {
    const told = (text: string) => itemOf({ externalId: 'k-2', slug: 'edited', body: textOf(text) })
    const [made] = await importThings(newsroom, [told('One.')], { publish: true })
    const url = `/v1/editorial/articles/${made?.targetId}`
    await newsroom.rest('PATCH', url, { as: 'editor', body: { kicker: 'Ours' } })
    const [outcome] = await importThings(newsroom, [told('Three.')], { publish: true })
    expect(outcome?.remarks).toEqual([
      'was edited here since (revision 2); what its source says is revision 3',
      'is not shown by itself, for it was edited here',
    ])
    expect((await newsroom.rest('GET', '/v1/articles/edited')).text).toContain('One.')
    expect((await newsroom.rest('GET', url, { as: 'editor' })).data).toMatchObject({
      version: 3,
      content: { kicker: 'Ours' },
    })
  })

  test('is killed, withdrawn and corrected as its source asks; one that was killed here stays so', async () => {
    const told = (externalId: string, said = {}) => itemOf({ externalId, slug: `notice-${externalId}`, ...said })
    const made = await importThings(newsroom, [told('k-3'), told('k-4'), told('k-5'), told('k-6')], { publish: true })
    await killArticle(newsroom.ctx(), made[3]?.targetId ?? '', { reason: 'Ours' })
    const correction = { type: 'CORRECTION' as const, text: 'It was Tuesday.' }
    const outcomes = await importThings(
      newsroom,
      [
        told('k-3', { status: 'KILLED' }),
        told('k-4', { status: 'WITHDRAWN' }),
        told('k-5', { correction, body: textOf('On Tuesday.') }),
        told('k-6', { body: textOf('Anew.') }),
      ],
      { publish: true },
    )
    expect(outcomes.map(({ result, remarks }) => [result, ...remarks])).toEqual([
      ['UPDATED', 'was killed, as its source asks'],
      ['UPDATED', 'was withdrawn, as its source did'],
      ['UPDATED', 'was corrected: It was Tuesday.'],
      ['SKIPPED', 'was killed here; stays so'],
    ])
    expect(await newsroom.rest('GET', '/v1/articles/notice-k-3')).toMatchObject({ status: 410 })
    expect(await newsroom.rest('GET', '/v1/articles/notice-k-4')).toMatchObject({ status: 410 })
    expect((await newsroom.rest('GET', '/v1/articles/notice-k-5')).data).toMatchObject({
      corrections: [{ text: 'It was Tuesday.' }],
    })
  })
})

test('a dry run writes nothing but its report, and knows what earlier things of the file are', async () => {
  const { db } = newsroom
  const tables = () => Promise.all([db.article.count(), db.tag.count(), db.author.count(), db.importIdentity.count()])
  const before = await tables()
  const items = [
    itemOf({ externalId: 'd-1', slug: 'dry', tags: [tagOf('Only dry')] }),
    itemOf({ externalId: 'd-2', slug: 'dry' }),
    itemOf({ externalId: 'd-1', slug: 'dry', tags: [tagOf('Only dry')] }),
    itemOf({ externalId: 'd-1', headline: 'Another' }),
    itemOf({ externalId: 'd-3', headline: ' ' }),
  ]
  const outcomes = await importThings(newsroom, items, { dryRun: true, publish: true })
  expect(outcomes.map(({ result }) => result)).toEqual(['CREATED', 'CREATED', 'UNCHANGED', 'UPDATED', 'REFUSED'])
  expect(outcomes[1]?.remarks).toEqual(["its slug 'dry' is another story's; it would get another"])
  expect(await tables()).toEqual(before)
})

interface Shown {
  body: { markDefs: unknown[] }[]
  related: unknown[]
}

test('links to the old site lead to our stories: to those of before and those of the same file', async () => {
  const oldSite = 'https://www.links.example/'
  const linkTo = (...hrefs: string[]) =>
    hrefs.map((href, i) => ({
      ...({ _type: 'block', _key: `l${i}`, style: 'normal', markDefs: [{ _type: 'link', _key: 'm', href }] } as const),
      children: [{ _type: 'span', _key: 's', text: 'Read on', marks: ['m'] }],
    })) as ReturnType<typeof textOf>
  const before = itemOf({ externalId: 'k-1', slug: 'k-1', oldSite, formerPaths: ['/2019/gas/'] })
  await importThings(newsroom, [before], { source: 'links.example', publish: true })
  const hrefs = [
    'http://links.example/2019/gas?from=mail#top',
    'https://www.links.example/2020/oil/',
    'https://www.links.example/2021/later/',
    'https://elsewhere.example/2019/gas/',
  ]
  const after = [
    itemOf({
      ...{ externalId: 'k-2', slug: 'k-2', oldSite, body: linkTo(...hrefs) },
      related: [{ headline: 'Gas', url: 'https://links.example/2019/gas/' }],
    }),
    itemOf({ externalId: 'k-3', slug: 'k-3', oldSite, formerPaths: ['/2020/oil/'] }),
  ]
  const [story, oil] = await importThings(newsroom, after, { source: 'links.example', publish: true })
  const { data } = await newsroom.rest<Shown>('GET', '/v1/articles/k-2')
  const marks = data.body.map(({ markDefs }) => markDefs[0])
  expect(marks).toMatchObject([
    { _type: 'articleRef', path: '/k-1' },
    { _type: 'articleRef', articleId: oil?.targetId, path: '/k-3' },
    { _type: 'link', href: hrefs[2] },
    { _type: 'link', href: hrefs[3] },
  ])
  expect(data.related[0]).toMatchObject({ kind: 'CURATED', headline: 'Gas', article: { slug: 'k-1' } })
  const [again] = await importThings(newsroom, [{ ...(after[0] as object), kicker: 'New' } as never], {
    ...{ source: 'links.example', publish: true },
  })
  expect(again).toMatchObject({ result: 'UPDATED', targetId: story?.targetId })
  const changed = await newsroom.rest<Shown>('GET', '/v1/articles/k-2')
  expect(changed.data.body).toEqual(data.body)
})

test('when a source last changed its story is kept, unless that is still to come', async () => {
  const publishedAt = new Date('2014-02-03T04:05:06Z')
  const updatedAt = new Date('2015-02-03T04:05:06Z')
  await importThings(
    newsroom,
    [
      itemOf({ externalId: 'changed-1', slug: 'changed-1', publishedAt, updatedAt }),
      itemOf({ externalId: 'changed-2', slug: 'changed-2', publishedAt, updatedAt: new Date('2099-01-01T00:00:00Z') }),
    ],
    { publish: true },
  )
  const shown = await Promise.all(
    ['changed-1', 'changed-2'].map((slug) => newsroom.rest('GET', `/v1/articles/${slug}`)),
  )
  expect(shown.map(({ data }) => data.updatedAt)).toEqual([updatedAt, publishedAt].map((at) => at.toISOString()))
})

test('a dry run says which names are here and which would be made, each once', async () => {
  const { make } = newsroom
  const known = await make.author({ name: 'Known Writer' })
  const tag = await make.tag({ type: 'TOPIC', name: 'Known subject' })
  const things = [
    { author: authorOf('Known Writer'), place },
    { tag: tagOf('Known subject'), place },
    { tag: tagOf('Dry subject', { slug: 'dry-subject' }), place },
    { skipped: { place, kind: 'revision', reason: '2 posts of this type are no stories; left out' } },
    itemOf({
      externalId: 'dn-1',
      bylines: [authorOf('Dry Writer')],
      tags: [tagOf('Dry subject', { slug: 'dry-subject' })],
    }),
    itemOf({
      externalId: 'dn-2',
      bylines: [authorOf('Dry Writer')],
      section: tagOf('Dry section', { type: 'SECTION' }),
    }),
  ]
  const outcomes = await importThings(newsroom, things, { dryRun: true })
  expect(outcomes.map(({ result, targetId, remarks }) => [result, targetId, remarks])).toEqual([
    ['UNCHANGED', known.id, []],
    ['UNCHANGED', tag.id, []],
    ['CREATED', null, []],
    ['SKIPPED', null, ['2 posts of this type are no stories; left out']],
    ['CREATED', null, ["author 'Dry Writer' would be made"]],
    ['CREATED', null, ["section 'Dry section' would be made"]],
  ])
  expect(await newsroom.db.author.count({ where: { name: 'Dry Writer' } })).toBe(0)
})

test('many names are made at once: one for each thing, however it is written, with slugs of their own', async () => {
  const parents = tagOf('Many above', { type: 'SECTION', slug: 'many-above' })
  const below = tagOf('Many below', { type: 'SECTION', slug: 'many-below', parentSlug: 'many-above' })
  const things = [
    { tag: below, place },
    { tag: parents, place },
    { tag: tagOf('Many twins', { slug: 'many-twins' }), place },
    { tag: tagOf('MANY twins'), place },
    { tag: tagOf('Many one', { externalId: '1' }), place },
    { tag: tagOf('Many one', { externalId: '1', slug: 'many-one' }), place },
    { tag: tagOf('Many, one!', { externalId: '2', slug: 'other-slug' }), place },
    { author: authorOf('Many Ann', { externalId: 'a' }), place },
    { author: authorOf('Many  Ann'), place },
    { author: authorOf('Many Ann', { kind: 'ORGANISATION' }), place },
    { tag: tagOf('x'.repeat(300), { externalId: 'long' }), place },
  ]
  const outcomes = await importThings(newsroom, things, { source: 'many.example' })
  const resultOf = (i: number) => outcomes[i]?.result
  expect(outcomes[3]?.targetId).toBe(outcomes[2]?.targetId)
  expect(outcomes[5]?.targetId).toBe(outcomes[4]?.targetId)
  expect([2, 3, 4, 5, 6, 7, 9].map(resultOf)).toEqual([
    ...['CREATED', 'UNCHANGED', 'CREATED', 'UNCHANGED'],
    ...['UNCHANGED', 'CREATED', 'CREATED'],
  ])
  expect(resultOf(10)).toBe('REFUSED')
  const rows = await newsroom.db.tag.findMany({ where: { name: { startsWith: 'Many' } }, include: { parent: true } })
  const named = (name: string) => rows.find((row) => row.name === name)
  expect(named('Many below')?.parent?.slug).toBe('many-above')
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(rows.length)
  const authors = await newsroom.db.author.findMany({ where: { nameFolded: 'many ann' }, orderBy: { slug: 'asc' } })
  expect(authors.map(({ kind, slug }) => [kind, slug])).toEqual([
    ['PERSON', 'many-ann'],
    ['ORGANISATION', 'many-ann-2'],
  ])
  const again = await importThings(newsroom, things, { source: 'many.example' })
  expect(again.map(({ targetId }) => targetId)).toEqual(outcomes.map(({ targetId }) => targetId))
})

test('an older version that comes late takes nothing back, a newer one does, and one without a number counts as new', async () => {
  const said = (version: string | null, headline: string) => itemOf({ externalId: 'versions-1', version, headline })
  const steps: [string | null, string, string, string[]][] = [
    ['2', 'Corrected', 'CREATED', []],
    ['1', 'Wrong', 'SKIPPED', ['is version 1 of its source; version 2 is here']],
    ['10', 'Newest', 'UPDATED', []],
    ['9', 'Late', 'SKIPPED', ['is version 9 of its source; version 10 is here']],
    ['10', 'Newest', 'UNCHANGED', []],
    ['9', 'Late', 'SKIPPED', ['is version 9 of its source; version 10 is here']],
    [null, 'Uncounted', 'UPDATED', []],
  ]
  for (const [version, headline, result, remarks] of steps) {
    const [outcome] = await importThings(newsroom, [said(version, headline)], { source: 'versions.example' })
    expect(outcome).toMatchObject({ result, remarks })
  }
})

test('stories that translate each other are translations of the first that came, in one batch and in later ones', async () => {
  const story = (slug: string, locale: string) => itemOf({ externalId: slug, slug, locale, translationSet: 'set-1' })
  const told = { source: 'languages.example', publish: true }
  const translationsOf = async (slug: string) => {
    const { data } = await newsroom.rest<{ translations: { locale: string }[] }>('GET', `/v1/articles/${slug}`)
    return data.translations.map(({ locale }) => locale).sort()
  }
  const alone = itemOf({ externalId: 'set-none', slug: 'set-none' })
  const [original, second] = await importThings(newsroom, [story('set-en', 'en'), story('set-fr', 'fr'), alone], told)
  expect(await translationsOf('set-en')).toEqual(['fr'])
  const [third, twin] = await importThings(newsroom, [story('set-de', 'de'), story('set-fr-2', 'fr')], told)
  expect(await translationsOf('set-fr')).toEqual(['de', 'en'])
  expect(await translationsOf('set-de')).toEqual(['en', 'fr'])
  expect(await translationsOf('set-fr-2')).toEqual([])
  expect(await translationsOf('set-none')).toEqual([])
  expect([original, second, third, twin].map((outcome) => outcome?.remarks)).toEqual([
    ...[[], [], []],
    ["is no translation here: another one is in 'fr' already"],
  ])
  // In the revision as an editor would have set it.
  const { data } = await newsroom.rest<{ content: { translationOf: string | null } }>(
    'GET',
    `/v1/editorial/articles/${third?.targetId}`,
    { as: 'editor' },
  )
  expect(data.content.translationOf).toBe(original?.targetId)
  expect(await importThings(newsroom, [story('set-fr', 'fr')], told)).toMatchObject([{ result: 'UNCHANGED' }])
})
