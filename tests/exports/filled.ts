import { createUser } from '../../src/accounts/users.ts'
import { correctArticle } from '../../src/articles/correct.ts'
import { createArticle, reviseArticle } from '../../src/articles/editorial.ts'
import { embargoArticle } from '../../src/articles/embargo.ts'
import { killArticle } from '../../src/articles/kill.ts'
import { publishArticle, withdrawArticle } from '../../src/articles/publish.ts'
import { submitArticle } from '../../src/articles/workflow.ts'
import { createAuthor } from '../../src/authors/editorial.ts'
import { mergeAuthors } from '../../src/authors/merge.ts'
import type { Ctx } from '../../src/core/ctx.ts'
import { createFront } from '../../src/fronts/editorial.ts'
import { publishFront } from '../../src/fronts/publish.ts'
import { createIngestSource } from '../../src/ingest/editorial.ts'
import { createMedia } from '../../src/media/editorial.ts'
import { mergeMedia } from '../../src/media/merge.ts'
import { createPost, revisePost } from '../../src/posts/editorial.ts'
import { publishPost } from '../../src/posts/publish.ts'
import { excludeSuggestion } from '../../src/related/exclude.ts'
import { scheduleArticle } from '../../src/schedules/editorial.ts'
import { createTag, updateTag } from '../../src/tags/editorial.ts'
import { mergeTags } from '../../src/tags/merge.ts'
import { createWebhook } from '../../src/webhooks/editorial.ts'

/** A paragraph, with a link to another story when one is given. */
export function words(text: string, articleId?: string) {
  const markDefs = articleId ? [{ _type: 'articleRef', _key: 'l0', articleId }] : []
  const children = [{ _type: 'span', text, marks: articleId ? ['l0'] : [] }]
  return { _type: 'block', style: 'normal', markDefs, children }
}

/** Fills a newsroom with one of everything: each state of a story, merges, a live blog, a front, and what goes with them. */
export async function fillNewsroom(ctx: () => Ctx) {
  const user = await createUser(ctx(), {
    email: 'Ada@example.org',
    name: 'Ada',
    role: 'editor',
    password: 'engines that hum',
  })
  const picture = await createMedia(ctx(), {
    type: 'IMAGE',
    url: 'https://media.example/steppe.jpg',
    alt: 'A road',
    focalPoint: { x: 0.5, y: 0.25 },
  })
  const twin = await createMedia(ctx(), { type: 'IMAGE', url: 'https://media.example/steppe-2.jpg' })
  const ada = await createAuthor(ctx(), {
    name: 'Айгерім Серік',
    avatarId: picture.id,
    links: [{ label: 'Site', url: 'https://a.example' }],
  })
  const again = await createAuthor(ctx(), { name: 'Aigerim Serik' })
  const world = await createTag(ctx(), { type: 'SECTION', name: 'World' })
  const asia = await createTag(ctx(), { type: 'PLACE', name: 'Asia' })
  const gas = await createTag(ctx(), {
    type: 'TOPIC',
    name: 'Gas',
    aliases: ['Erdgas'],
    externalIds: { wikidata: 'Q40858' },
  })
  const fuel = await createTag(ctx(), { type: 'TOPIC', name: 'Fuel', parentId: gas.id })
  const line = await createTag(ctx(), { type: 'STORYLINE', name: 'Gas crisis', parentId: asia.id })
  const bylines = [{ authorId: again.id, role: 'Reporting' }]
  const about = { sectionId: world.id, bylines, tagIds: [gas.id, fuel.id, line.id] }

  const lead = await createArticle(ctx(), {
    ...about,
    ...{
      headline: 'Gas prices rise',
      standfirst: 'For the third time.',
      leadMedia: { mediaId: twin.id, caption: 'A road' },
    },
    ...{
      body: [words('Prices rose on Monday.'), { _type: 'image', mediaId: twin.id }],
      publishedAt: '2019-03-01T08:00:00Z',
    },
    source: { name: 'AFP', externalId: 'afp-1' },
  })
  await publishArticle(ctx(), lead.id, {})
  await reviseArticle(ctx(), lead.id, { slug: 'gas-prices-rise-again', body: [words('Prices rose on Tuesday.')] })
  await publishArticle(ctx(), lead.id, {})
  await correctArticle(ctx(), lead.id, { type: 'CORRECTION', text: 'The day was wrong.' })
  await reviseArticle(ctx(), lead.id, { headline: 'A draft of more', autosave: true })
  const german = await createArticle(ctx(), {
    headline: 'Gas wird teurer',
    locale: 'de',
    translationOf: lead.id,
    body: [words('Am Montag.', lead.id)],
  })
  await publishArticle(ctx(), german.id, {})
  const later = await createArticle(ctx(), {
    ...about,
    ...{ headline: 'Gas prices fall', body: [words('They fell.', lead.id)], replacesId: lead.id },
    related: [{ articleId: lead.id }, { url: 'https://elsewhere.example/x', headline: 'Elsewhere' }],
  })
  await publishArticle(ctx(), later.id, {})
  await updateTag(ctx(), world.id, { slug: 'the-world' })

  const killed = await createArticle(ctx(), {
    headline: 'A mistake',
    body: [words('It never happened.')],
    tagIds: [asia.id],
  })
  await publishArticle(ctx(), killed.id, {})
  await killArticle(ctx(), killed.id, { reason: 'It was not true.' })
  const withdrawn = await createArticle(ctx(), { headline: 'Taken back', body: [words('For now.')] })
  await publishArticle(ctx(), withdrawn.id, {})
  await withdrawArticle(ctx(), withdrawn.id, { reason: 'We look again.' })
  const draft = await createArticle(ctx(), { headline: 'In work', body: [words('Nothing yet.')], tagIds: [gas.id] })
  await submitArticle(ctx(), draft.id, { note: 'Please read' })
  await embargoArticle(ctx(), draft.id, { note: 'Until the court rules' })
  const planned = await createArticle(ctx(), { headline: 'Tomorrow', body: [words('It will be.')] })
  await scheduleArticle(ctx(), planned.id, { action: 'PUBLISH', localTime: '2026-03-29T09:30', zone: 'Europe/Berlin' })

  const blog = await createArticle(ctx(), {
    headline: 'Parliament votes',
    liveBlog: { startsAt: '2026-01-08T09:00:00Z' },
    sectionId: world.id,
  })
  await publishArticle(ctx(), blog.id, {})
  const post = await createPost(ctx(), blog.id, {
    title: 'Doors closed',
    body: [words('At six.', lead.id), { _type: 'image', mediaId: twin.id }],
    bylines: [{ authorId: ada.id }],
  })
  await publishPost(ctx(), post.id, {})
  await revisePost(ctx(), post.id, { title: 'Doors closed again' })
  await createPost(ctx(), blog.id, { body: [words('Not out yet.')] })

  await updateTag(ctx(), line.id, { storyline: { summary: 'Prices went up.', leadArticleId: lead.id } })
  await mergeTags(ctx(), fuel.id, { intoId: gas.id })
  await mergeAuthors(ctx(), again.id, { intoId: ada.id })
  await mergeMedia(ctx(), twin.id, { intoId: picture.id })
  const front = await createFront(ctx(), {
    name: 'Home',
    slots: [{ articleId: lead.id, headline: 'Gas', isSticky: true }],
  })
  await publishFront(ctx(), front.id, { note: 'Morning' })
  await createWebhook(ctx(), {
    name: 'Site',
    url: 'https://www.example.com/hook',
    events: ['article.*'],
    tagIds: [gas.id],
  })
  await createIngestSource(ctx(), {
    ...{ kind: 'FEED', name: 'Agency', url: 'https://agency.example/feed.xml', intervalSeconds: 60, format: 'feed' },
    ...{ publish: true, nearDuplicates: 'ALL', locale: 'de', tagIds: [gas.id], sectionId: world.id },
  })
  const { db, now } = ctx()
  await db.formerPath.create({ data: { path: '/2019/03/gas?p=1', articleId: draft.id } })
  const known = { source: 'old-site', changedAt: now }
  await excludeSuggestion(ctx(), lead.id, { besideId: later.id })
  await excludeSuggestion(ctx(), blog.id, {})
  await db.importIdentity.create({
    data: { ...known, noun: 'ARTICLE', externalId: 'post-1', targetId: draft.id, hash: 'x', revision: 1 },
  })
  await db.importIdentity.create({ data: { ...known, noun: 'TAG', externalId: 'term-7', targetId: gas.id } })
  return { user, lead, german, later, killed, withdrawn, draft, planned, blog, post, gas, world, asia }
}
