import type { ArticleContent } from './article.ts'

/** What events tell of a story: ids and its language, by which webhooks and streams are filtered. */
export function factsOf({ tagIds, sectionId, bylines, locale }: StoryLists): StoryFacts {
  return { tagIds, sectionId, authorIds: [...new Set(bylines.map(({ authorId }) => authorId))], locale }
}

type StoryLists = Pick<ArticleContent, 'tagIds' | 'sectionId' | 'locale'> & { bylines: { authorId: string }[] }

/** The facts of a story. Events that were recorded before there were all of them lack some. */
export type StoryFacts = {
  tagIds: string[]
  sectionId: string | null
  authorIds: string[]
  locale: string
}
