import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../../bench/archive/random.ts'
import type { Canaries } from './canaries.ts'
import type { Desk } from './desk.ts'
import type { PublicHalf } from './public-half.ts'
import { postWith, type References, storyWith } from './stories.ts'

/** A story or a post that an editor works on, with the words of each revision. */
interface Work {
  id: string
  name: string
  /** Of the newest revision, which readers do not see. */
  hidden: string[]
  /** Of the revision that readers see; null: they see none. */
  shown: string[] | null
  /** Slugs stay known: former ones redirect, tombstones name them. */
  slug: string
}

/** Ms between two things that one editor does. */
const pauseMs = 15

/**
 * Goes on drafting, publishing, revising, correcting and withdrawing until the signal says so. What readers may see is told to the canaries
 * before it goes live; what they may not any more, when the withdrawal is acknowledged. Gives how much was done.
 */
export async function editOn(
  signal: AbortSignal,
  desk: Desk,
  canaries: Canaries,
  world: PublicHalf,
  random: Random,
): Promise<number> {
  const stories: Work[] = []
  let done = 0
  while (!signal.aborted) {
    const work = stories.length > 3 ? random.pick(stories) : null
    if (!work || random.chance(0.15)) stories.push(await draft(desk, canaries, world, random, done))
    else if (work.shown && random.chance(0.3)) await withdraw(desk, canaries, work)
    else if (work.shown && random.chance(0.6)) await revise(desk, canaries, world, random, work)
    else await publish(desk, canaries, work)
    if (random.chance(0.2)) await post(desk, canaries, world, random)
    if (stories.length > 20) stories.shift()
    done += 1
    await wait(pauseMs, undefined, { signal }).catch(() => undefined)
  }
  return done
}

function collector(canaries: Canaries) {
  const said: string[] = []
  const say = (where: string) => {
    const word = canaries.hide(where)
    said.push(word)
    return word
  }
  return { said, say }
}

function someReferences(
  { authors, sections, tags, images, videoId, stories, hidden }: PublicHalf,
  random: Random,
): References {
  return {
    ...{ authorId: random.pick(authors).id, sectionId: random.pick(sections).id, tagIds: [random.pick(tags).id] },
    ...{ imageId: random.pick(images), videoId, linked: [random.pick(stories).id, hidden.storyId] },
  }
}

async function draft(desk: Desk, canaries: Canaries, world: PublicHalf, random: Random, n: number): Promise<Work> {
  const { said, say } = collector(canaries)
  const name = `story ${n} of an editor`
  const content = storyWith(say, name, someReferences(world, random))
  const { id } = await desk.post('/articles', { ...content, note: canaries.hide('note of an editor') })
  canaries.hideId(name, id)
  return { id, name, hidden: said, shown: null, slug: String(content.slug) }
}

async function publish(desk: Desk, canaries: Canaries, work: Work): Promise<void> {
  canaries.show([...work.hidden, work.id])
  await desk.post(`/articles/${work.id}/publish`, { note: canaries.hide('note of a publication') })
  // What the revision before had said, and this one does not.
  const former = (work.shown ?? []).filter((word) => !work.hidden.includes(word))
  canaries.hideAgain(former.filter((word) => word !== work.slug))
  work.shown = [...work.hidden]
}

async function revise(desk: Desk, canaries: Canaries, world: PublicHalf, random: Random, work: Work): Promise<void> {
  const { said, say } = collector(canaries)
  const { slug: _, ...content } = storyWith(say, `a revision of ${work.name}`, someReferences(world, random))
  await desk.patch(`/articles/${work.id}`, content)
  work.hidden = [...said, work.slug]
}

async function withdraw(desk: Desk, canaries: Canaries, work: Work): Promise<void> {
  await desk.post(`/articles/${work.id}/withdraw`, {
    reason: 'For readers.',
    note: canaries.hide('note of a withdrawal'),
  })
  canaries.hideAgain((work.shown ?? []).filter((word) => word !== work.slug))
  work.shown = null
}

/** A post of the live blog: drafted, published or not, and taken back. */
async function post(desk: Desk, canaries: Canaries, world: PublicHalf, random: Random): Promise<void> {
  const { said, say } = collector(canaries)
  const { id } = await desk.post(
    `/articles/${world.liveBlog.id}/posts`,
    postWith(say, 'a post of an editor', someReferences(world, random)),
  )
  canaries.hideId('a post of an editor', id)
  if (random.chance(0.4)) return
  canaries.show([...said, id])
  await desk.post(`/posts/${id}/publish`)
  if (random.chance(0.4)) return
  await desk.post(`/posts/${id}/withdraw`, { note: canaries.hide('note of the withdrawal of a post') })
  canaries.hideAgain(said)
}
