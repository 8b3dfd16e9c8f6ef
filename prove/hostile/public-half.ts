import type { Canaries } from './canaries.ts'
import type { Desk } from './desk.ts'
import { postWith, type References, storyWith } from './stories.ts'

/** What readers can see, and hostile ones know. */
export interface PublicHalf {
  stories: { id: string; slug: string }[]
  sections: { id: string; slug: string }[]
  tags: { id: string; slug: string }[]
  authors: { id: string; slug: string }[]
  images: string[]
  videoId: string
  liveBlog: { id: string; postId: string }
  front: { id: string; slug: string }
  /** Tags, authors, assets and a story that are in live ones' neighbourhood, and hidden. */
  hidden: HiddenNeighbours
}

/** Things that nobody may see, and that things which readers see name. */
export interface HiddenNeighbours {
  storyId: string
  tagIds: string[]
  authorId: string
  imageId: string
  videoId: string
}

const storyCount = 12
export const words = ['harbour', 'budget', 'night', 'train', 'storm', 'court', 'goal', 'election', 'bridge', 'market']

/** Makes everything that readers see, and what was taken from them; hidden is what they do not. */
export async function makePublicHalf(desk: Desk, canaries: Canaries): Promise<PublicHalf> {
  let at = 0
  const speak = () => `${words[at++ % words.length]} ${words[(at * 7) % words.length]} ${at}`
  const hidden = await makeNeighbours(desk, canaries)
  const label = async (path: string, body: object) => {
    const { id, slug } = await desk.post(path, body)
    return { id, slug: String(slug) }
  }
  const many = <T>(count: number, one: (n: number) => Promise<T>) =>
    inTurn(Array.from({ length: count }, (_, n) => () => one(n)))
  const sections = await many(2, (n) => label('/tags', { type: 'SECTION', name: `Section ${n}` }))
  const tags = await many(5, (n) => label('/tags', { type: n ? 'TOPIC' : 'STORYLINE', name: `Topic ${words[n]}` }))
  const authors = await many(3, (n) =>
    label('/authors', { name: `Author ${n}`, email: `${canaries.hide(`e-mail address of author ${n}`)}@news.example` }),
  )
  const images = await many(3, async (n) => (await desk.post('/media', image(`picture-${n}`, speak))).id)
  const { id: videoId } = await desk.post('/media', { ...image('film', speak), type: 'VIDEO', mimeType: 'video/mp4' })
  const linkedTo = (n: number, stories: { id: string }[]) =>
    [hidden.storyId, ...stories.slice(-1).map(({ id }) => id)].slice(n % 3 ? 0 : 1)
  const stories: PublicHalf['stories'] = []
  for (let n = 0; n < storyCount; n++) {
    const references: References = {
      authorId: authors[n % authors.length]?.id ?? '',
      sectionId: sections[n % sections.length]?.id ?? '',
      tagIds: [tags[n % tags.length]?.id ?? '', tags[(n + 1) % tags.length]?.id ?? ''],
      imageId: images[n % images.length] ?? '',
      ...{ videoId, linked: linkedTo(n, stories) },
    }
    const content = { ...storyWith(speak, `story ${n}`, references), slug: `story-${n}-${words[n % words.length]}` }
    const { id } = await desk.post('/articles', {
      ...content,
      note: canaries.hide('note of a revision of a live story'),
    })
    await desk.post(`/articles/${id}/publish`, { note: canaries.hide('note of a publication') })
    stories.push({ id, slug: content.slug })
  }
  const references: References = {
    ...{ authorId: authors[0]?.id ?? '', sectionId: sections[0]?.id ?? '', tagIds: [tags[0]?.id ?? ''] },
    ...{ imageId: images[0] ?? '', videoId, linked: [] },
  }
  await takeDown(desk, canaries, references)
  await desk.post(`/articles/${stories[0]?.id}/correct`, {
    ...{ type: 'CORRECTION', text: 'It was the other bridge.', note: canaries.hide('note of a correction') },
    patch: { kicker: 'Corrected' },
  })
  const liveBlog = await makeLiveBlog(desk, canaries, references, speak)
  const front = await makeFront(desk, canaries, stories, hidden)
  // What a story shows from now on would make the one above it public, so no more stories get it.
  const lone = tags.pop()
  await desk.patch(`/tags/${lone?.id}`, { parentId: hidden.tagIds[0] })
  return { stories, sections, tags, authors, images, videoId, liveBlog, front, hidden }
}

/** In: what makes one; they are made one after the other. */
async function inTurn<T>(makers: (() => Promise<T>)[]): Promise<T[]> {
  const made: T[] = []
  for (const make of makers) made.push(await make())
  return made
}

function image(name: string, speak: () => string): object {
  return {
    type: 'IMAGE',
    url: `https://media.example/${name}.jpg`,
    mimeType: 'image/jpeg',
    caption: speak(),
    credit: speak(),
  }
}

/** Labels, assets and a draft that no reader may learn of, though live stories and tags name some of them. */
async function makeNeighbours(desk: Desk, { hide, hideId }: Canaries): Promise<HiddenNeighbours> {
  const tag = async (name: string, more: object) => {
    const { id } = await desk.post('/tags', {
      ...{
        type: 'TOPIC',
        name: hide(`name of ${name}`),
        slug: hide(`slug of ${name}`),
        description: hide(`description of ${name}`),
      },
      ...{ aliases: [hide(`alias of ${name}`)], externalIds: { wikidata: hide(`external id of ${name}`) }, ...more },
    })
    hideId(name, id)
    return id
  }
  const first = await tag('a hidden tag', {})
  const second = await tag('a hidden storyline', {
    ...{ type: 'STORYLINE', storyline: { summary: hide('summary of a hidden storyline'), status: 'DORMANT' } },
  })
  const asset = async (name: string, more: object) => {
    const { id } = await desk.post('/media', {
      ...{
        type: 'IMAGE',
        url: `https://media.example/${hide(`address of ${name}`)}.jpg`,
        mimeType: 'image/jpeg',
        ...more,
      },
      ...{ alt: hide(`alt of ${name}`), caption: hide(`caption of ${name}`), credit: hide(`credit of ${name}`) },
    })
    hideId(name, id)
    return id
  }
  const imageId = await asset('a picture of drafts', {})
  const videoId = await asset('a film of drafts', { type: 'VIDEO', mimeType: 'video/mp4' })
  const { id: authorId } = await desk.post('/authors', {
    ...{
      name: hide('name of a hidden author'),
      slug: hide('slug of a hidden author'),
      bio: hide('life of a hidden author'),
    },
    ...{
      jobTitle: hide('title of a hidden author'),
      email: `${hide('e-mail address of a hidden author')}@news.example`,
    },
    ...{
      emailPublic: true,
      avatarId: imageId,
      links: [{ label: hide('page of a hidden author'), url: 'https://elsewhere.example' }],
    },
  })
  hideId('a hidden author', authorId)
  const references = { authorId, sectionId: null, tagIds: [first, second], imageId, videoId, linked: [] }
  const { id: storyId } = await desk.post('/articles', storyWith(hide, 'a draft that live stories link to', references))
  hideId('a draft that live stories link to', storyId)
  return { storyId, tagIds: [first, second], authorId, imageId, videoId }
}

/** Stories that were live and are not: their words are hidden again, but for the slugs, which tombstones name, and the reasons. */
async function takeDown(desk: Desk, canaries: Canaries, references: References): Promise<void> {
  for (const verb of ['withdraw', 'kill']) {
    const said: string[] = []
    const say = (where: string) => {
      const word = canaries.hide(where)
      said.push(word)
      return word
    }
    const content = storyWith(say, `a story after ${verb}`, references)
    const { id } = await desk.post('/articles', content)
    canaries.show(said)
    await desk.post(`/articles/${id}/publish`)
    await desk.post(`/articles/${id}/${verb}`, {
      reason: 'Taken down, for readers.',
      note: canaries.hide(`note of a ${verb}`),
    })
    canaries.hideAgain(said.filter((word) => word !== content.slug))
  }
}

async function makeLiveBlog(
  desk: Desk,
  { hide, show, hideAgain }: Canaries,
  references: References,
  speak: () => string,
) {
  const content = {
    ...storyWith(speak, 'a live blog', references),
    slug: 'live-blog',
    liveBlog: { startsAt: '2026-01-08T09:00:00Z' },
  }
  const { id } = await desk.post('/articles', content)
  await desk.post(`/articles/${id}/publish`)
  let postId = ''
  for (let n = 0; n < 6; n++) {
    postId = (
      await desk.post(`/articles/${id}/posts`, {
        ...postWith(speak, `post ${n}`, references),
        note: hide('note of a post'),
      })
    ).id
    await desk.post(`/posts/${postId}/publish`, { note: hide('note of the publication of a post') })
  }
  const said: string[] = []
  const say = (where: string) => {
    said.push(hide(where))
    return said.at(-1) ?? ''
  }
  const { id: withdrawnId } = await desk.post(`/articles/${id}/posts`, postWith(say, 'a withdrawn post', references))
  show(said)
  await desk.post(`/posts/${withdrawnId}/publish`)
  await desk.post(`/posts/${withdrawnId}/withdraw`, { note: hide('note of the withdrawal of a post') })
  hideAgain(said)
  return { id, postId }
}

async function makeFront(desk: Desk, { hide }: Canaries, stories: { id: string }[], hidden: HiddenNeighbours) {
  const slot = (articleId: string | undefined, headline: string) => ({ articleId, headline })
  const { id, slug } = await desk.post('/fronts', {
    ...{ name: 'Home', slug: 'home', backfill: { tags: [{ none: [hidden.tagIds[0]] }] } },
    slots: [
      slot(stories[0]?.id, 'For this place'),
      // Its story is not live: nothing of the place is.
      slot(hidden.storyId, hide('headline of a place whose story is a draft')),
    ],
  })
  await desk.post(`/fronts/${id}/publish`, { note: hide('note of the publication of a front') })
  return { id, slug: String(slug) }
}
