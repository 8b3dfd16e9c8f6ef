/** A program of a front-end team, in the words of the client that was generated beside it; the compiler checks that they fit. */
export const reader = `
import { ApiError, ArticlesService, EditorialArticlesService, OpenAPI, SearchService } from './index'
import type { Article, ArticleDraft, ArticleInput, Problem, SearchAnswer } from './index'

export function connect(base: string, key: string | undefined): void {
  OpenAPI.BASE = base
  OpenAPI.TOKEN = key
}

export async function publishStory(headline: string, tagId: string) {
  const children = [{ _type: 'span', text: 'What was seen at the harbour.', marks: [] }]
  const input: ArticleInput = { headline, tagIds: [tagId], body: [{ _type: 'block', style: 'normal', markDefs: [], children }] }
  const draft: ArticleDraft = await EditorialArticlesService.createArticle({ requestBody: input })
  const { id, status, version, content } = await EditorialArticlesService.publishArticle({
    id: draft.id,
    requestBody: { significant: true },
    ifMatch: '"' + draft.version + '"',
  })
  return { id, status, version, slug: content.slug }
}

export async function headlines(tag: string) {
  const { data, page } = await ArticlesService.listArticles({ tag: [tag], sort: 'publishedAt', first: 2, include: ['totalCount'] })
  return { headlines: data.map(({ headline }): string => headline), total: page.totalCount?.count ?? null, next: page.next }
}

export async function headlinesBehind(tag: string, after: string): Promise<string[]> {
  const { data } = await ArticlesService.listArticles({ tag, sort: 'publishedAt', first: 2, after, fields: ['headline', 'slug'] })
  return data.map(({ headline }) => headline)
}

export function story(slug: string): Promise<Article> {
  return ArticlesService.getArticle({ idOrSlug: slug })
}

export async function found(q: string) {
  const answer: SearchAnswer = await SearchService.searchArticles({ q, facets: 'section,month' })
  return { headlines: answer.data.map(({ headline }) => headline), months: answer.facets?.month?.map(({ key }) => key) ?? [] }
}

const works: Record<string, (id: string) => Promise<unknown>> = {
  'unknown story': () => ArticlesService.getArticle({ idOrSlug: 'nobody-wrote-this' }),
  'no key': () => EditorialArticlesService.createArticle({ requestBody: { headline: 'Not mine' } }),
  'too many': () => ArticlesService.listArticles({ first: 1000 }),
  'old version': (id) => EditorialArticlesService.reviseArticle({ id, requestBody: { kicker: 'Late' }, ifMatch: '"7"' }),
}

export async function refused(work: string, id: string) {
  try {
    await works[work]?.(id)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const { code, errors = [] } = error.body as Problem
    return { status: error.status, code, paths: errors.map(({ path }) => path) }
  }
  throw new Error('it was not refused')
}
`
