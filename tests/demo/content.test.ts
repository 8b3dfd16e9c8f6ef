import { describe, expect, it } from 'vitest'
import { checkBody } from '../../src/articles/body/check.ts'
import { articleIdsIn, mediaIdsIn } from '../../src/articles/body/references.ts'
import { renderText } from '../../src/articles/body/text.ts'
import { type Body, blockTypeNames, decorators, textStyles } from '../../src/articles/body/types.ts'
import { countWords } from '../../src/articles/body/words.ts'
import { demoAuthors } from '../../src/demo/content/authors.ts'
import { demoMedia } from '../../src/demo/content/media.ts'
import { demoNewsroom, demoStories, demoStorylines, demoTags } from '../../src/demo/content/newsroom.ts'
import type { DemoStory } from '../../src/demo/content/types.ts'

const storyByKey = new Map(demoStories.map((story) => [story.key, story]))
const tagByKey = new Map(demoTags.map((tag) => [tag.key, tag]))
const mediaByKey = new Map(demoMedia.map((media) => [media.key, media]))
const authorKeys = new Set(demoAuthors.map(({ key }) => key))
const originals = demoStories.filter(({ translationOf }) => !translationOf)
const uuid = '018f3b1e-7c1a-7000-8000-000000000000'

function publishedAtOf(key: string): number {
  return Date.parse(storyByKey.get(key)?.publishedAt ?? '')
}

function keysNamedIn(story: DemoStory): { stories: string[]; tags: string[]; media: string[]; authors: string[] } {
  const related = (story.related ?? []).flatMap((item) => ('story' in item ? [item.story] : []))
  return {
    stories: [
      ...articleIdsIn(story.body).map(keyOf),
      ...related,
      ...(story.translationOf ? [story.translationOf] : []),
    ],
    tags: [story.section, ...story.tags],
    media: [
      ...mediaIdsIn(story.body).map(keyOf),
      ...(story.leadMedia ? [story.leadMedia.media] : []),
      ...(story.recommendedVideo ? [story.recommendedVideo] : []),
    ],
    authors: story.bylines.map(({ author }) => author),
  }
}

function keyOf(id: string): string {
  return id.replace(/^(story|media):/, '')
}

function withIds(body: Body): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll(/"(?:story|media):[a-z0-9-]+"/g, `"${uuid}"`))
}

function paragraphsOf(story: DemoStory): string[] {
  return story.body.flatMap((block) =>
    block._type === 'block' && !block.listItem ? [block.children.map(({ text }) => text).join('')] : [],
  )
}

function repeatedIn(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

describe('the demo newsroom is large enough to try a front end on', () => {
  it('has 62 stories and more in six sections, none of which is nearly empty', () => {
    const sections = demoTags.filter(({ type }) => type === 'SECTION').map(({ key }) => key)
    expect(originals.length).toBeGreaterThanOrEqual(62)
    expect(sections).toHaveLength(6)
    for (const section of sections) {
      expect(originals.filter((story) => story.section === section).length, section).toBeGreaterThanOrEqual(7)
    }
  })

  it('has eight people, two agencies and sixty tags of every type', () => {
    expect(demoAuthors.filter(({ kind }) => kind === 'PERSON').length).toBeGreaterThanOrEqual(8)
    expect(demoAuthors.filter(({ kind }) => kind === 'ORGANISATION').length).toBeGreaterThanOrEqual(2)
    expect(demoTags.filter(({ type }) => type !== 'SECTION').length).toBeGreaterThanOrEqual(60)
    expect(new Set(demoTags.map(({ type }) => type)).size).toBe(8)
    expect(demoTags.filter(({ aliases }) => aliases?.some((alias) => /\p{Script=Arabic}/u.test(alias)))).not.toEqual([])
    expect(demoTags.filter(({ aliases }) => aliases?.some((alias) => /\p{Script=Cyrillic}/u.test(alias)))).not.toEqual(
      [],
    )
    expect(demoTags.filter(({ aliases }) => aliases?.some((alias) => /\p{Script=Han}/u.test(alias)))).not.toEqual([])
  })

  it('has 25 media, among them three films, a recording and a document', () => {
    const count = (type: string) => demoMedia.filter((media) => media.type === type).length
    expect(demoMedia.length).toBeGreaterThanOrEqual(25)
    expect([count('VIDEO'), count('AUDIO'), count('FILE')]).toEqual([3, 1, 1])
  })

  it('has eight translations and a story in every state', () => {
    const count = (state: string) => demoStories.filter((story) => story.state === state).length
    expect(demoStories.length - originals.length).toBeGreaterThanOrEqual(8)
    expect(['draft', 'review', 'scheduled', 'withdrawn', 'killed'].map(count)).toEqual([1, 1, 1, 1, 1])
    expect(demoStories.filter(({ correction }) => correction)).toHaveLength(1)
  })

  it('has two headlines of more than 150 characters, two long reads and several briefs', () => {
    const words = originals.map(({ body }) => countWords(body))
    expect(originals.filter(({ headline }) => headline.length >= 150).length).toBeGreaterThanOrEqual(2)
    expect(words.filter((count) => count >= 900).length).toBeGreaterThanOrEqual(2)
    expect(words.filter((count) => count < 80).length).toBeGreaterThanOrEqual(5)
    expect(words.filter((count) => count >= 150 && count <= 350).length).toBeGreaterThan(originals.length / 2)
  })
})

describe('the demo newsroom holds together', () => {
  it('uses every slug once, in a valid form', () => {
    for (const things of [demoStories, demoTags, demoAuthors, demoMedia]) {
      const keys = things.map(({ key }) => key)
      expect(repeatedIn(keys)).toEqual([])
      expect(keys.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 100)).toEqual([])
    }
  })

  it('names only stories, tags, media and authors that exist', () => {
    for (const story of demoStories) {
      const named = keysNamedIn(story)
      expect(
        named.stories.filter((key) => !storyByKey.has(key)),
        story.key,
      ).toEqual([])
      expect(
        named.tags.filter((key) => !tagByKey.has(key)),
        story.key,
      ).toEqual([])
      expect(
        named.media.filter((key) => !mediaByKey.has(key)),
        story.key,
      ).toEqual([])
      expect(
        named.authors.filter((key) => !authorKeys.has(key)),
        story.key,
      ).toEqual([])
    }
    expect(demoAuthors.filter(({ avatar }) => avatar && !mediaByKey.has(avatar))).toEqual([])
  })

  it('uses every tag, author and asset somewhere', () => {
    const named = demoStories.map(keysNamedIn)
    const tags = new Set([...named.flatMap((keys) => keys.tags), ...demoTags.flatMap(({ parent }) => parent ?? [])])
    const media = new Set([
      ...named.flatMap((keys) => keys.media),
      ...demoAuthors.flatMap(({ avatar }) => avatar ?? []),
    ])
    const authors = new Set(named.flatMap((keys) => keys.authors))
    expect(demoTags.filter(({ key }) => !tags.has(key)).map(({ key }) => key)).toEqual([])
    expect(demoAuthors.filter(({ key }) => !authors.has(key)).map(({ key }) => key)).toEqual([])
    const unplaced = demoMedia.filter(({ key, type }) => !media.has(key) && type !== 'AUDIO' && type !== 'FILE')
    expect(unplaced.map(({ key }) => key)).toEqual([])
  })

  it('files stories in sections, and never tags one twice or with its own section', () => {
    for (const story of demoStories) {
      expect(tagByKey.get(story.section)?.type, story.key).toBe('SECTION')
      expect(repeatedIn([story.section, ...story.tags]), story.key).toEqual([])
    }
  })

  it('hangs each tag below an earlier one of its own type, and each recommended video is one', () => {
    demoTags.forEach((tag, index) => {
      if (!tag.parent) return
      expect(demoTags.slice(0, index).find(({ key }) => key === tag.parent)?.type, tag.key).toBe(tag.type)
    })
    const videos = demoStories.flatMap(({ recommendedVideo }) => recommendedVideo ?? [])
    expect(videos.map((key) => mediaByKey.get(key)?.type)).toEqual(videos.map(() => 'VIDEO'))
    const leads = demoStories.flatMap(({ leadMedia }) => leadMedia?.media ?? [])
    expect(leads.map((key) => mediaByKey.get(key)?.type)).toEqual(leads.map(() => 'IMAGE'))
  })

  it('translates each original at most once into a locale, keeps its section and tags, and publishes it later', () => {
    const translations = demoStories.filter(({ translationOf }) => translationOf)
    expect(repeatedIn(translations.map(({ translationOf, locale }) => `${translationOf} ${locale}`))).toEqual([])
    for (const story of translations) {
      const original = storyByKey.get(story.translationOf ?? '')
      expect(demoNewsroom.locales, story.key).toContain(story.locale)
      expect(story.locale, story.key).not.toBe(original?.locale ?? demoNewsroom.defaultLocale)
      expect([story.section, ...story.tags], story.key).toEqual([original?.section, ...(original?.tags ?? [])])
      expect(publishedAtOf(story.key), story.key).toBeGreaterThan(publishedAtOf(original?.key ?? ''))
    }
  })

  it('dates every story between November 2025 and January 2026, no two at the same moment', () => {
    expect(demoStories.filter(({ publishedAt }) => new Date(publishedAt).toISOString() !== publishedAt)).toEqual([])
    const outside = demoStories.filter(({ publishedAt: at }) => at < '2025-11-01' || at >= '2026-02-01')
    expect(outside).toEqual([])
    expect(repeatedIn(demoStories.map(({ publishedAt }) => publishedAt))).toEqual([])
  })

  it('tells each storyline in order, in four parts or more, and tags exactly these parts', () => {
    expect(demoStorylines.length).toBeGreaterThanOrEqual(3)
    expect(demoStorylines.map(({ tag }) => tag).sort()).toEqual(
      demoTags
        .filter(({ type }) => type === 'STORYLINE')
        .map(({ key }) => key)
        .sort(),
    )
    for (const { tag, stories } of demoStorylines) {
      const times = stories.map(publishedAtOf)
      expect(stories.length, tag).toBeGreaterThanOrEqual(4)
      expect(times, tag).toEqual([...new Set(times)].sort((a, b) => a - b))
      expect(
        originals.filter(({ tags }) => tags.includes(tag)).map(({ key }) => key),
        tag,
      ).toEqual(stories)
    }
  })

  it('refers in a text only to what was published before it, and never to a draft', () => {
    for (const story of demoStories) {
      const targets = articleIdsIn(story.body).map(keyOf)
      expect(
        targets.filter((key) => publishedAtOf(key) >= publishedAtOf(story.key)),
        story.key,
      ).toEqual([])
      expect(
        keysNamedIn(story).stories.filter((key) => !['live', 'withdrawn'].includes(storyByKey.get(key)?.state ?? '')),
        story.key,
      ).toEqual([])
      expect(keysNamedIn(story).stories, story.key).not.toContain(story.key)
    }
  })

  it('has one live story that refers to the withdrawn one', () => {
    const withdrawn = demoStories.find(({ state }) => state === 'withdrawn')?.key ?? 'none'
    expect(demoStories.filter(({ body }) => articleIdsIn(body).map(keyOf).includes(withdrawn))).toHaveLength(1)
  })
})

describe('the demo stories are written', () => {
  it('passes the check of bodies with every story', () => {
    for (const story of demoStories) {
      expect(checkBody(withIds(story.body)), story.key).toEqual({ body: withIds(story.body) })
    }
  })

  it('shows every type of block, style, list and mark in one story', () => {
    const body = storyByKey.get('how-we-make-a-story')?.body ?? []
    const texts = body.flatMap((block) => (block._type === 'block' ? [block] : []))
    const definitions = texts.flatMap(({ markDefs }) => markDefs ?? [])
    const marks = new Set(texts.flatMap(({ children }) => children.flatMap((span) => span.marks ?? [])))
    expect([...new Set(body.map(({ _type }) => _type))].sort()).toEqual(Object.keys(blockTypeNames).sort())
    expect([...new Set(texts.map(({ style }) => style))].sort()).toEqual([...textStyles].sort())
    expect([...new Set(texts.map(({ listItem }) => listItem ?? 'none'))].sort()).toEqual(['bullet', 'none', 'number'])
    expect(texts.map(({ level }) => level)).toContain(2)
    expect(decorators.filter((decorator) => !marks.has(decorator))).toEqual([])
    expect([...new Set(definitions.map(({ _type }) => _type))].sort()).toEqual(['articleRef', 'link'])
  })

  it('tells one day in a live blog of twelve posts, in order, with key events and a pinned one', () => {
    const blogs = demoStories.flatMap(({ liveBlog }) => liveBlog ?? [])
    expect(blogs).toHaveLength(1)
    const posts = blogs.flatMap((blog) => blog.posts)
    expect(posts).toHaveLength(12)
    expect(posts.map(({ at }) => at)).toEqual([...new Set(posts.map(({ at }) => at))].sort())
    expect(posts.filter(({ isKeyEvent }) => isKeyEvent).length).toBeGreaterThan(3)
    expect(posts.filter(({ isPinned }) => isPinned)).toHaveLength(1)
    expect(posts.filter(({ author }) => author && !authorKeys.has(author))).toEqual([])
    for (const { body } of posts) {
      expect(checkBody(withIds(body))).toEqual({ body: withIds(body) })
      expect(
        articleIdsIn(body)
          .map(keyOf)
          .filter((key) => storyByKey.get(key)?.state !== 'live'),
      ).toEqual([])
    }
  })

  it('leaves no sign of the short notation in the text', () => {
    for (const story of demoStories) {
      expect(renderText(story.body), story.key).not.toMatch(/\*|__|~|`|\]\(|^> /m)
    }
  })

  it('has no story of fewer than 40 words and none without standfirst or byline', () => {
    expect(demoStories.filter(({ body }) => countWords(body) < 40).map(({ key }) => key)).toEqual([])
    expect(demoStories.filter(({ standfirst, bylines }) => standfirst.length < 20 || bylines.length === 0)).toEqual([])
  })

  it('repeats no headline, standfirst or paragraph and holds no filler', () => {
    expect(repeatedIn(demoStories.map(({ headline }) => headline))).toEqual([])
    expect(repeatedIn(demoStories.map(({ standfirst }) => standfirst))).toEqual([])
    expect(repeatedIn(demoStories.flatMap(paragraphsOf))).toEqual([])
    expect(JSON.stringify(demoStories)).not.toMatch(/lorem|ipsum|dolor sit|TODO|undefined/i)
  })

  it('quotes a language that is written from right to left, and uses emoji', () => {
    const text = demoStories.map(({ body }) => renderText(body)).join('\n')
    expect(text).toMatch(/\p{Script=Arabic}/u)
    expect(text).toMatch(/\p{Extended_Pictographic}/u)
  })

  it('sends links only to example domains', () => {
    const everything = JSON.stringify([demoStories, demoAuthors, demoMedia, demoNewsroom])
    const hosts = [...everything.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host = '']) => host)
    const allowed = /(^|\.)(example\.org|parallel\.example)$|^www\.youtube\.com$|^datawrapper\.dwcdn\.net$/
    expect(hosts.filter((host) => !allowed.test(host))).toEqual([])
  })

  it('builds one story like a wire report: links, crossheads, agency, video, five related, picture and source', () => {
    const story = storyByKey.get('former-reservoir-chief-detained-over-aqtas-dam')
    const [top, ...rest] = story?.body ?? []
    expect(top).toMatchObject({ _type: 'relatedLinks', items: [{}, {}, {}] })
    expect(rest.filter((block) => block._type === 'block' && block.style === 'h2')).toHaveLength(2)
    expect(story?.bylines[0]).toMatchObject({ author: 'agence-cardinale', role: 'Wire agency' })
    expect(story?.related).toHaveLength(5)
    expect(story?.source).toEqual({ name: expect.any(String), url: expect.any(String), externalId: expect.any(String) })
    expect(story?.leadMedia).toMatchObject({ caption: expect.any(String), credit: expect.any(String) })
    expect(story?.recommendedVideo).toBe('video-aqtas-from-the-air')
  })
})
