import type { Random } from '../../bench/archive/random.ts'
import { rankStories } from '../../src/popular/ranking.ts'
import { suggestRelated } from '../../src/related/jobs.ts'
import { schedulesJob } from '../../src/schedules/jobs.ts'
import type { Newsroom } from '../newsroom.ts'
import { bodyWith, senderOf, type World, words } from './world.ts'

/** One change that staff ask for; gives the id of the story that it is about, when it is about one. */
type Change = (world: World, newsroom: Newsroom, random: Random, step: number) => Promise<string | null>

const pickTwo = <T>(random: Random, list: T[]): [T, T] => {
  const first = random.pick(list)
  const others = list.filter((each) => each !== first)
  return [first, random.pick(others)]
}

const publish: Change = async ({ stories }, newsroom, random) => {
  const { id } = random.pick(stories)
  await senderOf(newsroom)('POST', `/articles/${id}/publish`, {})
  return id
}

const revise: Change = async ({ stories, tags, authors, sections, media }, newsroom, random, step) => {
  const story = random.pick(stories)
  const send = senderOf(newsroom)
  const word = random.pick(words)
  const patches: object[] = [
    { headline: `Step ${step}: ${word}` },
    { slug: `step-${step}-${word}` },
    { tagIds: [random.pick(tags).id] },
    { sectionId: random.pick([...sections.map(({ id }) => id), null]) },
    { bylines: [{ authorId: random.pick(authors).id }] },
    { body: bodyWith(`At step ${step} the ${word}.`, random.pick(stories).id, random.pick(media)) },
    { replacesId: random.pick([...stories.filter(({ id }) => id !== story.id).map(({ id }) => id), null]) },
    { related: [{ articleId: random.pick(stories.filter(({ id }) => id !== story.id)).id }] },
    { leadMedia: { mediaId: random.pick(media), caption: `Step ${step}` } },
  ]
  const patch = random.pick(patches)
  const { status } = await send('PATCH', `/articles/${story.id}`, patch)
  if (status === 200 && 'slug' in patch) story.slugs.push(String(patch.slug))
  await send('POST', `/articles/${story.id}/publish`, {})
  return story.id
}

const correct: Change = async ({ stories }, newsroom, random, step) => {
  const { id } = random.pick(stories)
  const patch = { headline: `Corrected at ${step}` }
  await senderOf(newsroom)('POST', `/articles/${id}/correct`, {
    type: 'CORRECTION',
    text: `Wrong until ${step}.`,
    patch,
  })
  return id
}

const withdraw: Change = async ({ stories }, newsroom, random, step) => {
  const { id } = random.pick(stories)
  await senderOf(newsroom)('POST', `/articles/${id}/withdraw`, { reason: `At ${step}.` })
  return id
}

const killAndRestore: Change = async ({ stories }, newsroom, random, step) => {
  const { id } = random.pick(stories)
  const send = senderOf(newsroom)
  const { status } = await send('POST', `/articles/${id}/kill`, { reason: `At ${step}.` })
  if (status !== 200 || random.chance(0.5)) await send('POST', `/articles/${id}/restore`, {})
  return id
}

/** Published by a timer, with the context of a job: no request has anything to do with it. */
const schedule: Change = async ({ stories }, newsroom, random) => {
  const { id } = random.pick(stories)
  const action = random.pick(['PUBLISH', 'WITHDRAW'])
  const at = new Date(Date.now() + 30).toISOString()
  const { status } = await senderOf(newsroom)('POST', `/articles/${id}/schedule`, { action, at })
  if (status !== 201) return id
  const [job, signal] = [schedulesJob(), AbortSignal.timeout(5_000)]
  for (let tries = 0; tries < 20; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await job.run(newsroom.ctx(), signal)
    const { data } = await newsroom.app
      .inject({
        url: `/v1/editorial/schedules?article=${id}&status=PENDING`,
        headers: { authorization: `Bearer ${newsroom.key}` },
      })
      .then((answer) => answer.json() as { data: unknown[] })
    if (data.length === 0) break
  }
  return id
}

/** The worker gives stories their lists: no request has anything to do with it. */
const suggest: Change = async (_world, newsroom) => {
  const { signal } = new AbortController()
  for (let runs = 0; runs < 4; runs++) await suggestRelated.run(newsroom.ctx(), signal)
  return null
}

const renameLabel: Change = async ({ tags, authors, sections }, newsroom, random, step) => {
  const [path, label] = random.pick([
    ['tags', random.pick(tags)],
    ['tags', random.pick(sections)],
    ['authors', random.pick(authors)],
  ] as const)
  const slug = `label-${step}`
  const patch = random.chance(0.5) ? { name: `Label ${step}` } : { slug }
  const { status } = await senderOf(newsroom)('PATCH', `/${path}/${label.id}`, patch)
  if (status === 200 && 'slug' in patch) label.slugs.push(slug)
  return null
}

/** One into another; then a new one takes its place in the world, so that there are always as many. */
const mergeLabels: Change = async ({ tags, authors }, newsroom, random, step) => {
  const send = senderOf(newsroom)
  const [path, list] = random.pick([
    ['tags', tags],
    ['authors', authors],
  ] as const)
  const [from, into] = pickTwo(random, list)
  const { status } = await send('POST', `/${path}/${from.id}/merge`, { intoId: into.id })
  if (status !== 200) return null
  const { data } = await send('POST', `/${path}`, {
    name: `Made at ${step}`,
    ...(path === 'tags' && { type: 'TOPIC' }),
  })
  // Former slugs lead to the one that stayed: they are asked for still.
  into.slugs.push(...from.slugs)
  list[list.indexOf(from)] = { id: String(data.id), slugs: [String(data.slug)] }
  return null
}

const changeMedia: Change = async ({ media }, newsroom, random, step) => {
  await senderOf(newsroom)('PATCH', `/media/${random.pick(media)}`, {
    caption: `Caption of step ${step}`,
    credit: 'Prove',
  })
  return null
}

const moveTag: Change = async ({ tags }, newsroom, random) => {
  const [child, parent] = pickTwo(random, tags)
  await senderOf(newsroom)('PATCH', `/tags/${child.id}`, { parentId: random.pick([parent.id, null]) })
  return null
}

const changePost: Change = async ({ posts }, newsroom, random, step) => {
  const { id, articleId } = random.pick(posts)
  const send = senderOf(newsroom)
  if (random.chance(0.3)) await send('POST', `/posts/${id}/withdraw`, {})
  else {
    await send('PATCH', `/posts/${id}`, {
      title: `Post at ${step}`,
      isPinned: random.chance(0.3),
      isKeyEvent: random.chance(0.5),
    })
    await send('POST', `/posts/${id}/publish`, {})
  }
  return articleId
}

const changeFront: Change = async ({ fronts, stories, media }, newsroom, random, step) => {
  const { id } = random.pick(fronts)
  const send = senderOf(newsroom)
  const [first, second] = pickTwo(random, stories)
  const image = { mediaId: random.pick(media), alt: `Step ${step}` }
  const slots = [
    { articleId: first.id, headline: `Place at ${step}`, image, isSticky: random.chance(0.5) },
    { articleId: null },
    { articleId: second.id },
  ]
  await send('PATCH', `/fronts/${id}`, { slots, size: 4 + random.below(4) })
  await send('POST', `/fronts/${id}/${random.chance(0.8) ? 'publish' : 'undo'}`, {})
  return null
}

/** Readers come to a story, and stories are ranked. */
const readAndRank: Change = async ({ stories }, { app, ctx }, random, step) => {
  const { id } = random.pick(stories)
  const readers = 1 + random.below(20)
  for (let n = 0; n < readers; n++) {
    const address = `100.${64 + (step & 63)}.${(step >> 6) & 255}.${random.below(256)}`
    const visit = { address, userAgent: 'Mozilla/5.0', at: new Date(), attentionSeconds: 10, shares: 0 }
    app.popularity.count({ articleId: id, ...visit })
  }
  await app.popularity.flush()
  await rankStories(ctx())
  return id
}

/** What is done, how often of a hundred. */
const chances: [number, Change][] = [
  [12, publish],
  [20, revise],
  [6, suggest],
  [4, readAndRank],
  [8, correct],
  [8, withdraw],
  [5, killAndRestore],
  [3, schedule],
  [9, renameLabel],
  [4, mergeLabels],
  [5, changeMedia],
  [4, moveTag],
  [7, changePost],
  [5, changeFront],
]

/** Does one change by chance, and is back when the writer has been answered. Refusals change nothing and are fine. */
export async function makeChange(
  world: World,
  newsroom: Newsroom,
  random: Random,
  step: number,
): Promise<string | null> {
  let at = random.below(100)
  for (const [share, change] of chances) {
    if (at < share) return change(world, newsroom, random, step)
    at -= share
  }
  return null
}
