// Writes the resolver types of schema.graphql; with --check, ends with 1 when the committed file is out of date.
import { readFileSync, writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as resolvers from '@graphql-codegen/typescript-resolvers'
import { parse } from 'graphql'

/** What resolvers of a type get as their parent: 'file from src/graphql#Type'. Types that are not named get their own shape. */
const mappers: Record<string, string> = {
  Article: '../articles/published.ts#WholeNode',
  ArticleDraft: '../articles/article-draft.ts#ArticleDraft as DraftView',
  Revision: '../revisions/revision.ts#Revision as RevisionView',
  ArticleContent: '../articles/article.ts#ArticleContent as ContentView',
  Author: '../authors/author.ts#PublicAuthor',
  AuthorRecord: '../authors/author.ts#AuthorRecord as AuthorRecordView',
  MediaRecord: '../media/media.ts#MediaRecord as MediaRecordView',
  TagRecord: '../tags/tag.ts#TagRecord as TagRecordView',
  Uses: '../uses/use.ts#Uses as UsesView',
  Block: '../articles/body/public-types.ts#PublicBlock',
  ChangeConnection: '../changes/change.ts#ChangePage',
  Import: '../imports/import.ts#Import as ImportView',
  IngestSource: '../ingest/source.ts#IngestSource as IngestSourceView',
  LiveBlog: '../posts/live-blog.ts#LiveBlogNode',
  Post: '../posts/live-blog.ts#Post as PostView',
  PostContent: '../posts/post.ts#PostContent as PostContentView',
  PostRecord: '../posts/post.ts#PostRecord as PostRecordView',
  ArticleStoryline: '../storylines/delivery.ts#ArticleStorylineNode',
  Storyline: '../storylines/storyline.ts#StorylineNode',
  Front: '../fronts/delivery.ts#FrontNode',
  FrontRecord: '../fronts/front-record.ts#FrontRecord as FrontRecordView',
  FrontRevision: '../fronts/front-record.ts#FrontRevision as FrontRevisionView',
  FrontSlotRecord: '../fronts/front.ts#SlotContent',
  Media: '../media/media.ts#PublicMedia',
  RelatedStory: '../related/delivery.ts#RelatedNode',
  Resolution: '../articles/resolve.ts#Resolution as ResolutionView',
  SearchConnection: '../search/delivery.ts#SearchPage',
  SearchEdge: '../search/delivery.ts#FoundStory',
  SearchFacets: '../search/question.ts#Answer as SearchAnswerView',
  Tag: '../tags/tag.ts#TagNode',
  Webhook: '../webhooks/webhook.ts#Webhook as WebhookView',
}

const schema = parse(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'))

/** The parent of every connection is a page of what its nodes are made from. */
const pages = schema.definitions
  .flatMap((definition) => (definition.kind === 'ObjectTypeDefinition' ? definition.name.value : []))
  .filter((name) => name.endsWith('Connection'))
  .map((name) => [name, `Page<ResolversParentTypes['${name.replace(/Connection$/, '')}']>`])

const config = {
  useTypeImports: true,
  enumsAsTypes: true,
  scalars: { DateTime: { input: 'string', output: 'Date' }, JSON: 'unknown', Upload: 'string', ID: 'string' },
  contextType: './plugin.ts#GraphqlContext',
  mappers: { ...Object.fromEntries(pages), ...mappers },
  skipTypename: true,
  strictScalars: true,
}

const target = new URL('../src/graphql/generated.ts', import.meta.url)
const generated = await codegen({
  schema,
  documents: [],
  filename: target.pathname,
  config,
  plugins: [{ typescript: {} }, { resolvers: {} }],
  pluginMap: { typescript, resolvers },
})
const heading = `// Written by scripts/generate-types.ts from schema.graphql: do not edit.
import type { Page } from '../core/page.ts'
`
const text = heading + generated

if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/graphql/generated.ts is out of date: run npm run generate')
  process.exitCode = 1
}
