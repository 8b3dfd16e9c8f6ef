/** What a field costs where the rule of `cost.ts` would guess wrong. */
export interface FieldWeight {
  /** Points of one call, besides what is selected inside; when missing `objectWeight`, `leafWeight` or `mutationWeight`. */
  weight?: number
  /** Items to expect in a plain list, or without `first`; `listSize` or the default of pages when missing. */
  size?: number
  /** How many times `first` there are, where it counts for each side of a place; 1 when missing. */
  sides?: number
}

/** Points of an object: of each item of a list, and of a field that leads to one. */
export const objectWeight = 1
/** Points of objects that are more than a few columns: a story comes with its section, media and source. */
export const typeWeights: Readonly<Record<string, number>> = { Article: 3, ArticleDraft: 5 }
/** Points of a scalar or an enum, lists of them included. */
export const leafWeight = 0.1
/** Points of a mutation: a transaction and an entry of the journal. */
export const mutationWeight = 10
/** Introspection reads memory only, so that it counts a tenth. */
export const introspectionShare = 0.1
/** Items of a plain list that is not named below. */
export const listSize = 10

/**
 * Fields by `Type.field`. Sizes are those of long stories, not the largest possible; weights are for what reads or makes much: a
 * text of 30 kB, a comparison of two revisions, a count. 10,000 points take about 50 ms on one core.
 */
export const fieldWeights: Readonly<Record<string, FieldWeight>> = {
  'Article.body': { weight: 40 },
  'Article.bodyHtml': { weight: 40 },
  'Article.bodyText': { weight: 40 },
  'Article.blocks': { weight: 30, size: 40 },
  'Article.jsonLd': { weight: 30 },
  'Article.bylines': { size: 3 },
  'Article.corrections': { size: 2 },
  'Article.related': { weight: 5, size: 5 },
  'RelatedStory.grounds': { size: 3 },
  'Article.shareLinks': { size: 6 },
  'Article.translations': { size: 3 },
  'Media.renditions': { size: 8 },
  'MediaRecord.renditions': { size: 8 },
  'TextBlock.spans': { size: 4 },
  'TextBlock.links': { size: 2 },
  'GalleryBlock.images': { size: 5 },
  'RelatedLinksBlock.items': { size: 4 },
  'SearchConnection.facets': { weight: 100 },
  'SearchEdge.highlight': { weight: 5 },
  'Storyline.timeline': { weight: 5 },
  'LiveBlog.latest': { weight: 5 },
  'LiveBlog.keyEvents': { weight: 5 },
  'LiveBlog.pinned': { weight: 5 },
  'LiveBlog.around': { weight: 10, sides: 2 },
  'LiveBlog.since': { weight: 5 },
  'Post.body': { weight: 2 },
  'Post.bodyHtml': { weight: 2 },
  'Post.bodyText': { weight: 2 },
  'Post.bylines': { size: 2 },
  'Front.slots': { weight: 5, size: 20 },
  'Tag.articles': { weight: 5 },
  'Author.articles': { weight: 5 },
  'Author.links': { size: 4 },
  'ArticleDraft.content': { weight: 30 },
  'ArticleDraft.diff': { weight: 100 },
  'ArticleDraft.revisions': { weight: 5 },
  'ArticleDraft.schedules': { size: 3 },
  'ArticleDraft.previews': { size: 3 },
  'ArticleDraft.views': { weight: 5 },
  'ArticleViews.windows': { size: 4 },
  'Query.search': { weight: 50 },
  'Query.mostPopular': { weight: 20, size: 10 },
  'Query.trending': { weight: 20, size: 10 },
  'Query.preview': { weight: 20 },
  'Query.audit': { weight: 20 },
  'Webhook.deliveries': { weight: 5 },
  'Mutation.bulkArticles': { weight: 1_000 },
  'Mutation.fetchMedia': { weight: 500 },
  'Mutation.uploadMedia': { weight: 500 },
  'Mutation.mergeAuthors': { weight: 100 },
  'Mutation.mergeMedia': { weight: 100 },
  'Mutation.mergeTags': { weight: 100 },
  'Mutation.recordView': { weight: 1 },
  'Mutation.redeliverRange': { weight: 100 },
  'Mutation.signIn': { weight: 500 },
  '__Type.ofType': { weight: 0 },
  '__Type.fields': { size: 8 },
  '__Type.inputFields': { size: 2 },
  '__Type.enumValues': { size: 2 },
  '__Type.interfaces': { size: 1 },
  '__Type.possibleTypes': { size: 1 },
  '__Field.args': { size: 1 },
  '__Directive.args': { size: 1 },
}

/** Points of a filter on a page, above its weight: what meets it may be far apart, and is looked for as far as it takes. */
export const filterWeight = 100

/** Points of a count, in whichever list: it reads every row. */
export const totalCountWeight = 50
