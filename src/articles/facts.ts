import type { ArticleContent } from './article.ts'

/** What events tell of a story: ids only, by which webhooks are filtered. */
export function factsOf({ tagIds, sectionId }: Pick<ArticleContent, 'tagIds' | 'sectionId'>) {
  return { tagIds, sectionId }
}
