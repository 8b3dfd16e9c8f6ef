// Written by scripts/generate-types.ts from schema.graphql: do not edit.
import type { Page } from '../core/page.ts'
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ChangePage } from '../changes/change.ts';
import type { SearchPage, FoundStory } from '../search/delivery.ts';
import type { WholeNode } from '../articles/published.ts';
import type { ArticleDraft as DraftView } from '../articles/article-draft.ts';
import type { Revision as RevisionView } from '../revisions/revision.ts';
import type { ArticleContent as ContentView } from '../articles/article.ts';
import type { PublicAuthor, AuthorRecord as AuthorRecordView } from '../authors/author.ts';
import type { MediaRecord as MediaRecordView, PublicMedia } from '../media/media.ts';
import type { TagRecord as TagRecordView, TagNode } from '../tags/tag.ts';
import type { Uses as UsesView } from '../uses/use.ts';
import type { PublicBlock } from '../articles/body/public-types.ts';
import type { Import as ImportView } from '../imports/import.ts';
import type { IngestSource as IngestSourceView } from '../ingest/source.ts';
import type { LiveBlogNode, Post as PostView } from '../posts/live-blog.ts';
import type { PostContent as PostContentView, PostRecord as PostRecordView } from '../posts/post.ts';
import type { ArticleStorylineNode } from '../storylines/delivery.ts';
import type { StorylineNode } from '../storylines/storyline.ts';
import type { FrontNode } from '../fronts/delivery.ts';
import type { FrontRecord as FrontRecordView, FrontRevision as FrontRevisionView } from '../fronts/front-record.ts';
import type { SlotContent } from '../fronts/front.ts';
import type { RelatedNode } from '../related/delivery.ts';
import type { Resolution as ResolutionView } from '../articles/resolve.ts';
import type { Answer as SearchAnswerView } from '../search/question.ts';
import type { Webhook as WebhookView } from '../webhooks/webhook.ts';
import type { GraphqlContext } from './plugin.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as an RFC 3339 string in UTC, such as `2026-01-08T09:30:00.000Z`. */
  DateTime: { input: string; output: Date; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A file of the same request, which is a form; null in its variables. */
  Upload: { input: string; output: string; }
};

/** Something with an id that `node` can find. */
export type Node = {
  /** UUIDv7, unique among all nouns. */
  id: Scalars['ID']['output'];
};

/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type Query = {
  /** One live story, by exactly one of id, slug or path. A former slug or path finds it too. Null when there is none. */
  article?: Maybe<Article>;
  /** Live stories, newest first unless `sort` says otherwise. */
  articles: ArticleConnection;
  /** Live stories by their words, best first. `query`: words that a story must have, "a phrase", -unwanted, OR between alternatives. `typeahead`: the last word may be the beginning of one. */
  search: SearchConnection;
  /** The live stories that are read most, best first; 10 when `first` is left out, 100 at most. The filters are those of `articles`. `window` is DAY and `metric` VIEWS when left out. */
  mostPopular: PopularStories;
  /** The live stories that are read more in the last hour than they use to be, best first. */
  trending: PopularStories;
  /** One tag, by exactly one of id or slug. A former slug, or that of a tag merged into it, finds it too. */
  tag?: Maybe<Tag>;
  /** Tags by name. `search` finds a part of the name or of an alias, accents and case aside. */
  tags: TagConnection;
  /** One author, by exactly one of id or slug. */
  author?: Maybe<Author>;
  /** Authors by name. `search` finds a part of the name, accents and case aside. */
  authors: AuthorConnection;
  /** One front, by exactly one of id or slug. Null when readers see no such front. */
  front?: Maybe<Front>;
  /** Fronts that readers can see, by slug. */
  fronts: FrontConnection;
  /** What a path of the site leads to: a story, a tag, an author, or where it moved. Null when it leads nowhere. */
  resolve?: Maybe<Resolution>;
  /** Anything public by its id. */
  node?: Maybe<Node>;
  /** A revision as readers would see it if it were published now, for whoever has the token of a preview. Null for a token that is wrong, expired or revoked. */
  preview?: Maybe<Article>;
  /** What readers could see happen, oldest first: for keeping a mirror. Give `endCursor` as `since`; it is usable for ever, and there on an empty page too. */
  changes: ChangeConnection;
  /** Editorial: one story with its newest content, live or not. */
  articleDraft?: Maybe<ArticleDraft>;
  /** What the engine suggests beside the newest revision of a story, live or not, without what is picked in it; ten when `first` is left out. */
  articleSuggestions: Array<RelatedStory>;
  /** Beside what the story is not suggested. */
  suggestionExclusions: SuggestionExclusions;
  /** Editorial: stories in the order of their last change, newest first. */
  articleDrafts: ArticleDraftConnection;
  /** Editorial: one schedule, and what became of it. */
  schedule?: Maybe<Schedule>;
  /** Editorial: schedules of one story or of all, soonest first; from `from`, before `to`. */
  schedules: ScheduleConnection;
  /** Editorial: one tag, public or not. */
  tagRecord?: Maybe<TagRecord>;
  /** Editorial: tags by name, public or not. */
  tagRecords: TagRecordConnection;
  /** Editorial: one author, public or not. */
  authorRecord?: Maybe<AuthorRecord>;
  /** Editorial: authors by name, public or not. */
  authorRecords: AuthorRecordConnection;
  /** Editorial: one media asset. */
  mediaRecord?: Maybe<MediaRecord>;
  /** Editorial: what is being worked on in one front. */
  frontRecord?: Maybe<FrontRecord>;
  /** Editorial: fronts by slug, live or not. */
  frontRecords: FrontRecordConnection;
  /** Editorial: what readers would see if what is being worked on in a front were published now. */
  frontPreview?: Maybe<Front>;
  /** Editorial, for admins: what happened, newest first. `type` is such as `article.published` or `article.*`; `actor` an id, or a name such as `key:Web desk`; `from` belongs to the range, `to` does not. */
  audit: AuditEntryConnection;
  /** The address of a rendition of a picture in any size up to 4000 pixels: with a height a crop, without one the whole. */
  mediaRendition: Rendition;
  /** Editorial: media assets, newest first. */
  mediaRecords: MediaRecordConnection;
  /** Editorial: one endpoint that events are sent to. */
  webhook?: Maybe<Webhook>;
  /** Editorial: endpoints that events are sent to, newest first. */
  webhooks: WebhookConnection;
  /** Editorial: one import of a file. */
  import?: Maybe<Import>;
  /** Editorial: imports of files, newest first. */
  imports: ImportConnection;
  /** Editorial: one source that is polled for stories. */
  ingestSource?: Maybe<IngestSource>;
  /** Editorial: sources that are polled for stories, by name. */
  ingestSources: IngestSourceConnection;
  /** Editorial: who is asking; null for a key of the house. */
  me?: Maybe<User>;
  /** Editorial: one user; those who are no admins see only themselves. */
  user?: Maybe<User>;
  /** Editorial: users by name; those who are no admins see only themselves. */
  users: UserConnection;
  /** Editorial: sign-ins of a user, newest first; your own when `user` is left out. */
  sessions: SessionConnection;
  /** Editorial: one key, without the key itself. */
  apiKey?: Maybe<ApiKey>;
  /** Editorial: keys, newest first; those who are no admins see only their own. */
  apiKeys: ApiKeyConnection;
  /** One post of a live blog as staff see it. */
  postRecord?: Maybe<PostRecord>;
  /** The posts of a story (`id`) by their displayed time, newest first, drafts among them. */
  postRecords: PostRecordConnection;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryArticleArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
  path?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryArticlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  sort?: InputMaybe<ArticleSort>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QuerySearchArgs = {
  query: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  sort?: InputMaybe<SearchSort>;
  typeahead?: InputMaybe<Scalars['Boolean']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryMostPopularArgs = {
  window?: InputMaybe<PopularWindow>;
  metric?: InputMaybe<PopularMetric>;
  tag?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['String']['input']>;
  author?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryTrendingArgs = {
  tag?: InputMaybe<Scalars['String']['input']>;
  section?: InputMaybe<Scalars['String']['input']>;
  author?: InputMaybe<Scalars['String']['input']>;
  locale?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryTagArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryTagsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<TagType>;
  parent?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryAuthorArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryAuthorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<AuthorKind>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryFrontArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryFrontsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryResolveArgs = {
  path: Scalars['String']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryPreviewArgs = {
  token: Scalars['String']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryChangesArgs = {
  since?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryArticleDraftArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryArticleSuggestionsArgs = {
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  languages?: InputMaybe<RelatedLanguages>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QuerySuggestionExclusionsArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryArticleDraftsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<ArticleStatus>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryScheduleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QuerySchedulesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  article?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<ScheduleStatus>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryTagRecordArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryTagRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<TagType>;
  parent?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryAuthorRecordArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryAuthorRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<AuthorKind>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryMediaRecordArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryFrontRecordArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryFrontRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryFrontPreviewArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryAuditArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<Scalars['String']['input']>;
  actor?: InputMaybe<Scalars['String']['input']>;
  subject?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryMediaRenditionArgs = {
  id: Scalars['ID']['input'];
  width: Scalars['Int']['input'];
  height?: InputMaybe<Scalars['Int']['input']>;
  format?: InputMaybe<RenditionFormat>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryMediaRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<MediaType>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryWebhookArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryWebhooksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryImportArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryImportsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<ImportState>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryIngestSourceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryIngestSourcesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<IngestStatus>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryUsersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<UserStatus>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QuerySessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  user?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryApiKeyArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryApiKeysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  owner?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryPostRecordArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryPostRecordsArgs = {
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<PostStatus>;
};

/** Where a list goes on. */
export type PageInfo = {
  /** Whether there is another page after this one. */
  hasNextPage: Scalars['Boolean']['output'];
  /** The cursor of the last item, for `after`; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** What kind of thing changed. */
export type ChangeKind =
  /** A story. */
  | 'ARTICLE'
  /** A tag. */
  | 'TAG'
  /** An author. */
  | 'AUTHOR'
  /** A media asset. */
  | 'MEDIA'
  /** A front. */
  | 'FRONT';

/** One thing that readers could see happen. */
export type Change = {
  /** Of the event; the webhook of the same event has the same. */
  id: Scalars['ID']['output'];
  /** What happened: noun and verb, such as `article.published`. */
  type: Scalars['String']['output'];
  /** What kind of thing changed. */
  kind: ChangeKind;
  /** What it happened to. */
  subjectId: Scalars['ID']['output'];
  /** Ascending for each subject; with gaps, where readers saw nothing. */
  sequence: Scalars['Int']['output'];
  /** The version of the subject that came of it. */
  version: Scalars['Int']['output'];
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** A tombstone: after this change readers do not find it. */
  isGone: Scalars['Boolean']['output'];
  /** What it is called today; null when readers do not find it now. */
  slug?: Maybe<Scalars['String']['output']>;
  /** Where it stands today; null when readers do not find it now. */
  path?: Maybe<Scalars['String']['output']>;
  /** Of a tombstone of a story, every path that it ever had; otherwise empty. */
  paths: Array<Scalars['String']['output']>;
  /** Of a tombstone of a story, why it is gone, in words for readers; null when nobody said. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What it was merged into. */
  intoId?: Maybe<Scalars['ID']['output']>;
};

/** A page of changes. `endCursor` is never null. */
export type ChangeConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<ChangeEdge>;
  /** The changes of the edges. */
  nodes: Array<Change>;
  /** Whether there is more already, and where the feed goes on. */
  pageInfo: PageInfo;
};

/** A change and its place in the feed. */
export type ChangeEdge = {
  /** For `since`: the feed goes on behind this change. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: Change;
};

/** One entry of the journal: what was done to what, by whom. */
export type AuditEntry = {
  /** Its place in the journal: 1, 2, 3 … without gaps; text, for it may be large. */
  number: Scalars['String']['output'];
  /** What receivers of webhooks know the event by. */
  id: Scalars['ID']['output'];
  /** Noun and verb, such as `article.published`. */
  type: Scalars['String']['output'];
  /** What it happened to. */
  subjectId: Scalars['ID']['output'];
  /** 1, 2, 3 … of this subject. */
  sequence: Scalars['Int']['output'];
  /** The version of the subject after the change. */
  version: Scalars['Int']['output'];
  /** Ids and numbers that belong to the change. */
  data: Scalars['JSON']['output'];
  /** Who did it, by name, such as `key:Web desk`. */
  actor: Scalars['String']['output'];
  /** The user or key; null for the house itself. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** Why, for colleagues. */
  note?: Maybe<Scalars['String']['output']>;
  /** The request in which it was done. */
  requestId?: Maybe<Scalars['String']['output']>;
  /** The address that the request came from. */
  address?: Maybe<Scalars['String']['output']>;
  /** When it was done. */
  occurredAt: Scalars['DateTime']['output'];
  /** SHA-256 over this entry and the hash of the one before, in hex. */
  hash: Scalars['String']['output'];
};

/** A page of the audit. */
export type AuditEntryConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<AuditEntryEdge>;
  /** The entries of the edges. */
  nodes: Array<AuditEntry>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** An entry and its place in the audit. */
export type AuditEntryEdge = {
  /** For `after`: the list goes on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: AuditEntry;
};

/**
 * Which stories to list; a story must meet all that is given. In `tag`, `section`, `author` and `locale` a comma means or, and `-` at the
 * beginning none of these, as over REST: `"kazakhstan,almaty"`, `"-sport"`. At most 20 values of each kind in one filter.
 */
export type ArticleFilter = {
  /** Id or slug of a tag. */
  tag?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug of a section. */
  section?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug of an author. */
  author?: InputMaybe<Scalars['String']['input']>;
  /** Language tag, exactly as the stories have it. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Tags by id or slug; every one of these terms must be met. */
  tags?: InputMaybe<Array<TermFilter>>;
  /** Sections by id or slug; every one of these terms must be met. */
  sections?: InputMaybe<Array<TermFilter>>;
  /** Authors by id or slug; every one of these terms must be met. */
  authors?: InputMaybe<Array<TermFilter>>;
  /** Language tags; every one of these terms must be met. */
  locales?: InputMaybe<Array<TermFilter>>;
  /** At or after this instant by the displayed date. */
  publishedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant by the displayed date. */
  publishedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** First published at or after this instant. */
  firstPublishedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** First published before this instant. */
  firstPublishedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last update that readers are told of at or after this instant. */
  updatedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last update that readers are told of before this instant. */
  updatedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last change at or after this instant. */
  modifiedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Last change before this instant. */
  modifiedTo?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Values combined with or, and, not; what is given must all hold. */
export type TermFilter = {
  /** At least one of these. */
  any?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Every one of these. */
  all?: InputMaybe<Array<Scalars['String']['input']>>;
  /** None of these. */
  none?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The date that a list of stories is sorted by. Among equals the id decides. */
export type ArticleSort =
  /** By the displayed date, newest first. */
  | 'publishedAt'
  /** By the displayed date, oldest first. */
  | 'publishedAtAsc'
  /** By the first publication, newest first. */
  | 'firstPublishedAt'
  /** By the first publication, oldest first. */
  | 'firstPublishedAtAsc'
  /** By the last update that readers are told of, newest first. */
  | 'updatedAt'
  /** By the last update that readers are told of, oldest first. */
  | 'updatedAtAsc'
  /** By the last change, newest first. */
  | 'modifiedAt'
  /** By the last change, oldest first. */
  | 'modifiedAtAsc';

/** How many items a list has. */
export type Count = {
  /** How many there are; 10000 when there are more. */
  count: Scalars['Int']['output'];
  /** False when there are more than 10000. */
  exact: Scalars['Boolean']['output'];
};

/** What the stories that a search found are sorted by. */
export type SearchSort =
  /** By how well a story fits and how new it is. */
  | 'relevance'
  /** By the displayed date, newest first. */
  | 'publishedAt'
  /** By the first publication, newest first. */
  | 'firstPublishedAt'
  /** By the last update that readers are told of, newest first. */
  | 'updatedAt'
  /** By the last change, newest first. */
  | 'modifiedAt';

/** What a search found, a page of it. The best are chosen among the newest 1,000 stories that match. */
export type SearchConnection = {
  /** The stories of the page, each with its cursor. */
  edges: Array<SearchEdge>;
  /** The stories of the edges. */
  nodes: Array<Article>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
  /** How many were found; not exact: at least as many. */
  totalCount: Count;
  /** Counts of the stories found by section, tag, author and month. */
  facets?: Maybe<SearchFacets>;
  /** “Did you mean”: a search that finds more. Null when there is none. */
  suggestion?: Maybe<Scalars['String']['output']>;
  /** Whether nothing was found as it was written, and the stories are those of the suggestion. */
  isCorrected: Scalars['Boolean']['output'];
  /** Words that are too frequent to search by, such as “the”; at most 32. */
  ignored: Array<Scalars['String']['output']>;
};

/** A story that was found. */
export type SearchEdge = {
  /** For `after`: the list goes on behind this story. */
  cursor: Scalars['String']['output'];
  /** The story. */
  node: Article;
  /** How well it fits, beside the other scores of this search; null when sorted by a date. */
  score?: Maybe<Scalars['Float']['output']>;
  /** The words of the search in their place. */
  highlight: Highlight;
};

/** The words of a search in their place, as HTML that is safe to insert, with <mark> around them. */
export type Highlight = {
  /** The headline; null when it has none of them. */
  headline?: Maybe<Scalars['String']['output']>;
  /** What stands around them in the text; null when they are not in its first 8,000 characters. */
  snippet?: Maybe<Scalars['String']['output']>;
};

/** How many of the stories found have which section, tag, author and month: at most 20 values each, the most frequent first, months newest first. */
export type SearchFacets = {
  /** By section. */
  section?: Maybe<Array<FacetValue>>;
  /** By tag. */
  tag?: Maybe<Array<FacetValue>>;
  /** By author. */
  author?: Maybe<Array<FacetValue>>;
  /** By month of the displayed date, in UTC. */
  month?: Maybe<Array<FacetValue>>;
  /** Whether all stories found were counted; false: the newest of them were. */
  exact: Scalars['Boolean']['output'];
};

/** A value and how many of the stories found have it. */
export type FacetValue = {
  /** What to filter by: a slug, or a month such as 2026-01. */
  key: Scalars['String']['output'];
  /** What to show. */
  name: Scalars['String']['output'];
  /** Stories found that have it. */
  count: Scalars['Int']['output'];
};

/** A page of stories. */
export type ArticleConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<ArticleEdge>;
  /** The stories of the edges. */
  nodes: Array<Article>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
  /** How many there are on all pages, counted when you ask. */
  totalCount?: Maybe<Count>;
};

/** A story and its place in the list. */
export type ArticleEdge = {
  /** For `after`: the list goes on behind this story. */
  cursor: Scalars['String']['output'];
  /** The story. */
  node: Article;
};

/** How far back a ranking looks. What was read a quarter of it ago counts half. */
export type PopularWindow =
  /** 60 minutes. */
  | 'HOUR'
  /** 24 hours. */
  | 'DAY'
  /** 7 days. */
  | 'WEEK'
  /** 30 days. */
  | 'MONTH';

/** What stories are ranked by. */
export type PopularMetric =
  /** How often they were read; a reader of a story counts once in half an hour. */
  | 'VIEWS'
  /** Seconds that they had the attention of readers. */
  | 'ATTENTION'
  /** How often they were shared. */
  | 'SHARES';

/** A ranking of live stories. */
export type PopularStories = {
  /** When it was made; null before the first. */
  asOf?: Maybe<Scalars['DateTime']['output']>;
  /** The stories, best first. */
  stories: Array<PopularStory>;
};

/** A story in a ranking. */
export type PopularStory = {
  /** Its place in this list; 1 is first. */
  rank: Scalars['Int']['output'];
  /** Its share of what the first of the list has: 1 for the first, down to 0. */
  score: Scalars['Float']['output'];
  /** The story. */
  article: Article;
};

/** What was counted of a story, for staff. */
export type ArticleViews = {
  /** When it was added up. */
  asOf: Scalars['DateTime']['output'];
  /** Its place among the hundred most read stories of the last day; null when it has none. */
  rank?: Maybe<Scalars['Int']['output']>;
  /** Sums of the last hour, day, week and month. */
  windows: Array<WindowViews>;
};

/** What was counted of a story in one window. */
export type WindowViews = {
  /** The last hour, 24 hours, 7 days or 30 days. */
  window: PopularWindow;
  /** How often it was read. */
  views: Scalars['Int']['output'];
  /** Seconds of attention. */
  attentionSeconds: Scalars['Int']['output'];
  /** How often it was shared. */
  shares: Scalars['Int']['output'];
};

/** A story that readers can see. */
export type Article = Node & {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Its name in URLs; may change, and then the former one redirects. */
  slug: Scalars['String']['output'];
  /** Where it stands on the site, such as `/world/gas-prices-rise`. */
  path: Scalars['String']['output'];
  /** Language tag, such as `en` or `kk`. */
  locale: Scalars['String']['output'];
  /** A word or two above the headline. */
  kicker?: Maybe<Scalars['String']['output']>;
  /** The headline. */
  headline: Scalars['String']['output'];
  /** The opening sentence or two that sum it up. */
  standfirst?: Maybe<Scalars['String']['output']>;
  /** The text as Portable Text: an array of blocks. `blocks` is the same, typed. */
  body: Scalars['JSON']['output'];
  /** The body as HTML, safe to insert; links lead to where the stories are today. */
  bodyHtml: Scalars['String']['output'];
  /** The body as plain text, paragraphs separated by blank lines. */
  bodyText: Scalars['String']['output'];
  /** The body as typed blocks; at most 2,000. */
  blocks: Array<Block>;
  /** Who made it, in order; at most 30. */
  bylines: Array<Byline>;
  /** The part of the newspaper it stands in. */
  section?: Maybe<Tag>;
  /** What it is about, in the editor's order; at most 100. */
  tags: Array<Tag>;
  /** The picture or video above the text. */
  leadMedia?: Maybe<Media>;
  /** A video offered beside the text. */
  recommendedVideo?: Maybe<Media>;
  /** The displayed date. */
  publishedAt: Scalars['DateTime']['output'];
  /** When it first went live; never changes. */
  firstPublishedAt: Scalars['DateTime']['output'];
  /** Moves on a correction or a significant update. */
  updatedAt: Scalars['DateTime']['output'];
  /** Moves on any change of the story as readers see it. */
  modifiedAt: Scalars['DateTime']['output'];
  /** Words in paragraphs, headings, quotes and lists. */
  wordCount: Scalars['Int']['output'];
  /** Minutes to read it at 230 words a minute, rounded up. */
  readingMinutes: Scalars['Int']['output'];
  /** What was wrong and has been put right, newest first; at most 100. */
  corrections: Array<Correction>;
  /** Its coverage and posts, of a live blog; null for other stories. */
  liveBlog?: Maybe<LiveBlog>;
  /** Its place among the hundred most read stories of the last day; null for all others. */
  mostPopularRank?: Maybe<Scalars['Int']['output']>;
  /** What to read next, hand-picked first; at most `first` (1 to 30). Left out, all hand-picked ones, and suggestions until there are six. */
  related: Array<RelatedStory>;
  /** The same story in other languages, by language; at most 100. */
  translations: Array<Translation>;
  /** The running story that it is a part of, by its first tag of type STORYLINE. */
  storyline?: Maybe<ArticleStoryline>;
  /** The live story whose place it took: what it is an update of. */
  replaces?: Maybe<Article>;
  /** The newest live story that took its place. */
  replacedBy?: Maybe<Article>;
  /** Who first published it, when it was not this newsroom. */
  source?: Maybe<Source>;
  /** The URL under which it should be known. */
  canonicalUrl: Scalars['String']['output'];
  /** Ready-made links for sharing, one for each of six networks. */
  shareLinks: Array<ShareLink>;
  /** schema.org NewsArticle, or LiveBlogPosting of a live blog, for a script element of type application/ld+json. */
  jsonLd: Scalars['JSON']['output'];
  /** Number of the revision on show. */
  version: Scalars['Int']['output'];
};


/** A story that readers can see. */
export type ArticleRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  mode?: InputMaybe<RelatedMode>;
  languages?: InputMaybe<RelatedLanguages>;
  kinds?: InputMaybe<Array<RelatedKind>>;
};

/** What a story has that is a live blog. A page has `first` posts: 1 to 100, 20 when left out; `after` takes `older` of a window of the same list, `before` its `newer`. */
export type LiveBlog = {
  /** When coverage begins. */
  startsAt: Scalars['DateTime']['output'];
  /** When coverage ended or is to end; null while nobody knows. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many live posts it has. */
  totalPosts: Scalars['Int']['output'];
  /** The posts, newest first. */
  latest: PostWindow;
  /** Those by which a reader gets the story, newest first. */
  keyEvents: PostWindow;
  /** Those that are to stand above the others, newest first. */
  pinned: PostWindow;
  /** A post with up to `first` newer and `first` older ones; null when it is not live here. */
  around?: Maybe<PostWindow>;
  /** The posts right after a post or an instant, exactly one of the two; null when the post is not live here. */
  since?: Maybe<PostWindow>;
};


/** What a story has that is a live blog. A page has `first` posts: 1 to 100, 20 when left out; `after` takes `older` of a window of the same list, `before` its `newer`. */
export type LiveBlogLatestArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What a story has that is a live blog. A page has `first` posts: 1 to 100, 20 when left out; `after` takes `older` of a window of the same list, `before` its `newer`. */
export type LiveBlogKeyEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What a story has that is a live blog. A page has `first` posts: 1 to 100, 20 when left out; `after` takes `older` of a window of the same list, `before` its `newer`. */
export type LiveBlogPinnedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What a story has that is a live blog. A page has `first` posts: 1 to 100, 20 when left out; `after` takes `older` of a window of the same list, `before` its `newer`. */
export type LiveBlogAroundArgs = {
  post: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** What a story has that is a live blog. A page has `first` posts: 1 to 100, 20 when left out; `after` takes `older` of a window of the same list, `before` its `newer`. */
export type LiveBlogSinceArgs = {
  post?: InputMaybe<Scalars['ID']['input']>;
  since?: InputMaybe<Scalars['DateTime']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Some posts in a row, newest first, and where the row goes on. */
export type PostWindow = {
  /** The posts. */
  posts: Array<Post>;
  /** Cursor of the last one, for `after`; null when none is older. */
  older?: Maybe<Scalars['String']['output']>;
  /** Cursor of the first one, for `before`; null when none was newer. */
  newer?: Maybe<Scalars['String']['output']>;
  /** How many live posts the live blog has in all. */
  totalPosts: Scalars['Int']['output'];
};

/** A post of a live blog. */
export type Post = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** The displayed time, by which posts are ordered. */
  at: Scalars['DateTime']['output'];
  /** Its headline, when it has one. */
  title?: Maybe<Scalars['String']['output']>;
  /** The text as Portable Text: an array of blocks. */
  body: Scalars['JSON']['output'];
  /** The body as HTML, safe to insert; links lead to where the stories are today. */
  bodyHtml: Scalars['String']['output'];
  /** The body as plain text, paragraphs separated by blank lines. */
  bodyText: Scalars['String']['output'];
  /** Whether it is one of the events by which a reader gets the story. */
  isKeyEvent: Scalars['Boolean']['output'];
  /** Whether it is to stand above the others. */
  isPinned: Scalars['Boolean']['output'];
  /** Who made it, in order. */
  bylines: Array<Byline>;
  /** When it first went live. */
  publishedAt: Scalars['DateTime']['output'];
  /** Moves on any change of it. */
  modifiedAt: Scalars['DateTime']['output'];
  /** Number of the revision on show. */
  version: Scalars['Int']['output'];
  /** The address of the story with the post as its fragment. */
  url: Scalars['String']['output'];
};

/** One name over a story. */
export type Byline = {
  /** What they did, such as `Reporting` or `Wire`. */
  role: Scalars['String']['output'];
  /** 1 is first. */
  position: Scalars['Int']['output'];
  /** The name as printed. */
  displayName: Scalars['String']['output'];
  /** Whose name it is. */
  author: Author;
};

/** What readers are told. */
export type CorrectionType =
  /** Something was wrong. */
  | 'CORRECTION'
  /** It was right, and could be misread. */
  | 'CLARIFICATION'
  /** What was right then has changed. */
  | 'UPDATE'
  /** The newsroom no longer stands by it. */
  | 'RETRACTION';

/** A correction that readers are told of. */
export type Correction = {
  /** What kind of correction it is. */
  type: CorrectionType;
  /** What was wrong and what is right, for readers. */
  text: Scalars['String']['output'];
  /** When it was put right. */
  at: Scalars['DateTime']['output'];
};

/** The same story in another language. */
export type Translation = {
  /** Language tag of this version. */
  locale: Scalars['String']['output'];
  /** Its name in URLs. */
  slug: Scalars['String']['output'];
  /** Where it stands on the site. */
  path: Scalars['String']['output'];
  /** The headline in that language. */
  headline: Scalars['String']['output'];
};

/** The running story that a story is a part of. */
export type ArticleStoryline = {
  /** The tag that names it. */
  tag: Tag;
  /** Its newest live story; null when this is it. */
  newest?: Maybe<Article>;
};

/** Where a story came from. */
export type Source = {
  /** Who published it first. */
  name: Scalars['String']['output'];
  /** Where it stands there. */
  url?: Maybe<Scalars['String']['output']>;
  /** Its identifier there. */
  externalId?: Maybe<Scalars['String']['output']>;
};

/** A link that shares a story. */
export type ShareLink = {
  /** x, facebook, whatsapp, telegram, linkedin or email. */
  network: Scalars['String']['output'];
  /** Opens the network’s own dialogue; no script, no counting. */
  url: Scalars['String']['output'];
};

/** How a story came onto a list of related ones. */
export type RelatedKind =
  /** Picked by an editor. */
  | 'CURATED'
  /** Found by the engine. */
  | 'SUGGESTED';

/** Beside what a story is not suggested. */
export type SuggestionExclusions = {
  /** Whether the story is suggested nowhere. */
  isExcluded: Scalars['Boolean']['output'];
  /** Stories that are not suggested beside this one, nor it beside them. */
  besideIds: Array<Scalars['ID']['output']>;
};

/** Which suggestions come first. */
export type RelatedMode =
  /** The best matches of any age. */
  | 'BACKGROUND'
  /** What is new before what matches better. */
  | 'LATEST'
  /** Matches, those of the same days first. */
  | 'BOTH';

/** Of which languages suggestions are. */
export type RelatedLanguages =
  /** That of the story. */
  | 'SAME'
  /** Any: stories in others are found by the names and tags that both have. */
  | 'ANY';

/** Something to read next. */
export type RelatedStory = {
  /** Picked by an editor, or found by the engine. */
  kind: RelatedKind;
  /** 1 is first. */
  position: Scalars['Int']['output'];
  /** The editor's headline, or the story's own. */
  headline: Scalars['String']['output'];
  /** Where it leads: the story's canonical URL, or a page elsewhere. */
  url: Scalars['String']['output'];
  /** The story; null for a page elsewhere. */
  article?: Maybe<Article>;
  /** 0 to 1 for a suggestion; null when picked by hand. */
  score?: Maybe<Scalars['Float']['output']>;
  /** Why it was suggested, in words for readers, in English, strongest first. */
  reasons: Array<Scalars['String']['output']>;
  /** The same as data, one for each of `reasons`, for front ends that say it in a language of their own. */
  grounds: Array<RelatedGround>;
};

/** Why a story was suggested, as data. */
export type RelatedGround = {
  /** What the values are. */
  kind: RelatedGroundKind;
  /** Names or words as the stories write them, strongest first; none for `SAME_DAYS`. */
  values: Array<Scalars['String']['output']>;
};

/** What a ground speaks of. */
export type RelatedGroundKind =
  /** Both are parts of this running story. */
  | 'STORYLINE'
  /** Both speak of these people, places, organisations or topics. */
  | 'ABOUT'
  /** Both have these rare words. */
  | 'WORDS'
  /** Published within three days of each other. */
  | 'SAME_DAYS';

/** A part of a body. */
export type Block = TextBlock | ImageBlock | GalleryBlock | VideoBlock | EmbedBlock | PullquoteBlock | RelatedLinksBlock | TableBlock | KeyPointsBlock | DividerBlock;

/** A paragraph, crosshead, quotation or list item. */
export type TextBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** normal, h2, h3, h4 or blockquote. */
  style: Scalars['String']['output'];
  /** bullet or number, for an item of a list. */
  listItem?: Maybe<Scalars['String']['output']>;
  /** Depth of a list item, from 1. */
  level?: Maybe<Scalars['Int']['output']>;
  /** The text without marks. */
  text: Scalars['String']['output'];
  /** The text in runs of equal marks. */
  spans: Array<Span>;
  /** The links that spans name in their marks. */
  links: Array<LinkMark>;
};

/** A run of text with the same marks. */
export type Span = {
  /** The words. */
  text: Scalars['String']['output'];
  /** strong, em, underline, strike-through, code, sub, sup, or the key of a link. */
  marks: Array<Scalars['String']['output']>;
};

/** A link inside a text block: to a URL, or to another live story. */
export type LinkMark = {
  /** What a span names in its marks. */
  key: Scalars['String']['output'];
  /** Where it leads. */
  href: Scalars['String']['output'];
  /** Shown when a reader points at the link. */
  title?: Maybe<Scalars['String']['output']>;
  /** Id of the story it leads to, when it is one of ours. */
  articleId?: Maybe<Scalars['ID']['output']>;
};

/** A picture in the text. */
export type ImageBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** The picture. */
  media: Media;
};

/** Pictures that belong together. */
export type GalleryBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** The heading over the pictures. */
  title?: Maybe<Scalars['String']['output']>;
  /** The pictures, in order. */
  images: Array<Media>;
};

/** A video in the text. */
export type VideoBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** The video. */
  media: Media;
};

/** Something shown from another site, named by provider and URL; never foreign script. */
export type EmbedBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** Whose it is, such as `youtube`. */
  provider: Scalars['String']['output'];
  /** The page that shows it. */
  url: Scalars['String']['output'];
  /** What it is called there. */
  title?: Maybe<Scalars['String']['output']>;
  /** The words under it. */
  caption?: Maybe<Scalars['String']['output']>;
};

/** A sentence lifted out of the text. */
export type PullquoteBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** The sentence. */
  text: Scalars['String']['output'];
  /** Who said it. */
  attribution?: Maybe<Scalars['String']['output']>;
};

/** Links to read next to the text. */
export type RelatedLinksBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** The heading over the links. */
  title?: Maybe<Scalars['String']['output']>;
  /** The links, in order. */
  items: Array<RelatedLink>;
};

/** One link to a live story or a page elsewhere. */
export type RelatedLink = {
  /** The words of the link. */
  headline: Scalars['String']['output'];
  /** Where it leads. */
  url: Scalars['String']['output'];
  /** Id of the story, when it is one of ours. */
  articleId?: Maybe<Scalars['ID']['output']>;
};

/** A table of plain text. */
export type TableBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** What the table shows. */
  caption?: Maybe<Scalars['String']['output']>;
  /** How many of the first rows are headings. */
  headerRows: Scalars['Int']['output'];
  /** The cells, row by row. */
  rows: Array<Array<Scalars['String']['output']>>;
};

/** The story in a few points. */
export type KeyPointsBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
  /** The heading over the points. */
  title?: Maybe<Scalars['String']['output']>;
  /** The points, in order. */
  points: Array<Scalars['String']['output']>;
};

/** A line between parts. */
export type DividerBlock = {
  /** The `_key` of the block: unique within the body. */
  key: Scalars['String']['output'];
};

/** What kind of thing a tag names. */
export type TagType =
  | 'PERSON'
  | 'ORGANISATION'
  | 'PLACE'
  | 'EVENT'
  | 'TOPIC'
  | 'SECTION'
  | 'SERIES'
  | 'STORYLINE';

/** A page of tags. */
export type TagConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<TagEdge>;
  /** The tags of the edges. */
  nodes: Array<Tag>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
  /** How many there are on all pages, counted when you ask. */
  totalCount?: Maybe<Count>;
};

/** A tag and its place in the list. */
export type TagEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The tag. */
  node: Tag;
};

/** What stories are about, or where they stand. */
export type Tag = Node & {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Its name in URLs; may change, and then the former one redirects. */
  slug: Scalars['String']['output'];
  /** The name as readers see it. */
  name: Scalars['String']['output'];
  /** What kind of thing it names. */
  type: TagType;
  /** A sentence or two for the page of the tag. */
  description?: Maybe<Scalars['String']['output']>;
  /** The wider tag, such as the country of a city. */
  parent?: Maybe<Tag>;
  /** The narrower tags, by name; at most 100. */
  children: Array<Tag>;
  /** Other names for it; at most 100 and those of merged tags. */
  aliases: Array<Scalars['String']['output']>;
  /** Identifiers elsewhere, by scheme, such as `{"wikidata": "Q232"}`. */
  externalIds: Scalars['JSON']['output'];
  /** Of a tag of type STORYLINE, how the running story stands; null for other types. */
  storyline?: Maybe<Storyline>;
  /** Live stories with this tag (of a section: in it), newest first unless `sort` says otherwise. */
  articles: ArticleConnection;
};


/** What stories are about, or where they stand. */
export type TagArticlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  sort?: InputMaybe<ArticleSort>;
};

/** How far a running story has come. */
export type StorylineStatus =
  /** More is to come. */
  | 'DEVELOPING'
  /** Nothing new is expected soon. */
  | 'DORMANT'
  /** It is over. */
  | 'CONCLUDED';

/** A running story, whose parts are the live stories with its tag. */
export type Storyline = {
  /** How far it has come. */
  status: StorylineStatus;
  /** What has happened so far. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The story to begin with: the editors' choice while it is live and has the tag, else the newest. Null when no story is live. */
  lead?: Maybe<Article>;
  /** Its live stories by their displayed date, oldest first; the other way round with `newestFirst`. */
  timeline: ArticleConnection;
};


/** A running story, whose parts are the live stories with its tag. */
export type StorylineTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  newestFirst?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of the site that editors put together: never a hole, and only live stories. */
export type Front = Node & {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Its name in addresses. */
  slug: Scalars['String']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Language tag, when it has one. */
  locale?: Maybe<Scalars['String']['output']>;
  /** Number of the revision on show. */
  version: Scalars['Int']['output'];
  /** When that was published. */
  publishedAt: Scalars['DateTime']['output'];
  /** Its stories in order; 100 at most. */
  slots: Array<FrontSlot>;
};

/** A place of a front with its story. */
export type FrontSlot = {
  /** 1 is first; without gaps. */
  position: Scalars['Int']['output'];
  /** The story. */
  article: Article;
  /** For this place: the editor's own, or that of the story. */
  headline: Scalars['String']['output'];
  /** For this place: the editor's own, or that of the story. */
  kicker?: Maybe<Scalars['String']['output']>;
  /** For this place: the editor's own, or the lead picture of the story. */
  image?: Maybe<Media>;
  /** Whether it keeps its number while others move. */
  isSticky: Scalars['Boolean']['output'];
  /** Whether the query of the front filled it, not an editor. */
  isBackfill: Scalars['Boolean']['output'];
};

/** A page of fronts. */
export type FrontConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<FrontEdge>;
  /** The fronts of the edges. */
  nodes: Array<Front>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A front and its place in the list. */
export type FrontEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The front. */
  node: Front;
};

/** A person, or an organisation such as a wire agency. */
export type AuthorKind =
  | 'PERSON'
  | 'ORGANISATION';

/** A page of authors. */
export type AuthorConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<AuthorEdge>;
  /** The authors of the edges. */
  nodes: Array<Author>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
  /** How many there are on all pages, counted when you ask. */
  totalCount?: Maybe<Count>;
};

/** An author and their place in the list. */
export type AuthorEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The author. */
  node: Author;
};

/** Who bylines name. */
export type Author = Node & {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Their name in URLs; may change, and then the former one redirects. */
  slug: Scalars['String']['output'];
  /** The name as readers see it. */
  name: Scalars['String']['output'];
  /** A person or an organisation. */
  kind: AuthorKind;
  /** A few sentences about them. */
  bio?: Maybe<Scalars['String']['output']>;
  /** Their picture or logo. */
  avatar?: Maybe<Media>;
  /** What they do, such as `Diplomatic correspondent`. */
  jobTitle?: Maybe<Scalars['String']['output']>;
  /** Only when the author wants it public. */
  email?: Maybe<Scalars['String']['output']>;
  /** Pages about them elsewhere; at most 20. */
  links: Array<ProfileLink>;
  /** Live stories with their byline, newest first unless `sort` says otherwise. */
  articles: ArticleConnection;
};


/** Who bylines name. */
export type AuthorArticlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  sort?: InputMaybe<ArticleSort>;
};

/** A page about an author elsewhere. */
export type ProfileLink = {
  /** What to call the page. */
  label: Scalars['String']['output'];
  /** An http or https URL. */
  url: Scalars['String']['output'];
};

/** What kind of file a media asset is. */
export type MediaType =
  | 'IMAGE'
  | 'VIDEO'
  | 'AUDIO'
  | 'FILE';

/** A picture, video, sound or file, with the words for the place where it stands. */
export type Media = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** What kind of file it is. */
  type: MediaType;
  /** Where the file is. */
  url: Scalars['String']['output'];
  /** Media type of the file, such as `image/jpeg`. */
  mimeType?: Maybe<Scalars['String']['output']>;
  /** Pixels. */
  width?: Maybe<Scalars['Int']['output']>;
  /** Pixels. */
  height?: Maybe<Scalars['Int']['output']>;
  /** How long a video or a sound plays. */
  durationSeconds?: Maybe<Scalars['Float']['output']>;
  /** What it shows, for those who cannot see it. */
  alt?: Maybe<Scalars['String']['output']>;
  /** The words under it. */
  caption?: Maybe<Scalars['String']['output']>;
  /** Who made it and who holds the rights, as printed. */
  credit?: Maybe<Scalars['String']['output']>;
  /** The point that a crop keeps. */
  focalPoint?: Maybe<FocalPoint>;
  /** Sizes and shapes of a picture that is kept here; none of any other. */
  renditions: Array<Rendition>;
  /** The whole picture in several widths, for `srcset` of an `img`. */
  srcset?: Maybe<Scalars['String']['output']>;
  /** A few pixels as a data URI, to be shown until the picture is there. */
  placeholder?: Maybe<Scalars['String']['output']>;
  /** The same as a ThumbHash, in base64. */
  thumbhash?: Maybe<Scalars['String']['output']>;
  /** The colour that there is most of, such as `#3a5f0b`. */
  dominantColor?: Maybe<Scalars['String']['output']>;
};

/** A picture in one size, made from its file. */
export type Rendition = {
  /** Which preset it is, such as `card`; of a free size that size. */
  name: Scalars['String']['output'];
  /** Never another picture: a change of the asset makes another address. */
  url: Scalars['String']['output'];
  /** Pixels. */
  width: Scalars['Int']['output'];
  /** Pixels. */
  height: Scalars['Int']['output'];
  /** What it is written in. */
  format: RenditionFormat;
};

/** What a rendition is written in. */
export type RenditionFormat =
  /** AVIF, WebP or JPEG, whichever the client takes; `.webp` behind the address asks for one. */
  | 'AUTO'
  /** AVIF. */
  | 'AVIF'
  /** WebP. */
  | 'WEBP'
  /** JPEG. */
  | 'JPEG'
  /** PNG. */
  | 'PNG';

/** A point in a picture as fractions of its width and height, from the top left. */
export type FocalPoint = {
  /** From the left edge, 0 to 1. */
  x: Scalars['Float']['output'];
  /** From the top edge, 0 to 1. */
  y: Scalars['Float']['output'];
};

/** What a path leads to. */
export type ResolutionKind =
  | 'ARTICLE'
  | 'TAG'
  | 'AUTHOR'
  /** It moved: send the reader to `location` with status 301. */
  | 'REDIRECT'
  /** It was withdrawn or killed: answer 410. */
  | 'GONE';

/** What a path of the site leads to. */
export type Resolution = {
  /** What stands there, or where it went. */
  kind: ResolutionKind;
  /** The HTTP status that the site should answer with: 200, 301 or 410. */
  status: Scalars['Int']['output'];
  /** The path to redirect to. */
  location?: Maybe<Scalars['String']['output']>;
  /** Why it is gone, when the newsroom says. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The story that stands there. */
  article?: Maybe<Article>;
  /** The tag that stands there. */
  tag?: Maybe<Tag>;
  /** The author that stands there. */
  author?: Maybe<Author>;
};

/**
 * What is told as it happens, over graphql-transport-ws. Each message has the change and its place in `extensions.change` and
 * `extensions.cursor`; give the cursor as `since` to begin behind it.
 */
export type Subscription = {
  /** A story that goes live or shows another revision, and meets the filter. */
  articlePublished: Article;
  /** One story whenever readers see something happen to it; null when it is taken from them. */
  articleUpdated?: Maybe<Article>;
};


/**
 * What is told as it happens, over graphql-transport-ws. Each message has the change and its place in `extensions.change` and
 * `extensions.cursor`; give the cursor as `since` to begin behind it.
 */
export type SubscriptionArticlePublishedArgs = {
  filter?: InputMaybe<ArticleFilter>;
  since?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What is told as it happens, over graphql-transport-ws. Each message has the change and its place in `extensions.change` and
 * `extensions.cursor`; give the cursor as `since` to begin behind it.
 */
export type SubscriptionArticleUpdatedArgs = {
  id: Scalars['ID']['input'];
  since?: InputMaybe<Scalars['String']['input']>;
};

/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type Mutation = {
  /** A new story, as a draft. */
  createArticle: ArticleDraft;
  /** A new revision of a story. What is left out stays; null empties. Readers see nothing of it until it is published. */
  reviseArticle: ArticleDraft;
  /** Tells that a reader is at a story, with the seconds of attention and the shares since it was last told. True whether there is such a story or not; a reader of a story counts once in half an hour. */
  recordView: Scalars['Boolean']['output'];
  /** Asks for a review of the story. */
  submitArticle: ArticleDraft;
  /** Says that the newest revision (or the one named) may go live. */
  approveArticle: ArticleDraft;
  /** Gives the story back to its authors; the note says what is missing. */
  rejectArticle: ArticleDraft;
  /** Adds stories to those that are picked by hand, behind them, in a new revision. */
  acceptSuggestions: ArticleDraft;
  /** Keeps a story from being suggested: beside another one, and that beside it, or anywhere. What is picked by hand is shown all the same. */
  excludeSuggestion: SuggestionExclusions;
  /** Lets it be suggested again. */
  includeSuggestion: SuggestionExclusions;
  /** Shows the newest revision (or the one named) to readers. `significant` tells them of an update; left out, a change of headline, standfirst or text does. */
  publishArticle: ArticleDraft;
  /** Puts a live story right and tells readers: with `patch` in its live words, with `revision` by showing that one, with neither by words alone. */
  correctArticle: ArticleDraft;
  /** A new revision with the content of an older one. */
  restoreRevision: ArticleDraft;
  /** Says that you are working on a story, for 30 to 900 seconds (120 when left out), or go on with it; hinders nobody from writing. */
  lockArticle: EditLock;
  /** Gives back your lock of a story, or breaks somebody else's. */
  unlockArticle: Scalars['Boolean']['output'];
  /** Takes the story from readers and calls off what is planned; its paths answer 410, with the reason, until it is published again. */
  withdrawArticle: ArticleDraft;
  /** Recalls the story from everywhere: its paths answer 410 with the reason, and it cannot be published until an admin restores it. */
  killArticle: ArticleDraft;
  /** Undoes a recall; readers see nothing of the story until it is published. */
  restoreArticle: ArticleDraft;
  /** Guards the story against publishing, scheduling and previews until an instant; without one, until the embargo is lifted. */
  embargoArticle: ArticleDraft;
  /** Ends an embargo before its time. */
  liftEmbargo: ArticleDraft;
  /** Plans to publish or withdraw a story: `at` an instant, or when clocks of a `zone` show `localTime`. `revision` is pinned: the newest of now when left out. */
  scheduleArticle: Schedule;
  /** Another time or revision for a pending schedule. What is left out stays. `expectedVersion` is that of the schedule. */
  changeSchedule: Schedule;
  /** Calls a pending schedule off. `expectedVersion` is that of the schedule. */
  cancelSchedule: Schedule;
  /** A new tag; readers see it once a live story carries it. */
  createTag: TagRecord;
  /** Changes a tag. What is left out stays; null empties. A new slug redirects from the old one. */
  updateTag: TagRecord;
  /** Moves everything that carries tag `id` to tag `into`; the old slugs redirect. */
  mergeTags: TagRecord;
  /** Removes a tag that nothing uses; gives its id. */
  deleteTag: Scalars['ID']['output'];
  /** A new author; readers see them once a live story has their byline. */
  createAuthor: AuthorRecord;
  /** Changes an author. What is left out stays; null empties. A new slug redirects from the old one. */
  updateAuthor: AuthorRecord;
  /** Moves every byline of author `id` to author `into`; the old slugs redirect. */
  mergeAuthors: AuthorRecord;
  /** Removes an author whom nothing uses; gives the id. */
  deleteAuthor: Scalars['ID']['output'];
  /** Puts asset `into` in the place of asset `id`, in live stories at once. */
  mergeMedia: MediaRecord;
  /** Removes an asset that nothing uses; gives its id. The file itself stays where it is. */
  deleteMedia: Scalars['ID']['output'];
  /** A new front, which readers do not see before it is published. */
  createFront: FrontRecord;
  /** A change of what is being worked on; readers see nothing of it until it is published, but for the slug. */
  updateFront: FrontRecord;
  /** Shows what is being worked on to readers. */
  publishFront: FrontRecord;
  /** Goes back to what readers saw before; what is being worked on stays. */
  undoFront: FrontRecord;
  /** Makes an older revision what is being worked on. */
  restoreFront: FrontRecord;
  /** Removes a front with all its revisions. Gives its id. */
  deleteFront: Scalars['ID']['output'];
  /** A new endpoint, which has every event from now on. The answer alone shows its secret. */
  createWebhook: Webhook;
  /** Changes, disables or enables an endpoint. What is left out stays. */
  updateWebhook: Webhook;
  /** Removes an endpoint and its deliveries; gives its id back. */
  deleteWebhook: Scalars['ID']['output'];
  /** A new secret; the former one signs too for a day, or for `overlapSeconds`. The answer alone shows the new one. */
  rotateWebhookSecret: Webhook;
  /** Sends an event of type `webhook.test`. */
  testWebhook: WebhookDelivery;
  /** Sends a delivery of endpoint `id` again, with the same event id and body. */
  redeliver: WebhookDelivery;
  /** Sends the events of a time again, at most 10,000. `onlyFailed`: without those that arrived or are on their way. */
  redeliverRange: Redelivery;
  /** A new source that is polled for stories, at once and then at its interval. */
  createIngestSource: IngestSource;
  /** Changes, pauses or goes on with a source. */
  updateIngestSource: IngestSource;
  /** Removes a source and gives its id; its stories stay. */
  deleteIngestSource: Scalars['ID']['output'];
  /** Has a source polled at once. */
  pollIngestSource: IngestSource;
  /** Imports a file at an address, which a worker fetches. A file of your own: `POST /v1/editorial/imports` over REST. */
  createImport: Import;
  /** Stops an import after the batch that is being written; what was written stays. */
  stopImport: Import;
  /** Goes on with an import where it was stopped or failed. */
  resumeImport: Import;
  /** A link to a revision for somebody without a key; the newest one of now when `revision` is left out. It lasts a day unless `expiresInSeconds` (60 to 2,592,000) says otherwise. */
  createPreview: PreviewToken;
  /** Makes a link useless at once; gives its id. */
  revokePreview: Scalars['ID']['output'];
  /** One thing to many stories, each in a transaction of its own; one that is refused does not stop the others. */
  bulkArticles: BulkResults;
  /** A new media asset whose file stays elsewhere, under its URL. */
  createMedia: MediaRecord;
  /** Keeps a file that comes with the request and makes an asset of it; gives the asset that has the very same file already, as it is. */
  uploadMedia: MediaRecord;
  /** Fetches a file, keeps it and makes an asset of it; gives the asset that has the very same file already, as it is. */
  fetchMedia: MediaRecord;
  /** Changes a media asset. What is left out stays; null empties. Live stories show the change at once. */
  updateMedia: MediaRecord;
  /** A session for an e-mail address and a password. Needs no key; the token is shown once. */
  signIn: SignIn;
  /** Ends the session that asks. */
  signOut: Session;
  /** Ends a session at once. */
  revokeSession: Session;
  /** Somebody new on the staff. */
  createUser: User;
  /** Changes somebody. What is left out stays. Their own name and password everybody may change, the rest admins. */
  updateUser: User;
  /** Lets somebody in no more: ends their sessions and stops their keys, at once. */
  suspendUser: User;
  /** Lets somebody in again. Their sessions stay ended, their keys work. */
  reinstateUser: User;
  /** A new key, which is shown once. */
  createApiKey: NewApiKey;
  /** A new key with the name, owner and powers of another, which works on for `overlapSeconds` (3600 when left out). */
  rotateApiKey: NewApiKey;
  /** Ends a key at once. */
  revokeApiKey: ApiKey;
  /** A new post of a live blog, as a draft. `id` is that of the story. */
  createPost: PostRecord;
  /** A new revision of a post. What is left out stays; null empties. Readers see nothing of it until it is published. */
  revisePost: PostRecord;
  /** Shows the newest revision of a post (or the one named) to readers, alone: nothing else of its story changes. `significant` moves `updatedAt` of the story; left out, a new post and a change of title or text do. */
  publishPost: PostRecord;
  /** Takes a live post from readers. Publishing it again brings it back. */
  withdrawPost: PostRecord;
  /** Removes a post that was never live. Gives its id. */
  deletePost: Scalars['ID']['output'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateArticleArgs = {
  input: ArticleInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationReviseArticleArgs = {
  id: Scalars['ID']['input'];
  input: ArticlePatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRecordViewArgs = {
  id: Scalars['ID']['input'];
  attentionSeconds?: InputMaybe<Scalars['Int']['input']>;
  shares?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationSubmitArticleArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationApproveArticleArgs = {
  id: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRejectArticleArgs = {
  id: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationAcceptSuggestionsArgs = {
  id: Scalars['ID']['input'];
  articleIds: Array<Scalars['ID']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationExcludeSuggestionArgs = {
  id: Scalars['ID']['input'];
  besideId?: InputMaybe<Scalars['ID']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationIncludeSuggestionArgs = {
  id: Scalars['ID']['input'];
  besideId?: InputMaybe<Scalars['ID']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationPublishArticleArgs = {
  id: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
  significant?: InputMaybe<Scalars['Boolean']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCorrectArticleArgs = {
  id: Scalars['ID']['input'];
  type: CorrectionType;
  text: Scalars['String']['input'];
  patch?: InputMaybe<ArticlePatch>;
  revision?: InputMaybe<Scalars['Int']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRestoreRevisionArgs = {
  id: Scalars['ID']['input'];
  number: Scalars['Int']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationLockArticleArgs = {
  id: Scalars['ID']['input'];
  seconds?: InputMaybe<Scalars['Int']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUnlockArticleArgs = {
  id: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationWithdrawArticleArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationKillArticleArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRestoreArticleArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationEmbargoArticleArgs = {
  id: Scalars['ID']['input'];
  until?: InputMaybe<Scalars['DateTime']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationLiftEmbargoArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationScheduleArticleArgs = {
  id: Scalars['ID']['input'];
  action: ScheduleAction;
  at?: InputMaybe<Scalars['DateTime']['input']>;
  localTime?: InputMaybe<Scalars['String']['input']>;
  zone?: InputMaybe<Scalars['String']['input']>;
  revision?: InputMaybe<Scalars['Int']['input']>;
  significant?: InputMaybe<Scalars['Boolean']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationChangeScheduleArgs = {
  id: Scalars['ID']['input'];
  at?: InputMaybe<Scalars['DateTime']['input']>;
  localTime?: InputMaybe<Scalars['String']['input']>;
  zone?: InputMaybe<Scalars['String']['input']>;
  revision?: InputMaybe<Scalars['Int']['input']>;
  significant?: InputMaybe<Scalars['Boolean']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCancelScheduleArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateTagArgs = {
  input: TagInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUpdateTagArgs = {
  id: Scalars['ID']['input'];
  input: TagPatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationMergeTagsArgs = {
  id: Scalars['ID']['input'];
  into: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationDeleteTagArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateAuthorArgs = {
  input: AuthorInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUpdateAuthorArgs = {
  id: Scalars['ID']['input'];
  input: AuthorPatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationMergeAuthorsArgs = {
  id: Scalars['ID']['input'];
  into: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationDeleteAuthorArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationMergeMediaArgs = {
  id: Scalars['ID']['input'];
  into: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationDeleteMediaArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateFrontArgs = {
  input: FrontInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUpdateFrontArgs = {
  id: Scalars['ID']['input'];
  input: FrontPatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationPublishFrontArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUndoFrontArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRestoreFrontArgs = {
  id: Scalars['ID']['input'];
  number: Scalars['Int']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationDeleteFrontArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateWebhookArgs = {
  input: WebhookInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUpdateWebhookArgs = {
  id: Scalars['ID']['input'];
  input: WebhookPatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationDeleteWebhookArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRotateWebhookSecretArgs = {
  id: Scalars['ID']['input'];
  overlapSeconds?: InputMaybe<Scalars['Int']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationTestWebhookArgs = {
  id: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRedeliverArgs = {
  id: Scalars['ID']['input'];
  deliveryId: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRedeliverRangeArgs = {
  id: Scalars['ID']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  onlyFailed?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateIngestSourceArgs = {
  input: IngestSourceInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUpdateIngestSourceArgs = {
  id: Scalars['ID']['input'];
  input: IngestSourcePatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationDeleteIngestSourceArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationPollIngestSourceArgs = {
  id: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateImportArgs = {
  input: ImportInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationStopImportArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationResumeImportArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreatePreviewArgs = {
  id: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
  expiresInSeconds?: InputMaybe<Scalars['Int']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRevokePreviewArgs = {
  id: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationBulkArticlesArgs = {
  input: BulkInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateMediaArgs = {
  input: MediaInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUploadMediaArgs = {
  file: Scalars['Upload']['input'];
  input?: InputMaybe<FileWords>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationFetchMediaArgs = {
  input: MediaFetch;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUpdateMediaArgs = {
  id: Scalars['ID']['input'];
  input: MediaPatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationSignInArgs = {
  email: Scalars['String']['input'];
  password: Scalars['String']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRevokeSessionArgs = {
  id: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateUserArgs = {
  input: UserInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUpdateUserArgs = {
  id: Scalars['ID']['input'];
  input: UserPatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationSuspendUserArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationReinstateUserArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreateApiKeyArgs = {
  input: ApiKeyInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRotateApiKeyArgs = {
  id: Scalars['ID']['input'];
  overlapSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRevokeApiKeyArgs = {
  id: Scalars['ID']['input'];
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationCreatePostArgs = {
  id: Scalars['ID']['input'];
  input: PostInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationRevisePostArgs = {
  id: Scalars['ID']['input'];
  input: PostPatch;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationPublishPostArgs = {
  id: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
  significant?: InputMaybe<Scalars['Boolean']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationWithdrawPostArgs = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationDeletePostArgs = {
  id: Scalars['ID']['input'];
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Where a story stands. */
export type ArticleStatus =
  /** In work; never live. */
  | 'DRAFT'
  /** Waits for an editor. */
  | 'IN_REVIEW'
  /** An editor agrees; it may go live. */
  | 'APPROVED'
  /** Goes live by itself: see its schedules. */
  | 'SCHEDULED'
  /** Readers see it. */
  | 'LIVE'
  /** Was live, and was taken down. */
  | 'WITHDRAWN'
  /** Recalled for good; only an admin undoes it. */
  | 'KILLED';

/** What a schedule does to a story. */
export type ScheduleAction =
  /** Shows a revision to readers. */
  | 'PUBLISH'
  /** Takes the story from readers. */
  | 'WITHDRAW';

/** What became of a schedule. */
export type ScheduleStatus =
  /** Its time has not come. */
  | 'PENDING'
  /** Done, once. */
  | 'DONE'
  /** Its time came, and the story was refused. */
  | 'FAILED'
  /** Somebody called it off. */
  | 'CANCELLED';

/** A verb that is to happen to a story, or what became of it. */
export type Schedule = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** The story. */
  articleId: Scalars['ID']['output'];
  /** What is to happen. */
  action: ScheduleAction;
  /** For PUBLISH: number of the revision to show. */
  revision?: Maybe<Scalars['Int']['output']>;
  /** When, by the database's clock. */
  at: Scalars['DateTime']['output'];
  /** As it was given, when it was a local time. */
  localTime?: Maybe<Scalars['String']['output']>;
  /** The zone of the local time. */
  zone?: Maybe<Scalars['String']['output']>;
  /** For PUBLISH: whether readers are told of an update; null: when headline, standfirst or text change. */
  significant?: Maybe<Scalars['Boolean']['output']>;
  /** Where it stands. */
  status: ScheduleStatus;
  /** When it happened. */
  firedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it did not. */
  failure?: Maybe<ScheduleFailure>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: Scalars['String']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** What `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
};

/** Why a scheduled verb was refused when its time came. */
export type ScheduleFailure = {
  /** A code of docs/errors.md. */
  code: Scalars['String']['output'];
  /** In words. */
  message: Scalars['String']['output'];
};

/** A page of schedules. */
export type ScheduleConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<ScheduleEdge>;
  /** The schedules of the edges. */
  nodes: Array<Schedule>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A schedule and its place in the list. */
export type ScheduleEdge = {
  /** For `after`: the list goes on behind this schedule. */
  cursor: Scalars['String']['output'];
  /** The schedule. */
  node: Schedule;
};

/** What a story can refer to, besides other stories. */
export type ReferenceNoun =
  | 'AUTHOR'
  | 'TAG'
  | 'MEDIA';

/** Whether somebody may work here. */
export type UserStatus =
  | 'ACTIVE'
  | 'SUSPENDED';

/** Whether events are sent to an endpoint. */
export type WebhookStatus =
  | 'ACTIVE'
  /** By hand, by the receiver's 410, or after three days of failure. */
  | 'DISABLED';

/** What became of an event for an endpoint. */
export type DeliveryStatus =
  /** Waits for its first or next attempt. */
  | 'PENDING'
  /** The receiver took it. */
  | 'DELIVERED'
  /** Given up after three days, or the receiver answered 410. */
  | 'FAILED';

/** A page of stories in work. */
export type ArticleDraftConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<ArticleDraftEdge>;
  /** The stories of the edges. */
  nodes: Array<ArticleDraft>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A story in work and its place in the list. */
export type ArticleDraftEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The story. */
  node: ArticleDraft;
};

/** A story as staff see it: its state and its newest content. */
export type ArticleDraft = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Where it stands. */
  status: ArticleStatus;
  /** Number of the newest revision; what `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
  /** Number of the revision that readers see. */
  liveVersion?: Maybe<Scalars['Int']['output']>;
  /** Number of the revision that was approved. */
  approvedVersion?: Maybe<Scalars['Int']['output']>;
  /** What an editor last said of it. */
  review?: Maybe<Review>;
  /** The guard against publishing it, while there is one. */
  embargo?: Maybe<Embargo>;
  /** When and why it was recalled. */
  kill?: Maybe<Kill>;
  /** Why it was withdrawn; readers see it too. */
  withdrawReason?: Maybe<Scalars['String']['output']>;
  /** Who says to be working on it. */
  lock?: Maybe<EditLock>;
  /** When it first went live; null when it has not. */
  firstPublishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: Scalars['String']['output'];
  /** The user or key whose story it is. */
  ownerId?: Maybe<Scalars['ID']['output']>;
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** Its newest content, live or not. */
  content: ArticleContent;
  /** Revisions, newest first. `autosaves: false` leaves autosaves out, `true` everything else. */
  revisions: RevisionConnection;
  /** One revision by number; null also for an autosave that a later one took the place of. */
  revision?: Maybe<Revision>;
  /** What it says differently in revision `to` (the newest when left out) than in `from` (the live one when left out, or else the one before `to`); null when there is no such revision. */
  diff?: Maybe<ArticleDiff>;
  /** Its pending schedules, soonest first. */
  schedules: Array<Schedule>;
  /** The story as readers see it now; null when it is not live. */
  live?: Maybe<Article>;
  /** How much it is read. */
  views: ArticleViews;
  /** Links to its revisions that are still good, newest first, at most 100; null when the caller may not see them. */
  previews?: Maybe<Array<Preview>>;
};


/** A story as staff see it: its state and its newest content. */
export type ArticleDraftRevisionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  autosaves?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A story as staff see it: its state and its newest content. */
export type ArticleDraftRevisionArgs = {
  number: Scalars['Int']['input'];
};


/** A story as staff see it: its state and its newest content. */
export type ArticleDraftDiffArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  to?: InputMaybe<Scalars['Int']['input']>;
};

/** A link to one revision that is still good, for somebody without a key. */
export type Preview = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** The story. */
  articleId: Scalars['ID']['output'];
  /** Number of the revision that it shows. */
  revision: Scalars['Int']['output'];
  /** For whom it is; for colleagues. */
  note?: Maybe<Scalars['String']['output']>;
  /** Until when it is good. */
  expiresAt: Scalars['DateTime']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: Scalars['String']['output'];
};

/** A link that was just made: the only time that it is shown. */
export type PreviewToken = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** The story. */
  articleId: Scalars['ID']['output'];
  /** Number of the revision that it shows. */
  revision: Scalars['Int']['output'];
  /** For whom it is; for colleagues. */
  note?: Maybe<Scalars['String']['output']>;
  /** Until when it is good. */
  expiresAt: Scalars['DateTime']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: Scalars['String']['output'];
  /** For `preview(token:)`. */
  token: Scalars['String']['output'];
  /** Where the story can be read with it, below the address of this service. */
  url: Scalars['String']['output'];
};

/** What can use a tag, an author or an asset. */
export type UseKind =
  | 'ARTICLE'
  | 'AUTHOR'
  | 'TAG'
  | 'MEDIA'
  | 'FRONT';

/** Where a thing is used. */
export type UsePlace =
  /** In the newest revision of a story, or in what is being worked on in a front. */
  | 'HEAD'
  /** In what readers see of a story or a front. */
  | 'LIVE'
  /** In a revision that waits to go live. */
  | 'SCHEDULED'
  /** In a post of its live blog, live or not. */
  | 'POST'
  /** As the picture of an author. */
  | 'AVATAR'
  /** As the wider tag of a tag. */
  | 'CHILD'
  /** Something was merged into it. */
  | 'MERGED';

/** Something that uses a tag, an author or an asset, and where. */
export type Use = {
  /** What uses it. */
  kind: UseKind;
  /** Id of the user. */
  id: Scalars['ID']['output'];
  /** The newest headline of a story, the name of an author, tag or front, the URL of an asset. */
  name: Scalars['String']['output'];
  /** Where the story stands; null for anything else. */
  status?: Maybe<ArticleStatus>;
  /** Where it is used there. */
  where: Array<UsePlace>;
};

/** All that uses one thing. */
export type Uses = {
  /** How many there are. */
  count: Scalars['Int']['output'];
  /** The newest 100 of them. */
  items: Array<Use>;
};

/** One thing to do to many stories. */
export type BulkInput = {
  /** Ids of 1 to 100 stories, each once. */
  ids: Array<Scalars['ID']['input']>;
  /** What to do: exactly one of its fields. */
  action: BulkAction;
  /** For addTags, removeTags and section: show the change of a live story to readers at once. */
  republish?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why; for colleagues. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What to do to every story: exactly one of these. */
export type BulkAction = {
  /** Tags to add behind those that are there. */
  addTags?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Tags to take away. */
  removeTags?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Id of the SECTION tag in which they are to stand; null: none. */
  section?: InputMaybe<Scalars['ID']['input']>;
  /** Publish or withdraw later. */
  schedule?: InputMaybe<BulkSchedule>;
  /** Show the newest revision to readers. */
  publish?: InputMaybe<BulkPublish>;
  /** Take them from readers. */
  withdraw?: InputMaybe<BulkWithdraw>;
  /** true: ask for a review. */
  submit?: InputMaybe<Scalars['Boolean']['input']>;
};

/** When to do what: an instant, or when clocks of a zone show a local time. */
export type BulkSchedule = {
  /** What is to happen. */
  action: ScheduleAction;
  /** The instant; or else `localTime` and `zone`. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** A local time, without a zone of its own. */
  localTime?: InputMaybe<Scalars['String']['input']>;
  /** Zone of `localTime`. */
  zone?: InputMaybe<Scalars['String']['input']>;
  /** For PUBLISH: tell readers of an update. */
  significant?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How to publish. */
export type BulkPublish = {
  /** Whether readers are told of an update; left out: when the words change. */
  significant?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How to withdraw. */
export type BulkWithdraw = {
  /** Why, for readers. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What became of each story, in the order of the request. */
export type BulkResults = {
  /** One for each id. */
  results: Array<BulkResult>;
};

/** Whether something was done to a story. */
export type BulkStatus =
  /** Done, or there was nothing to do. */
  | 'OK'
  /** Nothing happened to it. */
  | 'REFUSED';

/** What became of one story. */
export type BulkResult = {
  /** The story. */
  id: Scalars['ID']['output'];
  /** Whether it was done. */
  status: BulkStatus;
  /** Number of its newest revision; null when it was refused. */
  version?: Maybe<Scalars['Int']['output']>;
  /** Why it was refused. */
  error?: Maybe<BulkError>;
};

/** Why a story was refused. */
export type BulkError = {
  /** A code of docs/errors.md. */
  code: Scalars['String']['output'];
  /** In words. */
  message: Scalars['String']['output'];
};

/** A guard against publishing: until an instant, or until it is lifted. */
export type Embargo = {
  /** Since when. */
  since: Scalars['DateTime']['output'];
  /** When it ends; null: when it is lifted. */
  until?: Maybe<Scalars['DateTime']['output']>;
  /** Why; for colleagues. */
  note?: Maybe<Scalars['String']['output']>;
};

/** What an editor says of a story that was submitted. */
export type ReviewVerdict =
  /** It may go live. */
  | 'APPROVED'
  /** It went back to its authors. */
  | 'REJECTED';

/** What an editor last said of a story. */
export type Review = {
  /** Whether it may go live. */
  verdict: ReviewVerdict;
  /** Who said so. */
  by: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why, for its authors. */
  note?: Maybe<Scalars['String']['output']>;
};

/** Why a story was recalled. */
export type Kill = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why; readers see it too. */
  reason: Scalars['String']['output'];
};

/** Who says to be working on a story. Advisory: nothing is refused because of it. */
export type EditLock = {
  /** The user or key that holds it. */
  holderId: Scalars['ID']['output'];
  /** Their name. */
  holder: Scalars['String']['output'];
  /** Since when. */
  acquiredAt: Scalars['DateTime']['output'];
  /** When it ends by itself. */
  expiresAt: Scalars['DateTime']['output'];
};

/** Everything editable in a story, as one revision holds it. References are ids. */
export type ArticleContent = {
  /** The headline. */
  headline: Scalars['String']['output'];
  /** Its name in URLs. */
  slug: Scalars['String']['output'];
  /** Language tag, such as `en` or `kk`. */
  locale: Scalars['String']['output'];
  /** A word or two above the headline. */
  kicker?: Maybe<Scalars['String']['output']>;
  /** The opening sentence or two that sum it up. */
  standfirst?: Maybe<Scalars['String']['output']>;
  /** Portable Text. */
  body: Scalars['JSON']['output'];
  /** Who made it, in order. */
  bylines: Array<BylineContent>;
  /** Id of the SECTION tag in which it stands. */
  sectionId?: Maybe<Scalars['ID']['output']>;
  /** Ids of the tags, the most important first. */
  tagIds: Array<Scalars['ID']['output']>;
  /** The picture or video above the text. */
  leadMedia?: Maybe<LeadMediaContent>;
  /** Id of a video offered beside the text. */
  recommendedVideoId?: Maybe<Scalars['ID']['output']>;
  /** Hand-picked stories to read next, in order. */
  related: Array<RelatedContent>;
  /** Id of the story of which this is a translation. */
  translationOf?: Maybe<Scalars['ID']['output']>;
  /** Id of the story whose place this one takes in the news: what it is an update of. */
  replacesId?: Maybe<Scalars['ID']['output']>;
  /** Who first published it, when it was not this newsroom. */
  source?: Maybe<Source>;
  /** The coverage of a live blog; null for other stories. */
  liveBlog?: Maybe<LiveBlogContent>;
  /** Set only when the canonical page is elsewhere. */
  canonicalUrl?: Maybe<Scalars['String']['output']>;
  /** The displayed date, when it is not that of the first publication. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The coverage of a live blog. */
export type LiveBlogContent = {
  /** When coverage begins. */
  startsAt: Scalars['DateTime']['output'];
  /** When coverage ended or is to end; null while nobody knows. */
  endsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A byline by reference. */
export type BylineContent = {
  /** Id of the author. */
  authorId: Scalars['ID']['output'];
  /** What they did, such as `Reporting` or `Wire`. */
  role: Scalars['String']['output'];
  /** The name as printed, when it is not the author’s own. */
  displayName?: Maybe<Scalars['String']['output']>;
};

/** The lead picture by reference, with this story's own words for it. */
export type LeadMediaContent = {
  /** Id of the picture or video. */
  mediaId: Scalars['ID']['output'];
  /** What it shows, instead of the asset’s own words. */
  alt?: Maybe<Scalars['String']['output']>;
  /** The words under it, instead of the asset’s own. */
  caption?: Maybe<Scalars['String']['output']>;
  /** The credit as printed, instead of the asset’s own. */
  credit?: Maybe<Scalars['String']['output']>;
};

/** A hand-picked story: an article or a URL. */
export type RelatedContent = {
  /** Id of the story. */
  articleId?: Maybe<Scalars['ID']['output']>;
  /** A page elsewhere. */
  url?: Maybe<Scalars['String']['output']>;
  /** Shown instead of the story’s own headline. */
  headline?: Maybe<Scalars['String']['output']>;
};

/** A page of revisions. */
export type RevisionConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<RevisionEdge>;
  /** The revisions of the edges. */
  nodes: Array<Revision>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A revision and its place in the list. */
export type RevisionEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The revision. */
  node: Revision;
};

/** One saved state of a story; never changes. */
export type Revision = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Ascending within the story; autosaves that were folded away leave gaps. */
  number: Scalars['Int']['output'];
  /** Why it was made; for colleagues, never shown to readers. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether an editing program saved it of its own accord. */
  isAutosave: Scalars['Boolean']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who saved it. */
  createdBy: Scalars['String']['output'];
  /** The user or key that saved it; null for the service itself. */
  createdById?: Maybe<Scalars['ID']['output']>;
  /** The whole story as it was saved. */
  content: ArticleContent;
};

/** What a story says differently in one revision than in another. */
export type ArticleDiff = {
  /** Number of the revision before. */
  from: Scalars['Int']['output'];
  /** Number of the revision after. */
  to: Scalars['Int']['output'];
  /** Fields that differ, all but the body. */
  fields: Array<FieldChange>;
  /** Blocks of the body that differ, in reading order. */
  blocks: Array<BlockChange>;
};

/** A field of the content that differs; lists and objects whole. */
export type FieldChange = {
  /** Its name in `ArticleContent`. */
  field: Scalars['String']['output'];
  /** Its value before. */
  before?: Maybe<Scalars['JSON']['output']>;
  /** Its value after. */
  after?: Maybe<Scalars['JSON']['output']>;
};

/** A block of the body that differs. Blocks are the same when their `_key` is. */
export type BlockChange = {
  /** What happened to it. */
  change: BlockChangeKind;
  /** Its `_key`. */
  key: Scalars['String']['output'];
  /** Whether it stands in another order among the blocks that were there before. */
  isMoved: Scalars['Boolean']['output'];
  /** Its place before, from 0; null when it was added. */
  fromIndex?: Maybe<Scalars['Int']['output']>;
  /** Its place after, from 0; null when it was removed. */
  toIndex?: Maybe<Scalars['Int']['output']>;
  /** The block before, as Portable Text. */
  before?: Maybe<Scalars['JSON']['output']>;
  /** The block after, as Portable Text. */
  after?: Maybe<Scalars['JSON']['output']>;
  /** Of a changed paragraph, heading or quotation: its words, in order. */
  text?: Maybe<Array<TextPiece>>;
};

/** What happened to a block. */
export type BlockChangeKind =
  /** It was not there before. */
  | 'ADDED'
  /** It is not there any more. */
  | 'REMOVED'
  /** It says something else; whether in another place, `isMoved` says. */
  | 'CHANGED'
  /** It says the same in another place. */
  | 'MOVED';

/** A run of words. SAME and REMOVED pieces together are the text before, SAME and ADDED ones the text after. */
export type TextPiece = {
  /** Whether it is in both texts. */
  op: TextPieceKind;
  /** The words, with their spaces. */
  text: Scalars['String']['output'];
};

/** Where a run of words is. */
export type TextPieceKind =
  /** Before and after. */
  | 'SAME'
  /** After only. */
  | 'ADDED'
  /** Before only. */
  | 'REMOVED';

/** A new story. Only the headline is required; the rest can come later. */
export type ArticleInput = {
  /** The headline. */
  headline: Scalars['String']['input'];
  /** Made from the headline when left out. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The newsroom's default language when left out. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** A word or two above the headline. */
  kicker?: InputMaybe<Scalars['String']['input']>;
  /** The opening sentence or two that sum it up. */
  standfirst?: InputMaybe<Scalars['String']['input']>;
  /** Portable Text: see docs/body.md. */
  body?: InputMaybe<Scalars['JSON']['input']>;
  /** Who made it, in order. */
  bylines?: InputMaybe<Array<BylineInput>>;
  /** Id of the SECTION tag in which it stands. */
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of the tags, the most important first. */
  tagIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The picture or video above the text. */
  leadMedia?: InputMaybe<LeadMediaInput>;
  /** Id of a video offered beside the text. */
  recommendedVideoId?: InputMaybe<Scalars['ID']['input']>;
  /** Hand-picked stories to read next, in order. */
  related?: InputMaybe<Array<RelatedInput>>;
  /** Id of the story of which this is a translation. */
  translationOf?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the story whose place this one takes in the news: what it is an update of. */
  replacesId?: InputMaybe<Scalars['ID']['input']>;
  /** Who first published it, when it was not this newsroom. */
  source?: InputMaybe<SourceInput>;
  /** Makes it a live blog, whose posts stand under its body; null for other stories. */
  liveBlog?: InputMaybe<LiveBlogInput>;
  /** Only when the canonical page is elsewhere. */
  canonicalUrl?: InputMaybe<Scalars['String']['input']>;
  /** The displayed date, when it is not that of the first publication. */
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why, for colleagues. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** The coverage of a live blog. */
export type LiveBlogInput = {
  /** When coverage begins. */
  startsAt: Scalars['DateTime']['input'];
  /** When coverage ended or is to end; left out or null, nobody knows yet. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A change of a story: what is left out stays, null empties. */
export type ArticlePatch = {
  /** The headline. */
  headline?: InputMaybe<Scalars['String']['input']>;
  /** Its name in URLs. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Language tag, such as `en` or `kk`. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** A word or two above the headline. */
  kicker?: InputMaybe<Scalars['String']['input']>;
  /** The opening sentence or two that sum it up. */
  standfirst?: InputMaybe<Scalars['String']['input']>;
  /** Portable Text: an array of blocks. */
  body?: InputMaybe<Scalars['JSON']['input']>;
  /** Who made it, in order; replaces the whole list. */
  bylines?: InputMaybe<Array<BylineInput>>;
  /** Id of the SECTION tag in which it stands. */
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of the tags, the most important first; replaces the whole list. */
  tagIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The picture or video above the text. */
  leadMedia?: InputMaybe<LeadMediaInput>;
  /** Id of a video offered beside the text. */
  recommendedVideoId?: InputMaybe<Scalars['ID']['input']>;
  /** Hand-picked stories to read next, in order; replaces the whole list. */
  related?: InputMaybe<Array<RelatedInput>>;
  /** Id of the story of which this is a translation. */
  translationOf?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the story whose place this one takes in the news: what it is an update of. */
  replacesId?: InputMaybe<Scalars['ID']['input']>;
  /** Who first published it, when it was not this newsroom. */
  source?: InputMaybe<SourceInput>;
  /** Makes it a live blog, whose posts stand under its body; null for other stories. */
  liveBlog?: InputMaybe<LiveBlogInput>;
  /** Only when the canonical page is elsewhere. */
  canonicalUrl?: InputMaybe<Scalars['String']['input']>;
  /** The displayed date, when it is not that of the first publication. */
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why this revision was made; for colleagues, never shown to readers. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Saved by the editing program of its own accord; takes the place of an autosave just before it. */
  autosave?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One name over a story: an author, what they did and, where it differs, the name as printed. */
export type BylineInput = {
  /** Id of the author. */
  authorId: Scalars['ID']['input'];
  /** `Author` when left out. */
  role?: InputMaybe<Scalars['String']['input']>;
  /** The name as printed, when it is not the author’s own. */
  displayName?: InputMaybe<Scalars['String']['input']>;
};

/** The lead picture or video, with this story’s own words for it. */
export type LeadMediaInput = {
  /** Id of the picture or video. */
  mediaId: Scalars['ID']['input'];
  /** What it shows, instead of the asset’s own words. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** The words under it, instead of the asset’s own. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** The credit as printed, instead of the asset’s own. */
  credit?: InputMaybe<Scalars['String']['input']>;
};

/** Exactly one of articleId and url; a headline is required with a URL. */
export type RelatedInput = {
  /** Id of the story. */
  articleId?: InputMaybe<Scalars['ID']['input']>;
  /** A page elsewhere. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Shown instead of the story’s own headline; required with a URL. */
  headline?: InputMaybe<Scalars['String']['input']>;
};

/** Who first published the story, such as a wire agency. */
export type SourceInput = {
  /** Who published it first. */
  name: Scalars['String']['input'];
  /** Where it stands there. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Its identifier there. */
  externalId?: InputMaybe<Scalars['String']['input']>;
};

/** A page of tags, public or not. */
export type TagRecordConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<TagRecordEdge>;
  /** The tags of the edges. */
  nodes: Array<TagRecord>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A tag and its place in the list. */
export type TagRecordEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The tag. */
  node: TagRecord;
};

/** A tag as staff see it. */
export type TagRecord = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Its name in URLs; may change, and then the former one redirects. */
  slug: Scalars['String']['output'];
  /** The name as readers see it. */
  name: Scalars['String']['output'];
  /** What kind of thing it names. */
  type: TagType;
  /** A sentence or two for the page of the tag. */
  description?: Maybe<Scalars['String']['output']>;
  /** Id of the wider tag. */
  parentId?: Maybe<Scalars['ID']['output']>;
  /** Other names for it, which search finds too. */
  aliases: Array<Scalars['String']['output']>;
  /** Identifiers elsewhere, by scheme, such as `{"wikidata": "Q232"}`. */
  externalIds: Scalars['JSON']['output'];
  /** Of a tag of type STORYLINE, what editors say of the running story; null for other types. */
  storyline?: Maybe<StorylineRecord>;
  /** When readers first saw it; null when they have not. */
  publicAt?: Maybe<Scalars['DateTime']['output']>;
  /** The tag into which it was merged. */
  mergedIntoId?: Maybe<Scalars['ID']['output']>;
  /** Grows by one with each change; what `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** All that uses it. */
  uses: Uses;
};

/** A new tag. */
export type TagInput = {
  /** What kind of thing it names. */
  type: TagType;
  /** The name as readers see it. */
  name: Scalars['String']['input'];
  /** Made from the name when left out. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** A sentence or two for the page of the tag. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Id of the wider tag. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Other names for it, which search finds too. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Identifiers elsewhere, by scheme: an object of strings. */
  externalIds?: InputMaybe<Scalars['JSON']['input']>;
  /** Only of a tag of type STORYLINE: how the running story stands. */
  storyline?: InputMaybe<StorylineInput>;
};

/** A change of a tag: what is left out stays, null empties. */
export type TagPatch = {
  /** What kind of thing it names. */
  type?: InputMaybe<TagType>;
  /** The name as readers see it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Its name in URLs; may change, and then the former one redirects. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** A sentence or two for the page of the tag. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Id of the wider tag. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Other names for it; replaces the whole list. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Identifiers elsewhere, by scheme: an object of strings; replaces all. */
  externalIds?: InputMaybe<Scalars['JSON']['input']>;
  /** Only of a tag of type STORYLINE: how the running story stands; null gives up all that is said of it. */
  storyline?: InputMaybe<StorylineInput>;
};

/** How a running story stands: what is left out stays, null empties. */
export type StorylineInput = {
  /** How far it has come; DEVELOPING until somebody says more. */
  status?: InputMaybe<StorylineStatus>;
  /** What has happened so far. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** Id of the story to begin with. Readers get the newest one while this is not live or does not have the tag. */
  leadArticleId?: InputMaybe<Scalars['ID']['input']>;
};

/** What editors say of a running story. */
export type StorylineRecord = {
  /** How far it has come. */
  status: StorylineStatus;
  /** What has happened so far. */
  summary?: Maybe<Scalars['String']['output']>;
  /** Id of the story to begin with; null: the newest. */
  leadArticleId?: Maybe<Scalars['ID']['output']>;
};

/** A front as staff see it: what is being worked on. */
export type FrontRecord = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Its name in addresses; a change holds at once. */
  slug: Scalars['String']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** Language tag; the backfill keeps to it where it names no language. */
  locale?: Maybe<Scalars['String']['output']>;
  /** Places that readers see at most. */
  size: Scalars['Int']['output'];
  /** Which stories fill places: the newest that meet all of it. Null: none do. */
  backfill?: Maybe<Backfill>;
  /** The places in order: 100 at most; those beyond `size` are a reserve. */
  slots: Array<FrontSlotRecord>;
  /** Number of the revision that readers see; null when they see none. */
  liveNumber?: Maybe<Scalars['Int']['output']>;
  /** Whether this differs from what readers see. */
  hasChanges: Scalars['Boolean']['output'];
  /** Grows by one with each change; what `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** By whom. */
  createdBy: Scalars['String']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** What was published, newest first. */
  revisions: FrontRevisionConnection;
};


/** A front as staff see it: what is being worked on. */
export type FrontRecordRevisionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A place as editors made it. */
export type FrontSlotRecord = {
  /** Id of the story; null: the backfill fills the place. */
  articleId?: Maybe<Scalars['ID']['output']>;
  /** Instead of the story's own. */
  headline?: Maybe<Scalars['String']['output']>;
  /** Instead of the story's own. */
  kicker?: Maybe<Scalars['String']['output']>;
  /** Instead of the story's lead picture. */
  image?: Maybe<FrontImage>;
  /** Whether it keeps its number while others move. */
  isSticky: Scalars['Boolean']['output'];
  /** From then on the place is as if it were not there. */
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** A picture by reference, with words for its place. */
export type FrontImage = {
  /** Id of an asset of type IMAGE. */
  mediaId: Scalars['ID']['output'];
  /** Instead of the asset's own. */
  alt?: Maybe<Scalars['String']['output']>;
};

/** Which stories fill places of a front: those that meet all of it. */
export type Backfill = {
  /** By tag; at most 20. */
  tags: Array<BackfillKeys>;
  /** By section; at most 20. */
  sections: Array<BackfillKeys>;
  /** By author; at most 20. */
  authors: Array<BackfillKeys>;
  /** By language; at most 20. */
  locales: Array<BackfillKeys>;
};

/** Ids, or language tags. */
export type BackfillKeys = {
  /** Any of these; at most 20. */
  any?: Maybe<Array<Scalars['String']['output']>>;
  /** All of these; at most 20. */
  all?: Maybe<Array<Scalars['String']['output']>>;
  /** None of these; at most 20. */
  none?: Maybe<Array<Scalars['String']['output']>>;
};

/** A front as it was published once. */
export type FrontRevision = {
  /** 1, 2, 3 … of the front. */
  number: Scalars['Int']['output'];
  /** What it was called. */
  name: Scalars['String']['output'];
  /** Language tag. */
  locale?: Maybe<Scalars['String']['output']>;
  /** Places that readers saw at most. */
  size: Scalars['Int']['output'];
  /** Which stories filled places. */
  backfill?: Maybe<Backfill>;
  /** The places in order; at most 100. */
  slots: Array<FrontSlotRecord>;
  /** Whether readers see it now. */
  isLive: Scalars['Boolean']['output'];
  /** What readers saw before; undoing goes back to it. Null: nothing. */
  previousNumber?: Maybe<Scalars['Int']['output']>;
  /** Why it was published; for colleagues. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it was published. */
  createdAt: Scalars['DateTime']['output'];
  /** By whom. */
  createdBy: Scalars['String']['output'];
};

/** A page of fronts, live or not. */
export type FrontRecordConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<FrontRecordEdge>;
  /** The fronts of the edges. */
  nodes: Array<FrontRecord>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A front and its place in the list. */
export type FrontRecordEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The front. */
  node: FrontRecord;
};

/** A page of revisions of a front. */
export type FrontRevisionConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<FrontRevisionEdge>;
  /** The revisions of the edges. */
  nodes: Array<FrontRevision>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A revision of a front and its place in the list. */
export type FrontRevisionEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The revision. */
  node: FrontRevision;
};

/** A new front. */
export type FrontInput = {
  /** What it is called. */
  name: Scalars['String']['input'];
  /** Made from the name when left out. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Language tag; the backfill keeps to it where it names no language. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Places that readers see: 1 to 100, 20 when left out. */
  size?: InputMaybe<Scalars['Int']['input']>;
  /** Which stories fill places; none when left out. */
  backfill?: InputMaybe<BackfillInput>;
  /** The places in order; at most 100. */
  slots?: InputMaybe<Array<FrontSlotInput>>;
};

/** A change of what is being worked on in a front: what is left out stays, null empties. */
export type FrontPatch = {
  /** What it is called. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Its name in addresses; holds at once. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Language tag. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Places that readers see: 1 to 100. */
  size?: InputMaybe<Scalars['Int']['input']>;
  /** Which stories fill places; replaces all. */
  backfill?: InputMaybe<BackfillInput>;
  /** The places in order; replaces the whole list, which has 100 at most. */
  slots?: InputMaybe<Array<FrontSlotInput>>;
};

/** A place: a story with words for the place, or, without any, one that the backfill fills. */
export type FrontSlotInput = {
  /** Id of the story, live or not: readers see it once it is. */
  articleId?: InputMaybe<Scalars['ID']['input']>;
  /** Instead of the story's own. */
  headline?: InputMaybe<Scalars['String']['input']>;
  /** Instead of the story's own. */
  kicker?: InputMaybe<Scalars['String']['input']>;
  /** Instead of the story's lead picture. */
  image?: InputMaybe<FrontImageInput>;
  /** Whether it keeps its number while others move; false when left out. */
  isSticky?: InputMaybe<Scalars['Boolean']['input']>;
  /** From then on the place is as if it were not there. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A picture by reference, with words for its place. */
export type FrontImageInput = {
  /** Id of an asset of type IMAGE. */
  mediaId: Scalars['ID']['input'];
  /** Instead of the asset's own. */
  alt?: InputMaybe<Scalars['String']['input']>;
};

/** Which stories fill places: the newest that meet all of it; all stories when empty. */
export type BackfillInput = {
  /** By tag, by id or slug; at most 20. */
  tags?: InputMaybe<Array<BackfillTerms>>;
  /** By section, by id or slug; at most 20. */
  sections?: InputMaybe<Array<BackfillTerms>>;
  /** By author, by id or slug; at most 20. */
  authors?: InputMaybe<Array<BackfillTerms>>;
  /** By language tag; at most 20. */
  locales?: InputMaybe<Array<BackfillTerms>>;
};

/** Keys: any, all and none of them; each at most 20. */
export type BackfillTerms = {
  /** Any of these. */
  any?: InputMaybe<Array<Scalars['String']['input']>>;
  /** All of these. */
  all?: InputMaybe<Array<Scalars['String']['input']>>;
  /** None of these. */
  none?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A page of authors, public or not. */
export type AuthorRecordConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<AuthorRecordEdge>;
  /** The authors of the edges. */
  nodes: Array<AuthorRecord>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** An author and their place in the list. */
export type AuthorRecordEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The author. */
  node: AuthorRecord;
};

/** An author as staff see them. */
export type AuthorRecord = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Their name in URLs; may change, and then the former one redirects. */
  slug: Scalars['String']['output'];
  /** The name as readers see it. */
  name: Scalars['String']['output'];
  /** A person or an organisation. */
  kind: AuthorKind;
  /** A few sentences about them. */
  bio?: Maybe<Scalars['String']['output']>;
  /** What they do, such as `Diplomatic correspondent`. */
  jobTitle?: Maybe<Scalars['String']['output']>;
  /** E-mail address; readers see it only when `emailPublic` is true. */
  email?: Maybe<Scalars['String']['output']>;
  /** Whether readers may see the e-mail address. */
  emailPublic: Scalars['Boolean']['output'];
  /** Id of the picture or logo. */
  avatarId?: Maybe<Scalars['ID']['output']>;
  /** Pages about them elsewhere. */
  links: Array<ProfileLink>;
  /** When readers first saw a story with this byline; null when they have not. */
  publicAt?: Maybe<Scalars['DateTime']['output']>;
  /** The author into which it was merged. */
  mergedIntoId?: Maybe<Scalars['ID']['output']>;
  /** Grows by one with each change; what `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** All that uses it. */
  uses: Uses;
};

/** A new author. */
export type AuthorInput = {
  /** `PERSON` when left out. */
  kind?: InputMaybe<AuthorKind>;
  /** The name as readers see it. */
  name: Scalars['String']['input'];
  /** Made from the name when left out. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** A few sentences about them. */
  bio?: InputMaybe<Scalars['String']['input']>;
  /** What they do, such as `Diplomatic correspondent`. */
  jobTitle?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address; readers see it only when `emailPublic` is true. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Whether readers may see the e-mail address; false when left out. */
  emailPublic?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the picture or logo. */
  avatarId?: InputMaybe<Scalars['ID']['input']>;
  /** Pages about them elsewhere. */
  links?: InputMaybe<Array<ProfileLinkInput>>;
};

/** A change of an author: what is left out stays, null empties. */
export type AuthorPatch = {
  /** A person or an organisation. */
  kind?: InputMaybe<AuthorKind>;
  /** The name as readers see it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Their name in URLs; may change, and then the former one redirects. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** A few sentences about them. */
  bio?: InputMaybe<Scalars['String']['input']>;
  /** What they do, such as `Diplomatic correspondent`. */
  jobTitle?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address; readers see it only when `emailPublic` is true. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Whether readers may see the e-mail address. */
  emailPublic?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the picture or logo. */
  avatarId?: InputMaybe<Scalars['ID']['input']>;
  /** Pages about them elsewhere; replaces the whole list. */
  links?: InputMaybe<Array<ProfileLinkInput>>;
};

/** A page about an author elsewhere. */
export type ProfileLinkInput = {
  /** What to call the page. */
  label: Scalars['String']['input'];
  /** An http or https URL. */
  url: Scalars['String']['input'];
};

/** A page of media assets. */
export type MediaRecordConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<MediaRecordEdge>;
  /** The media assets of the edges. */
  nodes: Array<MediaRecord>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A media asset and its place in the list. */
export type MediaRecordEdge = {
  /** For `after`: the list goes on behind this item. */
  cursor: Scalars['String']['output'];
  /** The media asset. */
  node: MediaRecord;
};

/** A media asset as staff see it. */
export type MediaRecord = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** What kind of file it is. */
  type: MediaType;
  /** Where the file is. */
  url: Scalars['String']['output'];
  /** Media type of the file, such as `image/jpeg`. */
  mimeType?: Maybe<Scalars['String']['output']>;
  /** Pixels. */
  width?: Maybe<Scalars['Int']['output']>;
  /** Pixels. */
  height?: Maybe<Scalars['Int']['output']>;
  /** How long a video or a sound plays. */
  durationSeconds?: Maybe<Scalars['Float']['output']>;
  /** What it shows, for those who cannot see it. */
  alt?: Maybe<Scalars['String']['output']>;
  /** The words under it. */
  caption?: Maybe<Scalars['String']['output']>;
  /** Who made it and who holds the rights, as printed. */
  credit?: Maybe<Scalars['String']['output']>;
  /** The point that a crop keeps. */
  focalPoint?: Maybe<FocalPoint>;
  /** Sizes and shapes of a picture that is kept here; none of any other. */
  renditions: Array<Rendition>;
  /** The whole picture in several widths, for `srcset` of an `img`. */
  srcset?: Maybe<Scalars['String']['output']>;
  /** A few pixels as a data URI, to be shown until the picture is there. */
  placeholder?: Maybe<Scalars['String']['output']>;
  /** The same as a ThumbHash, in base64. */
  thumbhash?: Maybe<Scalars['String']['output']>;
  /** The colour that there is most of, such as `#3a5f0b`. */
  dominantColor?: Maybe<Scalars['String']['output']>;
  /** Bytes of the file that is kept here. */
  bytes?: Maybe<Scalars['Int']['output']>;
  /** SHA-256 of the file that is kept here, in hex. */
  hash?: Maybe<Scalars['String']['output']>;
  /** The asset into which it was merged. */
  mergedIntoId?: Maybe<Scalars['ID']['output']>;
  /** Grows by one with each change; what `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** All that uses it. */
  uses: Uses;
};

/** A new media asset; the file itself is elsewhere, under its URL. */
export type MediaInput = {
  /** What kind of file it is. */
  type: MediaType;
  /** An http or https URL. */
  url: Scalars['String']['input'];
  /** Media type of the file, such as `image/jpeg`. */
  mimeType?: InputMaybe<Scalars['String']['input']>;
  /** Pixels. */
  width?: InputMaybe<Scalars['Int']['input']>;
  /** Pixels. */
  height?: InputMaybe<Scalars['Int']['input']>;
  /** How long a video or a sound plays. */
  durationSeconds?: InputMaybe<Scalars['Float']['input']>;
  /** What it shows, for those who cannot see it. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** The words under it. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Who made it and who holds the rights, as printed. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** The point that a crop keeps. */
  focalPoint?: InputMaybe<FocalPointInput>;
};

/** What goes with a file that comes in; what is left out is taken from the file, where it says so itself. */
export type FileWords = {
  /** What it shows, for those who cannot see it. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** The words under it. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Who made it and who holds the rights, as printed. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** The point that a crop keeps. */
  focalPoint?: InputMaybe<FocalPointInput>;
  /** How long a video or a sound plays. */
  durationSeconds?: InputMaybe<Scalars['Float']['input']>;
};

/** A file to be fetched and kept here. */
export type MediaFetch = {
  /** An http or https URL. */
  url: Scalars['String']['input'];
  /** What it shows, for those who cannot see it. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** The words under it. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Who made it and who holds the rights, as printed. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** The point that a crop keeps. */
  focalPoint?: InputMaybe<FocalPointInput>;
  /** How long a video or a sound plays. */
  durationSeconds?: InputMaybe<Scalars['Float']['input']>;
};

/** A change of a media asset: what is left out stays, null empties. */
export type MediaPatch = {
  /** What kind of file it is. */
  type?: InputMaybe<MediaType>;
  /** An http or https URL. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Media type of the file, such as `image/jpeg`. */
  mimeType?: InputMaybe<Scalars['String']['input']>;
  /** Pixels. */
  width?: InputMaybe<Scalars['Int']['input']>;
  /** Pixels. */
  height?: InputMaybe<Scalars['Int']['input']>;
  /** How long a video or a sound plays. */
  durationSeconds?: InputMaybe<Scalars['Float']['input']>;
  /** What it shows, for those who cannot see it. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** The words under it. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Who made it and who holds the rights, as printed. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** The point that a crop keeps. */
  focalPoint?: InputMaybe<FocalPointInput>;
};

/** The point that a crop keeps, as fractions of width and height, from the top left. */
export type FocalPointInput = {
  /** From the left edge, 0 to 1. */
  x: Scalars['Float']['input'];
  /** From the top edge, 0 to 1. */
  y: Scalars['Float']['input'];
};

/** What somebody may do, from least to most; each may do what the one before it may. */
export type Role =
  /** Writes stories of their own. */
  | 'contributor'
  /** Writes in all stories. */
  | 'author'
  /** Decides what goes live. */
  | 'editor'
  /** Decides who may work here. */
  | 'admin';

/** A page of users. */
export type UserConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<UserEdge>;
  /** The users of the edges. */
  nodes: Array<User>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A user and its place in the list. */
export type UserEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** A user. */
  node: User;
};

/** Somebody on the staff. */
export type User = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** What they sign in with, in lower case. */
  email: Scalars['String']['output'];
  /** Their name, as it stands in revisions and in the journal. */
  name: Scalars['String']['output'];
  /** What they may do. */
  role: Role;
  /** Whether they may work here. */
  status: UserStatus;
  /** Whether they can sign in here. */
  hasPassword: Scalars['Boolean']['output'];
  /** The identity provider that vouches for them and says their role. */
  issuer?: Maybe<Scalars['String']['output']>;
  /** When they were last seen, to the minute. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** For `expectedVersion`: grows by one with every change. */
  version: Scalars['Int']['output'];
  /** When they were made. */
  createdAt: Scalars['DateTime']['output'];
  /** When they last changed. */
  changedAt: Scalars['DateTime']['output'];
};

/** Somebody new on the staff; without a password they sign in with the identity provider only. */
export type UserInput = {
  /** What they sign in with. */
  email: Scalars['String']['input'];
  /** One line. */
  name: Scalars['String']['input'];
  /** What they may do; at most what you may. */
  role: Role;
  /** 10 to 256 characters. */
  password?: InputMaybe<Scalars['String']['input']>;
};

/** A change of somebody; what is left out stays. */
export type UserPatch = {
  /** What they sign in with. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** One line. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What they may do. */
  role?: InputMaybe<Role>;
  /** A new one, of 10 to 256 characters; it ends the other sessions. */
  password?: InputMaybe<Scalars['String']['input']>;
  /** Whether they may work here. */
  status?: InputMaybe<UserStatus>;
  /** Your password until now; needed to change your own. */
  currentPassword?: InputMaybe<Scalars['String']['input']>;
};

/** A new session. */
export type SignIn = {
  /** Send it as `Authorization: Bearer <token>`. It is shown here and never again. */
  token: Scalars['String']['output'];
  /** When the session ends, used or not. */
  expiresAt: Scalars['DateTime']['output'];
  /** Who signed in. */
  user: User;
};

/** A page of sign-ins. */
export type SessionConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<SessionEdge>;
  /** The sign-ins of the edges. */
  nodes: Array<Session>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A sign-in and its place in the list. */
export type SessionEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** A sign-in. */
  node: Session;
};

/** A sign-in, without its token. */
export type Session = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Who signed in. */
  userId: Scalars['ID']['output'];
  /** Where from. */
  address: Scalars['String']['output'];
  /** What the browser or program called itself. */
  userAgent?: Maybe<Scalars['String']['output']>;
  /** Whether it is the one that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** When it was signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last used, to the minute. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** When it ends, used or not. */
  expiresAt: Scalars['DateTime']['output'];
  /** When it was ended; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of keys. */
export type ApiKeyConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<ApiKeyEdge>;
  /** The keys of the edges. */
  nodes: Array<ApiKey>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A key and its place in the list. */
export type ApiKeyEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** A key. */
  node: ApiKey;
};

/** A bearer key, without the key itself. */
export type ApiKey = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Its name, as it stands in revisions and in the journal. */
  name: Scalars['String']['output'];
  /** What it may do; null when it has scopes. */
  role?: Maybe<Role>;
  /** What it may do, such as `article:publish`; empty when it has a role. */
  scopes: Array<Scalars['String']['output']>;
  /** The user who bounds what it may; null for the house's. */
  ownerId?: Maybe<Scalars['ID']['output']>;
  /** Its first characters, to tell keys apart. */
  prefix: Scalars['String']['output'];
  /** When it ends; null for never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last used, to the minute. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The key that took its place. */
  rotatedToId?: Maybe<Scalars['ID']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: Scalars['String']['output'];
  /** When it was revoked; null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A new key: with a role or with scopes, not both. */
export type ApiKeyInput = {
  /** One line. */
  name: Scalars['String']['input'];
  /** What it may do, as that role. */
  role?: InputMaybe<Role>;
  /** What it may do: `article:publish`, `tag:*`, `preview`, `delivery` or `admin`. */
  scopes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whose key it is; yours when left out, null for the house's. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** When it ends; never when left out. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A new key and what is known of it. */
export type NewApiKey = {
  /** Send it as `Authorization: Bearer <key>`. It is shown here and never again. */
  key: Scalars['String']['output'];
  /** What is known of it. */
  record: ApiKey;
};

/** Where events are sent. Only admins see it. */
export type Webhook = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** What it is called among colleagues. */
  name: Scalars['String']['output'];
  /** Where events are sent by POST. */
  url: Scalars['String']['output'];
  /** Types of events, such as `article.published` or `article.*`; empty: all. */
  events: Array<Scalars['String']['output']>;
  /** Only events about stories with one of these tags or sections, and about these tags; empty: all. */
  tagIds: Array<Scalars['ID']['output']>;
  /** Whether events are sent. */
  status: WebhookStatus;
  /** Why it was disabled, when nobody did. */
  disabledReason?: Maybe<Scalars['String']['output']>;
  /** Since when every attempt has failed; null: the last one did not. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Shown in the answer that makes or rotates it, and never again: null elsewhere. */
  secret?: Maybe<Scalars['String']['output']>;
  /** Until when the former secret signs too. */
  previousUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Number of changes, for `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: Scalars['String']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** What was sent or is to be, newest first. */
  deliveries: WebhookDeliveryConnection;
  /** One delivery. */
  delivery?: Maybe<WebhookDelivery>;
};


/** Where events are sent. Only admins see it. */
export type WebhookDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<DeliveryStatus>;
};


/** Where events are sent. Only admins see it. */
export type WebhookDeliveryArgs = {
  id: Scalars['ID']['input'];
};

/** A page of endpoints. */
export type WebhookConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<WebhookEdge>;
  /** The endpoints of the edges. */
  nodes: Array<Webhook>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** An endpoint and its place in the list. */
export type WebhookEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** The endpoint. */
  node: Webhook;
};

/** One event on its way to one endpoint. */
export type WebhookDelivery = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** The `webhook-id`: the same for every delivery of one event. */
  eventId: Scalars['ID']['output'];
  /** Type of the event. */
  type: Scalars['String']['output'];
  /** Whether it arrived. */
  status: DeliveryStatus;
  /** What is sent, byte for byte. */
  body: Scalars['String']['output'];
  /** What was tried, in order. */
  attempts: Array<WebhookAttempt>;
  /** When it is tried next; null when it has ended. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its first attempt was due. */
  createdAt: Scalars['DateTime']['output'];
  /** When it arrived or was given up. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** One try to deliver. */
export type WebhookAttempt = {
  /** When it began. */
  at: Scalars['DateTime']['output'];
  /** How long it took, in ms. */
  durationMs: Scalars['Int']['output'];
  /** The HTTP status; null when there was no answer. */
  status?: Maybe<Scalars['Int']['output']>;
  /** The first 4,000 bytes of what was answered. */
  answer?: Maybe<Scalars['String']['output']>;
  /** Why there was no answer, such as `timeout: …`. */
  error?: Maybe<Scalars['String']['output']>;
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<WebhookDeliveryEdge>;
  /** The deliveries of the edges. */
  nodes: Array<WebhookDelivery>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A delivery and its place in the list. */
export type WebhookDeliveryEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** The delivery. */
  node: WebhookDelivery;
};

/** What a request for redelivery made. */
export type Redelivery = {
  /** Deliveries that were made. */
  count: Scalars['Int']['output'];
};

/** A new endpoint. */
export type WebhookInput = {
  /** What it is called among colleagues. */
  name: Scalars['String']['input'];
  /** Where events are sent by POST: http or https, port 80 or 443, a public address. */
  url: Scalars['String']['input'];
  /** Types of events, such as `article.published` or `article.*`; all when left out or empty. */
  events?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only events about stories with one of these tags or sections, and about these tags; all when left out or empty. */
  tagIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A change of an endpoint: what is left out stays. */
export type WebhookPatch = {
  /** What it is called among colleagues. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Where events are sent by POST: http or https, port 80 or 443, a public address. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Types of events, such as `article.published` or `article.*`; empty: all. */
  events?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only events about stories with one of these tags or sections, and about these tags; empty: all. */
  tagIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** DISABLED: nothing is sent; ACTIVE: begins anew. */
  status?: InputMaybe<WebhookStatus>;
};

/** Where a post of a live blog stands. */
export type PostStatus =
  /** In work. */
  | 'DRAFT'
  /** Shown whenever its story is. */
  | 'LIVE'
  /** Was live, and was taken back. */
  | 'WITHDRAWN';

/** A post of a live blog as staff see it. */
export type PostRecord = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** The story whose post it is. */
  articleId: Scalars['ID']['output'];
  /** Where it stands. */
  status: PostStatus;
  /** Number of the newest revision; what `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
  /** Number of the revision for readers. */
  liveVersion?: Maybe<Scalars['Int']['output']>;
  /** Its place among the posts of the story for staff. */
  at: Scalars['DateTime']['output'];
  /** When it was first published; never changes. */
  firstPublishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** By whom. */
  createdBy: Scalars['String']['output'];
  /** The user or key whose post it is; null: the house's. */
  ownerId?: Maybe<Scalars['ID']['output']>;
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** The newest revision. */
  content: PostContent;
};

/** Everything editable in a post. */
export type PostContent = {
  /** Its headline, when it has one. */
  title?: Maybe<Scalars['String']['output']>;
  /** Portable Text. */
  body: Scalars['JSON']['output'];
  /** The displayed time, when it is not that of the first publication. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is one of the events by which a reader gets the story. */
  isKeyEvent: Scalars['Boolean']['output'];
  /** Whether it is to stand above the others. */
  isPinned: Scalars['Boolean']['output'];
  /** Who made it, in order. */
  bylines: Array<BylineContent>;
};

/** A page of posts. */
export type PostRecordConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<PostRecordEdge>;
  /** The posts of the edges. */
  nodes: Array<PostRecord>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A post and its place in the list. */
export type PostRecordEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** The post. */
  node: PostRecord;
};

/** A new post. */
export type PostInput = {
  /** Its headline, when it has one. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Portable Text: see docs/body.md. Left out: none, where a title says it all. */
  body?: InputMaybe<Scalars['JSON']['input']>;
  /** The displayed time; left out or null, that of its first publication. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether it is one of the events by which a reader gets the story; no, when left out. */
  isKeyEvent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is to stand above the others; no, when left out. */
  isPinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who made it, in order. */
  bylines?: InputMaybe<Array<BylineInput>>;
  /** Why, for colleagues. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A change of a post: what is left out stays, null empties. */
export type PostPatch = {
  /** Its headline. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Portable Text: an array of blocks. */
  body?: InputMaybe<Scalars['JSON']['input']>;
  /** The displayed time; null, that of its first publication. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether it is one of the events by which a reader gets the story. */
  isKeyEvent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is to stand above the others. */
  isPinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who made it, in order; replaces the whole list. */
  bylines?: InputMaybe<Array<BylineInput>>;
  /** Why this revision was made; for colleagues, never shown to readers. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** How an import stands. */
export type ImportState =
  /** The file is still coming in. */
  | 'RECEIVING'
  /** Waits for a worker. */
  | 'QUEUED'
  /** Is read. */
  | 'RUNNING'
  /** Was stopped; can be resumed. */
  | 'STOPPED'
  /** All of it was read. */
  | 'DONE'
  /** See `failure`; can be resumed. */
  | 'FAILED';

/** What becomes of the pictures of an import. */
export type ImportMedia =
  /** They stay where they are, and stories show them from there. */
  | 'LINK'
  /** They are fetched and kept here; one that cannot be is linked. */
  | 'FETCH';

/** Where the file of an import came from. */
export type ImportOrigin =
  /** A request. */
  | 'UPLOAD'
  /** An address. */
  | 'URL'
  /** The command line. */
  | 'FILE'
  /** A source that is polled. */
  | 'INGEST';

/** What became of one thing of a file. */
export type ImportResult =
  /** It is new here. */
  | 'CREATED'
  /** It was here, and said something new. */
  | 'UPDATED'
  /** It was here, and says nothing new. */
  | 'UNCHANGED'
  /** Left out on purpose: see `remarks`. */
  | 'SKIPPED'
  /** It does not fit: see `remarks`. */
  | 'REFUSED';

/** What kind of thing was found in a file. */
export type ImportNoun =
  /** A story. */
  | 'ARTICLE'
  /** An author. */
  | 'AUTHOR'
  /** A tag or section. */
  | 'TAG'
  /** A media asset. */
  | 'MEDIA'
  /** Somebody on the staff; this and what follows only in an export of Dateline. */
  | 'USER'
  /** What editors said of a running story. */
  | 'STORYLINE'
  /** What a story is not suggested beside. */
  | 'SUGGESTION_EXCLUSION'
  /** A post of a live blog. */
  | 'POST'
  /** A front. */
  | 'FRONT'
  /** Where events go. */
  | 'WEBHOOK'
  /** A feed or folder that is polled. */
  | 'INGEST_SOURCE';

/** One import of a file, and how far it is. */
export type Import = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** Whose stories these are: external ids are unique within it. */
  source: Scalars['String']['output'];
  /** Where the file came from. */
  origin: ImportOrigin;
  /** The name of the file, or its URL. */
  name: Scalars['String']['output'];
  /** How it is written; null until its content told. */
  format?: Maybe<Scalars['String']['output']>;
  /** How it stands. */
  state: ImportState;
  /** Whether stories go live that are live at their source. */
  publish: Scalars['Boolean']['output'];
  /** Whether nothing is written but the report. */
  dryRun: Scalars['Boolean']['output'];
  /** Language of stories that do not say theirs; null: that of the site. */
  locale?: Maybe<Scalars['String']['output']>;
  /** Tags that every story gets. */
  tagIds: Array<Scalars['ID']['output']>;
  /** Section of stories that have none. */
  sectionId?: Maybe<Scalars['ID']['output']>;
  /** What becomes of pictures. */
  media: ImportMedia;
  /** By which relative links are read, when the file does not say it. */
  baseUrl?: Maybe<Scalars['String']['output']>;
  /** Bytes of the file; null while nobody knows. */
  bytesTotal?: Maybe<Scalars['Float']['output']>;
  /** Bytes that were read. */
  bytesRead: Scalars['Float']['output'];
  /** How many things that were found in the file are done. */
  done: Scalars['Int']['output'];
  /** How many came to what. */
  counts: ImportCounts;
  /** Things a second, over all the time that was worked on it. */
  perSecond?: Maybe<Scalars['Float']['output']>;
  /** While it runs: about how long it will take, by the bytes that are left. */
  secondsLeft?: Maybe<Scalars['Int']['output']>;
  /** Why it failed. */
  failure?: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Who asked for it. */
  createdBy: Scalars['String']['output'];
  /** When work on it began. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was done or failed. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it last came on. */
  changedAt: Scalars['DateTime']['output'];
  /** For `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** What became of each thing, in the order of the file. */
  outcomes: ImportOutcomeConnection;
};


/** One import of a file, and how far it is. */
export type ImportOutcomesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  result?: InputMaybe<ImportResult>;
  repaired?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A file that is to be imported. */
export type ImportInput = {
  /** Where the file is. */
  url: Scalars['String']['input'];
  /** Whose stories these are: external ids are unique within it. The host of the URL when left out. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** Name of the format; told by the content when left out. */
  format?: InputMaybe<Scalars['String']['input']>;
  /** Whether stories that are live at their source go live here; they are drafts when left out. */
  publish?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether nothing is written but the report. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** Language of stories that do not say theirs; the site's when left out. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Tags that every story gets besides its own. */
  tagIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Section of stories that have none. */
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  /** What becomes of pictures; LINK when left out. */
  media?: InputMaybe<ImportMedia>;
  /** Address of the old site or page, by which relative links and pictures are read; where the file was fetched, when left out. */
  baseUrl?: InputMaybe<Scalars['String']['input']>;
};

/** How many things of a file came to what. */
export type ImportCounts = {
  /** New here. */
  created: Scalars['Int']['output'];
  /** Were here, and said something new. */
  updated: Scalars['Int']['output'];
  /** Were here, and say nothing new. */
  unchanged: Scalars['Int']['output'];
  /** Left out on purpose. */
  skipped: Scalars['Int']['output'];
  /** Do not fit. */
  refused: Scalars['Int']['output'];
  /** How many of these had to be put right. */
  repaired: Scalars['Int']['output'];
};

/** What became of one thing of a file. */
export type ImportOutcome = {
  /** The how-manieth thing of the file, from 1. */
  number: Scalars['Int']['output'];
  /** What became of it. */
  result: ImportResult;
  /** What kind of thing it is. */
  noun: ImportNoun;
  /** What its source calls it. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** The line of the file that it begins on. */
  line?: Maybe<Scalars['Int']['output']>;
  /** Headline or name. */
  title?: Maybe<Scalars['String']['output']>;
  /** Whether it had to be put right. */
  isRepaired: Scalars['Boolean']['output'];
  /** What was put right, left out or decided, and why it was skipped or refused. */
  remarks: Array<Scalars['String']['output']>;
  /** The story, author, tag or asset here. */
  targetId?: Maybe<Scalars['ID']['output']>;
};

/** A page of imports. */
export type ImportConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<ImportEdge>;
  /** The imports of the edges. */
  nodes: Array<Import>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** An import in a list. */
export type ImportEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** The import. */
  node: Import;
};

/** A page of what became of a file. */
export type ImportOutcomeConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<ImportOutcomeEdge>;
  /** The outcomes of the edges. */
  nodes: Array<ImportOutcome>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** One outcome in a list. */
export type ImportOutcomeEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** The outcome. */
  node: ImportOutcome;
};

/** What kind of source it is. */
export type IngestKind =
  /** A file at an address. */
  | 'FEED'
  /** The files of a folder. */
  | 'FOLDER';

/** Whether a source is polled. */
export type IngestStatus =
  /** It is. */
  | 'ACTIVE'
  /** It is not. */
  | 'PAUSED';

/** Where a story that comes under a new id is looked for by its text. */
export type NearDuplicates =
  /** Nowhere. */
  | 'OFF'
  /** Among the recent stories of this source. */
  | 'SOURCE'
  /** Among the recent stories of all sources that are polled. */
  | 'ALL';

/** A source of stories that is polled, and how it is. */
export type IngestSource = {
  /** UUIDv7; never changes. */
  id: Scalars['ID']['output'];
  /** What kind it is. */
  kind: IngestKind;
  /** Whose stories these are: their ids are unique within it. */
  name: Scalars['String']['output'];
  /** Of a FEED: where it is. */
  url?: Maybe<Scalars['String']['output']>;
  /** Of a FOLDER: its path below INGEST_DIR. */
  folder?: Maybe<Scalars['String']['output']>;
  /** Seconds between two polls. */
  intervalSeconds: Scalars['Int']['output'];
  /** How its files are written; null: their content tells. */
  format?: Maybe<Scalars['String']['output']>;
  /** Whether stories go live; else they are drafts. */
  publish: Scalars['Boolean']['output'];
  /** Where a story that comes under a new id is looked for by its text. */
  nearDuplicates: NearDuplicates;
  /** Language of stories that do not say theirs; null: that of the site. */
  locale?: Maybe<Scalars['String']['output']>;
  /** Tags that every story gets. */
  tagIds: Array<Scalars['ID']['output']>;
  /** Section of stories that have none. */
  sectionId?: Maybe<Scalars['ID']['output']>;
  /** Whether it is polled. */
  status: IngestStatus;
  /** When it is polled next; null while it is paused. */
  nextPollAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last polled. */
  polledAt?: Maybe<Scalars['DateTime']['output']>;
  /** When a poll last went well, with news or without. */
  succeededAt?: Maybe<Scalars['DateTime']['output']>;
  /** When a poll last brought something new. */
  newsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Polls in a row that failed; the pause doubles with each, up to a day. */
  failures: Scalars['Int']['output'];
  /** Why the last poll failed. */
  failure?: Maybe<Scalars['String']['output']>;
  /** Stories that it has brought. */
  created: Scalars['Int']['output'];
  /** Changes of them. */
  updated: Scalars['Int']['output'];
  /** What did not fit. */
  refused: Scalars['Int']['output'];
  /** The import of the last news: its report. */
  lastImportId?: Maybe<Scalars['ID']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: Scalars['String']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** For `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** A new source; a FEED has a `url`, a FOLDER a `folder`. */
export type IngestSourceInput = {
  /** What kind it is; it stays. */
  kind: IngestKind;
  /** Whose stories these are; another source cannot have the name. */
  name: Scalars['String']['input'];
  /** Of a FEED: where it is. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Of a FOLDER: its path below INGEST_DIR. */
  folder?: InputMaybe<Scalars['String']['input']>;
  /** Seconds between two polls: 30 to 86,400, 300 when left out. */
  intervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How its files are written; told by their content when left out. */
  format?: InputMaybe<Scalars['String']['input']>;
  /** Whether stories go live; they are drafts when left out. */
  publish?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where a story that comes under a new id is looked for by its text; SOURCE when left out. */
  nearDuplicates?: InputMaybe<NearDuplicates>;
  /** Language of stories that do not say theirs; the site's when left out. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Tags that every story gets. */
  tagIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Section of stories that have none. */
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  /** ACTIVE when left out. */
  status?: InputMaybe<IngestStatus>;
};

/** A change of a source: what is left out stays. */
export type IngestSourcePatch = {
  /** Whose stories these are; those that are here stay those of the former name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Of a FEED: where it is. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Of a FOLDER: its path below INGEST_DIR. */
  folder?: InputMaybe<Scalars['String']['input']>;
  /** Seconds between two polls: 30 to 86,400. */
  intervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How its files are written; null: their content tells. */
  format?: InputMaybe<Scalars['String']['input']>;
  /** Whether stories go live. */
  publish?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where a story that comes under a new id is looked for by its text. */
  nearDuplicates?: InputMaybe<NearDuplicates>;
  /** Language of stories that do not say theirs; null: that of the site. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Tags that every story gets. */
  tagIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Section of stories that have none. */
  sectionId?: InputMaybe<Scalars['ID']['input']>;
  /** PAUSED, and it is polled no more. */
  status?: InputMaybe<IngestStatus>;
};

/** A page of sources. */
export type IngestSourceConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<IngestSourceEdge>;
  /** The sources of the edges. */
  nodes: Array<IngestSource>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A source in a list. */
export type IngestSourceEdge = {
  /** For `after`: the list goes on behind this one. */
  cursor: Scalars['String']['output'];
  /** The source. */
  node: IngestSource;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( WholeNode )
    | ( TagNode )
    | ( FrontNode )
    | ( PublicAuthor )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Upload: ResolverTypeWrapper<Scalars['Upload']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ChangeKind: ChangeKind;
  Change: ResolverTypeWrapper<Change>;
  ChangeConnection: ResolverTypeWrapper<ChangePage>;
  ChangeEdge: ResolverTypeWrapper<ChangeEdge>;
  AuditEntry: ResolverTypeWrapper<AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<Page<ResolversParentTypes['AuditEntry']>>;
  AuditEntryEdge: ResolverTypeWrapper<AuditEntryEdge>;
  ArticleFilter: ArticleFilter;
  TermFilter: TermFilter;
  ArticleSort: ArticleSort;
  Count: ResolverTypeWrapper<Count>;
  SearchSort: SearchSort;
  SearchConnection: ResolverTypeWrapper<SearchPage>;
  SearchEdge: ResolverTypeWrapper<FoundStory>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Highlight: ResolverTypeWrapper<Highlight>;
  SearchFacets: ResolverTypeWrapper<SearchAnswerView>;
  FacetValue: ResolverTypeWrapper<FacetValue>;
  ArticleConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Article']>>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  PopularWindow: PopularWindow;
  PopularMetric: PopularMetric;
  PopularStories: ResolverTypeWrapper<Omit<PopularStories, 'stories'> & { stories: Array<ResolversTypes['PopularStory']> }>;
  PopularStory: ResolverTypeWrapper<Omit<PopularStory, 'article'> & { article: ResolversTypes['Article'] }>;
  ArticleViews: ResolverTypeWrapper<ArticleViews>;
  WindowViews: ResolverTypeWrapper<WindowViews>;
  Article: ResolverTypeWrapper<WholeNode>;
  LiveBlog: ResolverTypeWrapper<LiveBlogNode>;
  PostWindow: ResolverTypeWrapper<Omit<PostWindow, 'posts'> & { posts: Array<ResolversTypes['Post']> }>;
  Post: ResolverTypeWrapper<PostView>;
  Byline: ResolverTypeWrapper<Omit<Byline, 'author'> & { author: ResolversTypes['Author'] }>;
  CorrectionType: CorrectionType;
  Correction: ResolverTypeWrapper<Correction>;
  Translation: ResolverTypeWrapper<Translation>;
  ArticleStoryline: ResolverTypeWrapper<ArticleStorylineNode>;
  Source: ResolverTypeWrapper<Source>;
  ShareLink: ResolverTypeWrapper<ShareLink>;
  RelatedKind: RelatedKind;
  SuggestionExclusions: ResolverTypeWrapper<SuggestionExclusions>;
  RelatedMode: RelatedMode;
  RelatedLanguages: RelatedLanguages;
  RelatedStory: ResolverTypeWrapper<RelatedNode>;
  RelatedGround: ResolverTypeWrapper<RelatedGround>;
  RelatedGroundKind: RelatedGroundKind;
  Block: ResolverTypeWrapper<PublicBlock>;
  TextBlock: ResolverTypeWrapper<TextBlock>;
  Span: ResolverTypeWrapper<Span>;
  LinkMark: ResolverTypeWrapper<LinkMark>;
  ImageBlock: ResolverTypeWrapper<Omit<ImageBlock, 'media'> & { media: ResolversTypes['Media'] }>;
  GalleryBlock: ResolverTypeWrapper<Omit<GalleryBlock, 'images'> & { images: Array<ResolversTypes['Media']> }>;
  VideoBlock: ResolverTypeWrapper<Omit<VideoBlock, 'media'> & { media: ResolversTypes['Media'] }>;
  EmbedBlock: ResolverTypeWrapper<EmbedBlock>;
  PullquoteBlock: ResolverTypeWrapper<PullquoteBlock>;
  RelatedLinksBlock: ResolverTypeWrapper<RelatedLinksBlock>;
  RelatedLink: ResolverTypeWrapper<RelatedLink>;
  TableBlock: ResolverTypeWrapper<TableBlock>;
  KeyPointsBlock: ResolverTypeWrapper<KeyPointsBlock>;
  DividerBlock: ResolverTypeWrapper<DividerBlock>;
  TagType: TagType;
  TagConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Tag']>>;
  TagEdge: ResolverTypeWrapper<Omit<TagEdge, 'node'> & { node: ResolversTypes['Tag'] }>;
  Tag: ResolverTypeWrapper<TagNode>;
  StorylineStatus: StorylineStatus;
  Storyline: ResolverTypeWrapper<StorylineNode>;
  Front: ResolverTypeWrapper<FrontNode>;
  FrontSlot: ResolverTypeWrapper<Omit<FrontSlot, 'article' | 'image'> & { article: ResolversTypes['Article'], image?: Maybe<ResolversTypes['Media']> }>;
  FrontConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Front']>>;
  FrontEdge: ResolverTypeWrapper<Omit<FrontEdge, 'node'> & { node: ResolversTypes['Front'] }>;
  AuthorKind: AuthorKind;
  AuthorConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Author']>>;
  AuthorEdge: ResolverTypeWrapper<Omit<AuthorEdge, 'node'> & { node: ResolversTypes['Author'] }>;
  Author: ResolverTypeWrapper<PublicAuthor>;
  ProfileLink: ResolverTypeWrapper<ProfileLink>;
  MediaType: MediaType;
  Media: ResolverTypeWrapper<PublicMedia>;
  Rendition: ResolverTypeWrapper<Rendition>;
  RenditionFormat: RenditionFormat;
  FocalPoint: ResolverTypeWrapper<FocalPoint>;
  ResolutionKind: ResolutionKind;
  Resolution: ResolverTypeWrapper<ResolutionView>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ArticleStatus: ArticleStatus;
  ScheduleAction: ScheduleAction;
  ScheduleStatus: ScheduleStatus;
  Schedule: ResolverTypeWrapper<Schedule>;
  ScheduleFailure: ResolverTypeWrapper<ScheduleFailure>;
  ScheduleConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Schedule']>>;
  ScheduleEdge: ResolverTypeWrapper<ScheduleEdge>;
  ReferenceNoun: ReferenceNoun;
  UserStatus: UserStatus;
  WebhookStatus: WebhookStatus;
  DeliveryStatus: DeliveryStatus;
  ArticleDraftConnection: ResolverTypeWrapper<Page<ResolversParentTypes['ArticleDraft']>>;
  ArticleDraftEdge: ResolverTypeWrapper<Omit<ArticleDraftEdge, 'node'> & { node: ResolversTypes['ArticleDraft'] }>;
  ArticleDraft: ResolverTypeWrapper<DraftView>;
  Preview: ResolverTypeWrapper<Preview>;
  PreviewToken: ResolverTypeWrapper<PreviewToken>;
  UseKind: UseKind;
  UsePlace: UsePlace;
  Use: ResolverTypeWrapper<Use>;
  Uses: ResolverTypeWrapper<UsesView>;
  BulkInput: BulkInput;
  BulkAction: BulkAction;
  BulkSchedule: BulkSchedule;
  BulkPublish: BulkPublish;
  BulkWithdraw: BulkWithdraw;
  BulkResults: ResolverTypeWrapper<BulkResults>;
  BulkStatus: BulkStatus;
  BulkResult: ResolverTypeWrapper<BulkResult>;
  BulkError: ResolverTypeWrapper<BulkError>;
  Embargo: ResolverTypeWrapper<Embargo>;
  ReviewVerdict: ReviewVerdict;
  Review: ResolverTypeWrapper<Review>;
  Kill: ResolverTypeWrapper<Kill>;
  EditLock: ResolverTypeWrapper<EditLock>;
  ArticleContent: ResolverTypeWrapper<ContentView>;
  LiveBlogContent: ResolverTypeWrapper<LiveBlogContent>;
  BylineContent: ResolverTypeWrapper<BylineContent>;
  LeadMediaContent: ResolverTypeWrapper<LeadMediaContent>;
  RelatedContent: ResolverTypeWrapper<RelatedContent>;
  RevisionConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Revision']>>;
  RevisionEdge: ResolverTypeWrapper<Omit<RevisionEdge, 'node'> & { node: ResolversTypes['Revision'] }>;
  Revision: ResolverTypeWrapper<RevisionView>;
  ArticleDiff: ResolverTypeWrapper<ArticleDiff>;
  FieldChange: ResolverTypeWrapper<FieldChange>;
  BlockChange: ResolverTypeWrapper<BlockChange>;
  BlockChangeKind: BlockChangeKind;
  TextPiece: ResolverTypeWrapper<TextPiece>;
  TextPieceKind: TextPieceKind;
  ArticleInput: ArticleInput;
  LiveBlogInput: LiveBlogInput;
  ArticlePatch: ArticlePatch;
  BylineInput: BylineInput;
  LeadMediaInput: LeadMediaInput;
  RelatedInput: RelatedInput;
  SourceInput: SourceInput;
  TagRecordConnection: ResolverTypeWrapper<Page<ResolversParentTypes['TagRecord']>>;
  TagRecordEdge: ResolverTypeWrapper<Omit<TagRecordEdge, 'node'> & { node: ResolversTypes['TagRecord'] }>;
  TagRecord: ResolverTypeWrapper<TagRecordView>;
  TagInput: TagInput;
  TagPatch: TagPatch;
  StorylineInput: StorylineInput;
  StorylineRecord: ResolverTypeWrapper<StorylineRecord>;
  FrontRecord: ResolverTypeWrapper<FrontRecordView>;
  FrontSlotRecord: ResolverTypeWrapper<SlotContent>;
  FrontImage: ResolverTypeWrapper<FrontImage>;
  Backfill: ResolverTypeWrapper<Backfill>;
  BackfillKeys: ResolverTypeWrapper<BackfillKeys>;
  FrontRevision: ResolverTypeWrapper<FrontRevisionView>;
  FrontRecordConnection: ResolverTypeWrapper<Page<ResolversParentTypes['FrontRecord']>>;
  FrontRecordEdge: ResolverTypeWrapper<Omit<FrontRecordEdge, 'node'> & { node: ResolversTypes['FrontRecord'] }>;
  FrontRevisionConnection: ResolverTypeWrapper<Page<ResolversParentTypes['FrontRevision']>>;
  FrontRevisionEdge: ResolverTypeWrapper<Omit<FrontRevisionEdge, 'node'> & { node: ResolversTypes['FrontRevision'] }>;
  FrontInput: FrontInput;
  FrontPatch: FrontPatch;
  FrontSlotInput: FrontSlotInput;
  FrontImageInput: FrontImageInput;
  BackfillInput: BackfillInput;
  BackfillTerms: BackfillTerms;
  AuthorRecordConnection: ResolverTypeWrapper<Page<ResolversParentTypes['AuthorRecord']>>;
  AuthorRecordEdge: ResolverTypeWrapper<Omit<AuthorRecordEdge, 'node'> & { node: ResolversTypes['AuthorRecord'] }>;
  AuthorRecord: ResolverTypeWrapper<AuthorRecordView>;
  AuthorInput: AuthorInput;
  AuthorPatch: AuthorPatch;
  ProfileLinkInput: ProfileLinkInput;
  MediaRecordConnection: ResolverTypeWrapper<Page<ResolversParentTypes['MediaRecord']>>;
  MediaRecordEdge: ResolverTypeWrapper<Omit<MediaRecordEdge, 'node'> & { node: ResolversTypes['MediaRecord'] }>;
  MediaRecord: ResolverTypeWrapper<MediaRecordView>;
  MediaInput: MediaInput;
  FileWords: FileWords;
  MediaFetch: MediaFetch;
  MediaPatch: MediaPatch;
  FocalPointInput: FocalPointInput;
  Role: Role;
  UserConnection: ResolverTypeWrapper<Page<ResolversParentTypes['User']>>;
  UserEdge: ResolverTypeWrapper<UserEdge>;
  User: ResolverTypeWrapper<User>;
  UserInput: UserInput;
  UserPatch: UserPatch;
  SignIn: ResolverTypeWrapper<SignIn>;
  SessionConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Session']>>;
  SessionEdge: ResolverTypeWrapper<SessionEdge>;
  Session: ResolverTypeWrapper<Session>;
  ApiKeyConnection: ResolverTypeWrapper<Page<ResolversParentTypes['ApiKey']>>;
  ApiKeyEdge: ResolverTypeWrapper<ApiKeyEdge>;
  ApiKey: ResolverTypeWrapper<ApiKey>;
  ApiKeyInput: ApiKeyInput;
  NewApiKey: ResolverTypeWrapper<NewApiKey>;
  Webhook: ResolverTypeWrapper<WebhookView>;
  WebhookConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Webhook']>>;
  WebhookEdge: ResolverTypeWrapper<Omit<WebhookEdge, 'node'> & { node: ResolversTypes['Webhook'] }>;
  WebhookDelivery: ResolverTypeWrapper<WebhookDelivery>;
  WebhookAttempt: ResolverTypeWrapper<WebhookAttempt>;
  WebhookDeliveryConnection: ResolverTypeWrapper<Page<ResolversParentTypes['WebhookDelivery']>>;
  WebhookDeliveryEdge: ResolverTypeWrapper<WebhookDeliveryEdge>;
  Redelivery: ResolverTypeWrapper<Redelivery>;
  WebhookInput: WebhookInput;
  WebhookPatch: WebhookPatch;
  PostStatus: PostStatus;
  PostRecord: ResolverTypeWrapper<PostRecordView>;
  PostContent: ResolverTypeWrapper<PostContentView>;
  PostRecordConnection: ResolverTypeWrapper<Page<ResolversParentTypes['PostRecord']>>;
  PostRecordEdge: ResolverTypeWrapper<Omit<PostRecordEdge, 'node'> & { node: ResolversTypes['PostRecord'] }>;
  PostInput: PostInput;
  PostPatch: PostPatch;
  ImportState: ImportState;
  ImportMedia: ImportMedia;
  ImportOrigin: ImportOrigin;
  ImportResult: ImportResult;
  ImportNoun: ImportNoun;
  Import: ResolverTypeWrapper<ImportView>;
  ImportInput: ImportInput;
  ImportCounts: ResolverTypeWrapper<ImportCounts>;
  ImportOutcome: ResolverTypeWrapper<ImportOutcome>;
  ImportConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Import']>>;
  ImportEdge: ResolverTypeWrapper<Omit<ImportEdge, 'node'> & { node: ResolversTypes['Import'] }>;
  ImportOutcomeConnection: ResolverTypeWrapper<Page<ResolversParentTypes['ImportOutcome']>>;
  ImportOutcomeEdge: ResolverTypeWrapper<ImportOutcomeEdge>;
  IngestKind: IngestKind;
  IngestStatus: IngestStatus;
  NearDuplicates: NearDuplicates;
  IngestSource: ResolverTypeWrapper<IngestSourceView>;
  IngestSourceInput: IngestSourceInput;
  IngestSourcePatch: IngestSourcePatch;
  IngestSourceConnection: ResolverTypeWrapper<Page<ResolversParentTypes['IngestSource']>>;
  IngestSourceEdge: ResolverTypeWrapper<Omit<IngestSourceEdge, 'node'> & { node: ResolversTypes['IngestSource'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  Upload: Scalars['Upload']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  PageInfo: PageInfo;
  Change: Change;
  ChangeConnection: ChangePage;
  ChangeEdge: ChangeEdge;
  AuditEntry: AuditEntry;
  AuditEntryConnection: Page<ResolversParentTypes['AuditEntry']>;
  AuditEntryEdge: AuditEntryEdge;
  ArticleFilter: ArticleFilter;
  TermFilter: TermFilter;
  Count: Count;
  SearchConnection: SearchPage;
  SearchEdge: FoundStory;
  Float: Scalars['Float']['output'];
  Highlight: Highlight;
  SearchFacets: SearchAnswerView;
  FacetValue: FacetValue;
  ArticleConnection: Page<ResolversParentTypes['Article']>;
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  PopularStories: Omit<PopularStories, 'stories'> & { stories: Array<ResolversParentTypes['PopularStory']> };
  PopularStory: Omit<PopularStory, 'article'> & { article: ResolversParentTypes['Article'] };
  ArticleViews: ArticleViews;
  WindowViews: WindowViews;
  Article: WholeNode;
  LiveBlog: LiveBlogNode;
  PostWindow: Omit<PostWindow, 'posts'> & { posts: Array<ResolversParentTypes['Post']> };
  Post: PostView;
  Byline: Omit<Byline, 'author'> & { author: ResolversParentTypes['Author'] };
  Correction: Correction;
  Translation: Translation;
  ArticleStoryline: ArticleStorylineNode;
  Source: Source;
  ShareLink: ShareLink;
  SuggestionExclusions: SuggestionExclusions;
  RelatedStory: RelatedNode;
  RelatedGround: RelatedGround;
  Block: PublicBlock;
  TextBlock: TextBlock;
  Span: Span;
  LinkMark: LinkMark;
  ImageBlock: Omit<ImageBlock, 'media'> & { media: ResolversParentTypes['Media'] };
  GalleryBlock: Omit<GalleryBlock, 'images'> & { images: Array<ResolversParentTypes['Media']> };
  VideoBlock: Omit<VideoBlock, 'media'> & { media: ResolversParentTypes['Media'] };
  EmbedBlock: EmbedBlock;
  PullquoteBlock: PullquoteBlock;
  RelatedLinksBlock: RelatedLinksBlock;
  RelatedLink: RelatedLink;
  TableBlock: TableBlock;
  KeyPointsBlock: KeyPointsBlock;
  DividerBlock: DividerBlock;
  TagConnection: Page<ResolversParentTypes['Tag']>;
  TagEdge: Omit<TagEdge, 'node'> & { node: ResolversParentTypes['Tag'] };
  Tag: TagNode;
  Storyline: StorylineNode;
  Front: FrontNode;
  FrontSlot: Omit<FrontSlot, 'article' | 'image'> & { article: ResolversParentTypes['Article'], image?: Maybe<ResolversParentTypes['Media']> };
  FrontConnection: Page<ResolversParentTypes['Front']>;
  FrontEdge: Omit<FrontEdge, 'node'> & { node: ResolversParentTypes['Front'] };
  AuthorConnection: Page<ResolversParentTypes['Author']>;
  AuthorEdge: Omit<AuthorEdge, 'node'> & { node: ResolversParentTypes['Author'] };
  Author: PublicAuthor;
  ProfileLink: ProfileLink;
  Media: PublicMedia;
  Rendition: Rendition;
  FocalPoint: FocalPoint;
  Resolution: ResolutionView;
  Subscription: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Schedule: Schedule;
  ScheduleFailure: ScheduleFailure;
  ScheduleConnection: Page<ResolversParentTypes['Schedule']>;
  ScheduleEdge: ScheduleEdge;
  ArticleDraftConnection: Page<ResolversParentTypes['ArticleDraft']>;
  ArticleDraftEdge: Omit<ArticleDraftEdge, 'node'> & { node: ResolversParentTypes['ArticleDraft'] };
  ArticleDraft: DraftView;
  Preview: Preview;
  PreviewToken: PreviewToken;
  Use: Use;
  Uses: UsesView;
  BulkInput: BulkInput;
  BulkAction: BulkAction;
  BulkSchedule: BulkSchedule;
  BulkPublish: BulkPublish;
  BulkWithdraw: BulkWithdraw;
  BulkResults: BulkResults;
  BulkResult: BulkResult;
  BulkError: BulkError;
  Embargo: Embargo;
  Review: Review;
  Kill: Kill;
  EditLock: EditLock;
  ArticleContent: ContentView;
  LiveBlogContent: LiveBlogContent;
  BylineContent: BylineContent;
  LeadMediaContent: LeadMediaContent;
  RelatedContent: RelatedContent;
  RevisionConnection: Page<ResolversParentTypes['Revision']>;
  RevisionEdge: Omit<RevisionEdge, 'node'> & { node: ResolversParentTypes['Revision'] };
  Revision: RevisionView;
  ArticleDiff: ArticleDiff;
  FieldChange: FieldChange;
  BlockChange: BlockChange;
  TextPiece: TextPiece;
  ArticleInput: ArticleInput;
  LiveBlogInput: LiveBlogInput;
  ArticlePatch: ArticlePatch;
  BylineInput: BylineInput;
  LeadMediaInput: LeadMediaInput;
  RelatedInput: RelatedInput;
  SourceInput: SourceInput;
  TagRecordConnection: Page<ResolversParentTypes['TagRecord']>;
  TagRecordEdge: Omit<TagRecordEdge, 'node'> & { node: ResolversParentTypes['TagRecord'] };
  TagRecord: TagRecordView;
  TagInput: TagInput;
  TagPatch: TagPatch;
  StorylineInput: StorylineInput;
  StorylineRecord: StorylineRecord;
  FrontRecord: FrontRecordView;
  FrontSlotRecord: SlotContent;
  FrontImage: FrontImage;
  Backfill: Backfill;
  BackfillKeys: BackfillKeys;
  FrontRevision: FrontRevisionView;
  FrontRecordConnection: Page<ResolversParentTypes['FrontRecord']>;
  FrontRecordEdge: Omit<FrontRecordEdge, 'node'> & { node: ResolversParentTypes['FrontRecord'] };
  FrontRevisionConnection: Page<ResolversParentTypes['FrontRevision']>;
  FrontRevisionEdge: Omit<FrontRevisionEdge, 'node'> & { node: ResolversParentTypes['FrontRevision'] };
  FrontInput: FrontInput;
  FrontPatch: FrontPatch;
  FrontSlotInput: FrontSlotInput;
  FrontImageInput: FrontImageInput;
  BackfillInput: BackfillInput;
  BackfillTerms: BackfillTerms;
  AuthorRecordConnection: Page<ResolversParentTypes['AuthorRecord']>;
  AuthorRecordEdge: Omit<AuthorRecordEdge, 'node'> & { node: ResolversParentTypes['AuthorRecord'] };
  AuthorRecord: AuthorRecordView;
  AuthorInput: AuthorInput;
  AuthorPatch: AuthorPatch;
  ProfileLinkInput: ProfileLinkInput;
  MediaRecordConnection: Page<ResolversParentTypes['MediaRecord']>;
  MediaRecordEdge: Omit<MediaRecordEdge, 'node'> & { node: ResolversParentTypes['MediaRecord'] };
  MediaRecord: MediaRecordView;
  MediaInput: MediaInput;
  FileWords: FileWords;
  MediaFetch: MediaFetch;
  MediaPatch: MediaPatch;
  FocalPointInput: FocalPointInput;
  UserConnection: Page<ResolversParentTypes['User']>;
  UserEdge: UserEdge;
  User: User;
  UserInput: UserInput;
  UserPatch: UserPatch;
  SignIn: SignIn;
  SessionConnection: Page<ResolversParentTypes['Session']>;
  SessionEdge: SessionEdge;
  Session: Session;
  ApiKeyConnection: Page<ResolversParentTypes['ApiKey']>;
  ApiKeyEdge: ApiKeyEdge;
  ApiKey: ApiKey;
  ApiKeyInput: ApiKeyInput;
  NewApiKey: NewApiKey;
  Webhook: WebhookView;
  WebhookConnection: Page<ResolversParentTypes['Webhook']>;
  WebhookEdge: Omit<WebhookEdge, 'node'> & { node: ResolversParentTypes['Webhook'] };
  WebhookDelivery: WebhookDelivery;
  WebhookAttempt: WebhookAttempt;
  WebhookDeliveryConnection: Page<ResolversParentTypes['WebhookDelivery']>;
  WebhookDeliveryEdge: WebhookDeliveryEdge;
  Redelivery: Redelivery;
  WebhookInput: WebhookInput;
  WebhookPatch: WebhookPatch;
  PostRecord: PostRecordView;
  PostContent: PostContentView;
  PostRecordConnection: Page<ResolversParentTypes['PostRecord']>;
  PostRecordEdge: Omit<PostRecordEdge, 'node'> & { node: ResolversParentTypes['PostRecord'] };
  PostInput: PostInput;
  PostPatch: PostPatch;
  Import: ImportView;
  ImportInput: ImportInput;
  ImportCounts: ImportCounts;
  ImportOutcome: ImportOutcome;
  ImportConnection: Page<ResolversParentTypes['Import']>;
  ImportEdge: Omit<ImportEdge, 'node'> & { node: ResolversParentTypes['Import'] };
  ImportOutcomeConnection: Page<ResolversParentTypes['ImportOutcome']>;
  ImportOutcomeEdge: ImportOutcomeEdge;
  IngestSource: IngestSourceView;
  IngestSourceInput: IngestSourceInput;
  IngestSourcePatch: IngestSourcePatch;
  IngestSourceConnection: Page<ResolversParentTypes['IngestSource']>;
  IngestSourceEdge: Omit<IngestSourceEdge, 'node'> & { node: ResolversParentTypes['IngestSource'] };
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface UploadScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Upload'], any> {
  name: 'Upload';
}

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Article' | 'Tag' | 'Front' | 'Author', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, Partial<QueryArticleArgs>>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, Partial<QueryArticlesArgs>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query'>>;
  mostPopular?: Resolver<ResolversTypes['PopularStories'], ParentType, ContextType, Partial<QueryMostPopularArgs>>;
  trending?: Resolver<ResolversTypes['PopularStories'], ParentType, ContextType, Partial<QueryTrendingArgs>>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType, Partial<QueryTagArgs>>;
  tags?: Resolver<ResolversTypes['TagConnection'], ParentType, ContextType, Partial<QueryTagsArgs>>;
  author?: Resolver<Maybe<ResolversTypes['Author']>, ParentType, ContextType, Partial<QueryAuthorArgs>>;
  authors?: Resolver<ResolversTypes['AuthorConnection'], ParentType, ContextType, Partial<QueryAuthorsArgs>>;
  front?: Resolver<Maybe<ResolversTypes['Front']>, ParentType, ContextType, Partial<QueryFrontArgs>>;
  fronts?: Resolver<ResolversTypes['FrontConnection'], ParentType, ContextType, Partial<QueryFrontsArgs>>;
  resolve?: Resolver<Maybe<ResolversTypes['Resolution']>, ParentType, ContextType, RequireFields<QueryResolveArgs, 'path'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  preview?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<QueryPreviewArgs, 'token'>>;
  changes?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, Partial<QueryChangesArgs>>;
  articleDraft?: Resolver<Maybe<ResolversTypes['ArticleDraft']>, ParentType, ContextType, RequireFields<QueryArticleDraftArgs, 'id'>>;
  articleSuggestions?: Resolver<Array<ResolversTypes['RelatedStory']>, ParentType, ContextType, RequireFields<QueryArticleSuggestionsArgs, 'id' | 'languages'>>;
  suggestionExclusions?: Resolver<ResolversTypes['SuggestionExclusions'], ParentType, ContextType, RequireFields<QuerySuggestionExclusionsArgs, 'id'>>;
  articleDrafts?: Resolver<ResolversTypes['ArticleDraftConnection'], ParentType, ContextType, Partial<QueryArticleDraftsArgs>>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType, RequireFields<QueryScheduleArgs, 'id'>>;
  schedules?: Resolver<ResolversTypes['ScheduleConnection'], ParentType, ContextType, Partial<QuerySchedulesArgs>>;
  tagRecord?: Resolver<Maybe<ResolversTypes['TagRecord']>, ParentType, ContextType, RequireFields<QueryTagRecordArgs, 'id'>>;
  tagRecords?: Resolver<ResolversTypes['TagRecordConnection'], ParentType, ContextType, Partial<QueryTagRecordsArgs>>;
  authorRecord?: Resolver<Maybe<ResolversTypes['AuthorRecord']>, ParentType, ContextType, RequireFields<QueryAuthorRecordArgs, 'id'>>;
  authorRecords?: Resolver<ResolversTypes['AuthorRecordConnection'], ParentType, ContextType, Partial<QueryAuthorRecordsArgs>>;
  mediaRecord?: Resolver<Maybe<ResolversTypes['MediaRecord']>, ParentType, ContextType, RequireFields<QueryMediaRecordArgs, 'id'>>;
  frontRecord?: Resolver<Maybe<ResolversTypes['FrontRecord']>, ParentType, ContextType, RequireFields<QueryFrontRecordArgs, 'id'>>;
  frontRecords?: Resolver<ResolversTypes['FrontRecordConnection'], ParentType, ContextType, Partial<QueryFrontRecordsArgs>>;
  frontPreview?: Resolver<Maybe<ResolversTypes['Front']>, ParentType, ContextType, RequireFields<QueryFrontPreviewArgs, 'id'>>;
  audit?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, Partial<QueryAuditArgs>>;
  mediaRendition?: Resolver<ResolversTypes['Rendition'], ParentType, ContextType, RequireFields<QueryMediaRenditionArgs, 'id' | 'width'>>;
  mediaRecords?: Resolver<ResolversTypes['MediaRecordConnection'], ParentType, ContextType, Partial<QueryMediaRecordsArgs>>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhookArgs, 'id'>>;
  webhooks?: Resolver<ResolversTypes['WebhookConnection'], ParentType, ContextType, Partial<QueryWebhooksArgs>>;
  import?: Resolver<Maybe<ResolversTypes['Import']>, ParentType, ContextType, RequireFields<QueryImportArgs, 'id'>>;
  imports?: Resolver<ResolversTypes['ImportConnection'], ParentType, ContextType, Partial<QueryImportsArgs>>;
  ingestSource?: Resolver<Maybe<ResolversTypes['IngestSource']>, ParentType, ContextType, RequireFields<QueryIngestSourceArgs, 'id'>>;
  ingestSources?: Resolver<ResolversTypes['IngestSourceConnection'], ParentType, ContextType, Partial<QueryIngestSourcesArgs>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<QueryUsersArgs>>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, Partial<QuerySessionsArgs>>;
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType, RequireFields<QueryApiKeyArgs, 'id'>>;
  apiKeys?: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, Partial<QueryApiKeysArgs>>;
  postRecord?: Resolver<Maybe<ResolversTypes['PostRecord']>, ParentType, ContextType, RequireFields<QueryPostRecordArgs, 'id'>>;
  postRecords?: Resolver<ResolversTypes['PostRecordConnection'], ParentType, ContextType, RequireFields<QueryPostRecordsArgs, 'id'>>;
};

export type PageInfoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isGone?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  slug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paths?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  intoId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  data?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type CountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Count'] = ResolversParentTypes['Count']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  facets?: Resolver<Maybe<ResolversTypes['SearchFacets']>, ParentType, ContextType>;
  suggestion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCorrected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ignored?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  highlight?: Resolver<ResolversTypes['Highlight'], ParentType, ContextType>;
};

export type HighlightResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Highlight'] = ResolversParentTypes['Highlight']> = {
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  snippet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchFacetsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SearchFacets'] = ResolversParentTypes['SearchFacets']> = {
  section?: Resolver<Maybe<Array<ResolversTypes['FacetValue']>>, ParentType, ContextType>;
  tag?: Resolver<Maybe<Array<ResolversTypes['FacetValue']>>, ParentType, ContextType>;
  author?: Resolver<Maybe<Array<ResolversTypes['FacetValue']>>, ParentType, ContextType>;
  month?: Resolver<Maybe<Array<ResolversTypes['FacetValue']>>, ParentType, ContextType>;
  exact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type ArticleEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type PopularStoriesResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PopularStories'] = ResolversParentTypes['PopularStories']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stories?: Resolver<Array<ResolversTypes['PopularStory']>, ParentType, ContextType>;
};

export type PopularStoryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PopularStory'] = ResolversParentTypes['PopularStory']> = {
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type ArticleViewsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleViews'] = ResolversParentTypes['ArticleViews']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  windows?: Resolver<Array<ResolversTypes['WindowViews']>, ParentType, ContextType>;
};

export type WindowViewsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WindowViews'] = ResolversParentTypes['WindowViews']> = {
  window?: Resolver<ResolversTypes['PopularWindow'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attentionSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shares?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArticleResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Article'] = ResolversParentTypes['Article']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  standfirst?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  bodyHtml?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bodyText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  blocks?: Resolver<Array<ResolversTypes['Block']>, ParentType, ContextType>;
  bylines?: Resolver<Array<ResolversTypes['Byline']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType>;
  tags?: Resolver<Array<ResolversTypes['Tag']>, ParentType, ContextType>;
  leadMedia?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  recommendedVideo?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  firstPublishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  modifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  wordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readingMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  corrections?: Resolver<Array<ResolversTypes['Correction']>, ParentType, ContextType>;
  liveBlog?: Resolver<Maybe<ResolversTypes['LiveBlog']>, ParentType, ContextType>;
  mostPopularRank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['RelatedStory']>, ParentType, ContextType, RequireFields<ArticleRelatedArgs, 'mode' | 'languages'>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  storyline?: Resolver<Maybe<ResolversTypes['ArticleStoryline']>, ParentType, ContextType>;
  replaces?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  replacedBy?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  canonicalUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shareLinks?: Resolver<Array<ResolversTypes['ShareLink']>, ParentType, ContextType>;
  jsonLd?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LiveBlogResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LiveBlog'] = ResolversParentTypes['LiveBlog']> = {
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  totalPosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  latest?: Resolver<ResolversTypes['PostWindow'], ParentType, ContextType, Partial<LiveBlogLatestArgs>>;
  keyEvents?: Resolver<ResolversTypes['PostWindow'], ParentType, ContextType, Partial<LiveBlogKeyEventsArgs>>;
  pinned?: Resolver<ResolversTypes['PostWindow'], ParentType, ContextType, Partial<LiveBlogPinnedArgs>>;
  around?: Resolver<Maybe<ResolversTypes['PostWindow']>, ParentType, ContextType, RequireFields<LiveBlogAroundArgs, 'post'>>;
  since?: Resolver<Maybe<ResolversTypes['PostWindow']>, ParentType, ContextType, Partial<LiveBlogSinceArgs>>;
};

export type PostWindowResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PostWindow'] = ResolversParentTypes['PostWindow']> = {
  posts?: Resolver<Array<ResolversTypes['Post']>, ParentType, ContextType>;
  older?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  newer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  totalPosts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PostResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Post'] = ResolversParentTypes['Post']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  bodyHtml?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bodyText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isKeyEvent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  bylines?: Resolver<Array<ResolversTypes['Byline']>, ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  modifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BylineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Byline'] = ResolversParentTypes['Byline']> = {
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['Author'], ParentType, ContextType>;
};

export type CorrectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Correction'] = ResolversParentTypes['Correction']> = {
  type?: Resolver<ResolversTypes['CorrectionType'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TranslationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Translation'] = ResolversParentTypes['Translation']> = {
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ArticleStorylineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleStoryline'] = ResolversParentTypes['ArticleStoryline']> = {
  tag?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
  newest?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ShareLinkResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ShareLink'] = ResolversParentTypes['ShareLink']> = {
  network?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SuggestionExclusionsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SuggestionExclusions'] = ResolversParentTypes['SuggestionExclusions']> = {
  isExcluded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  besideIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RelatedStoryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RelatedStory'] = ResolversParentTypes['RelatedStory']> = {
  kind?: Resolver<ResolversTypes['RelatedKind'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  grounds?: Resolver<Array<ResolversTypes['RelatedGround']>, ParentType, ContextType>;
};

export type RelatedGroundResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RelatedGround'] = ResolversParentTypes['RelatedGround']> = {
  kind?: Resolver<ResolversTypes['RelatedGroundKind'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Block'] = ResolversParentTypes['Block']> = {
  __resolveType: TypeResolveFn<'TextBlock' | 'ImageBlock' | 'GalleryBlock' | 'VideoBlock' | 'EmbedBlock' | 'PullquoteBlock' | 'RelatedLinksBlock' | 'TableBlock' | 'KeyPointsBlock' | 'DividerBlock', ParentType, ContextType>;
};

export type TextBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TextBlock'] = ResolversParentTypes['TextBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  style?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  listItem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  spans?: Resolver<Array<ResolversTypes['Span']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['LinkMark']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SpanResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Span'] = ResolversParentTypes['Span']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkMarkResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LinkMark'] = ResolversParentTypes['LinkMark']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  href?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  articleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ImageBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ImageBlock'] = ResolversParentTypes['ImageBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  media?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GalleryBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GalleryBlock'] = ResolversParentTypes['GalleryBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VideoBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['VideoBlock'] = ResolversParentTypes['VideoBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  media?: Resolver<ResolversTypes['Media'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmbedBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EmbedBlock'] = ResolversParentTypes['EmbedBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PullquoteBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PullquoteBlock'] = ResolversParentTypes['PullquoteBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelatedLinksBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RelatedLinksBlock'] = ResolversParentTypes['RelatedLinksBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['RelatedLink']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelatedLinkResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RelatedLink'] = ResolversParentTypes['RelatedLink']> = {
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  articleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type TableBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TableBlock'] = ResolversParentTypes['TableBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headerRows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<Array<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeyPointsBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['KeyPointsBlock'] = ResolversParentTypes['KeyPointsBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DividerBlockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DividerBlock'] = ResolversParentTypes['DividerBlock']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TagConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TagConnection'] = ResolversParentTypes['TagConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TagEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Tag']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type TagEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TagEdge'] = ResolversParentTypes['TagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Tag'], ParentType, ContextType>;
};

export type TagResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TagType'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Tag']>, ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  externalIds?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  storyline?: Resolver<Maybe<ResolversTypes['Storyline']>, ParentType, ContextType>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, Partial<TagArticlesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StorylineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Storyline'] = ResolversParentTypes['Storyline']> = {
  status?: Resolver<ResolversTypes['StorylineStatus'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lead?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, Partial<StorylineTimelineArgs>>;
};

export type FrontResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Front'] = ResolversParentTypes['Front']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  slots?: Resolver<Array<ResolversTypes['FrontSlot']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FrontSlotResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontSlot'] = ResolversParentTypes['FrontSlot']> = {
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  isSticky?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isBackfill?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FrontConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontConnection'] = ResolversParentTypes['FrontConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FrontEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Front']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FrontEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontEdge'] = ResolversParentTypes['FrontEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Front'], ParentType, ContextType>;
};

export type AuthorConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuthorConnection'] = ResolversParentTypes['AuthorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuthorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Author']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type AuthorEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuthorEdge'] = ResolversParentTypes['AuthorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Author'], ParentType, ContextType>;
};

export type AuthorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Author'] = ResolversParentTypes['Author']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuthorKind'], ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  avatar?: Resolver<Maybe<ResolversTypes['Media']>, ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['ProfileLink']>, ParentType, ContextType>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, Partial<AuthorArticlesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProfileLinkResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ProfileLink'] = ResolversParentTypes['ProfileLink']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MediaResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  focalPoint?: Resolver<Maybe<ResolversTypes['FocalPoint']>, ParentType, ContextType>;
  renditions?: Resolver<Array<ResolversTypes['Rendition']>, ParentType, ContextType>;
  srcset?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  placeholder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thumbhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dominantColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RenditionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Rendition'] = ResolversParentTypes['Rendition']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['RenditionFormat'], ParentType, ContextType>;
};

export type FocalPointResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FocalPoint'] = ResolversParentTypes['FocalPoint']> = {
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ResolutionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Resolution'] = ResolversParentTypes['Resolution']> = {
  kind?: Resolver<ResolversTypes['ResolutionKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['Author']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  articlePublished?: SubscriptionResolver<ResolversTypes['Article'], "articlePublished", ParentType, ContextType, Partial<SubscriptionArticlePublishedArgs>>;
  articleUpdated?: SubscriptionResolver<Maybe<ResolversTypes['Article']>, "articleUpdated", ParentType, ContextType, RequireFields<SubscriptionArticleUpdatedArgs, 'id'>>;
};

export type MutationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationCreateArticleArgs, 'input'>>;
  reviseArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationReviseArticleArgs, 'id' | 'input'>>;
  recordView?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRecordViewArgs, 'id'>>;
  submitArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationSubmitArticleArgs, 'id'>>;
  approveArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationApproveArticleArgs, 'id'>>;
  rejectArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationRejectArticleArgs, 'id' | 'note'>>;
  acceptSuggestions?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationAcceptSuggestionsArgs, 'id' | 'articleIds'>>;
  excludeSuggestion?: Resolver<ResolversTypes['SuggestionExclusions'], ParentType, ContextType, RequireFields<MutationExcludeSuggestionArgs, 'id'>>;
  includeSuggestion?: Resolver<ResolversTypes['SuggestionExclusions'], ParentType, ContextType, RequireFields<MutationIncludeSuggestionArgs, 'id'>>;
  publishArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationPublishArticleArgs, 'id'>>;
  correctArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationCorrectArticleArgs, 'id' | 'type' | 'text'>>;
  restoreRevision?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationRestoreRevisionArgs, 'id' | 'number'>>;
  lockArticle?: Resolver<ResolversTypes['EditLock'], ParentType, ContextType, RequireFields<MutationLockArticleArgs, 'id'>>;
  unlockArticle?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnlockArticleArgs, 'id'>>;
  withdrawArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationWithdrawArticleArgs, 'id'>>;
  killArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationKillArticleArgs, 'id' | 'reason'>>;
  restoreArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationRestoreArticleArgs, 'id'>>;
  embargoArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationEmbargoArticleArgs, 'id'>>;
  liftEmbargo?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationLiftEmbargoArgs, 'id'>>;
  scheduleArticle?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType, RequireFields<MutationScheduleArticleArgs, 'id' | 'action'>>;
  changeSchedule?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType, RequireFields<MutationChangeScheduleArgs, 'id'>>;
  cancelSchedule?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType, RequireFields<MutationCancelScheduleArgs, 'id'>>;
  createTag?: Resolver<ResolversTypes['TagRecord'], ParentType, ContextType, RequireFields<MutationCreateTagArgs, 'input'>>;
  updateTag?: Resolver<ResolversTypes['TagRecord'], ParentType, ContextType, RequireFields<MutationUpdateTagArgs, 'id' | 'input'>>;
  mergeTags?: Resolver<ResolversTypes['TagRecord'], ParentType, ContextType, RequireFields<MutationMergeTagsArgs, 'id' | 'into'>>;
  deleteTag?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeleteTagArgs, 'id'>>;
  createAuthor?: Resolver<ResolversTypes['AuthorRecord'], ParentType, ContextType, RequireFields<MutationCreateAuthorArgs, 'input'>>;
  updateAuthor?: Resolver<ResolversTypes['AuthorRecord'], ParentType, ContextType, RequireFields<MutationUpdateAuthorArgs, 'id' | 'input'>>;
  mergeAuthors?: Resolver<ResolversTypes['AuthorRecord'], ParentType, ContextType, RequireFields<MutationMergeAuthorsArgs, 'id' | 'into'>>;
  deleteAuthor?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeleteAuthorArgs, 'id'>>;
  mergeMedia?: Resolver<ResolversTypes['MediaRecord'], ParentType, ContextType, RequireFields<MutationMergeMediaArgs, 'id' | 'into'>>;
  deleteMedia?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeleteMediaArgs, 'id'>>;
  createFront?: Resolver<ResolversTypes['FrontRecord'], ParentType, ContextType, RequireFields<MutationCreateFrontArgs, 'input'>>;
  updateFront?: Resolver<ResolversTypes['FrontRecord'], ParentType, ContextType, RequireFields<MutationUpdateFrontArgs, 'id' | 'input'>>;
  publishFront?: Resolver<ResolversTypes['FrontRecord'], ParentType, ContextType, RequireFields<MutationPublishFrontArgs, 'id'>>;
  undoFront?: Resolver<ResolversTypes['FrontRecord'], ParentType, ContextType, RequireFields<MutationUndoFrontArgs, 'id'>>;
  restoreFront?: Resolver<ResolversTypes['FrontRecord'], ParentType, ContextType, RequireFields<MutationRestoreFrontArgs, 'id' | 'number'>>;
  deleteFront?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeleteFrontArgs, 'id'>>;
  createWebhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<MutationCreateWebhookArgs, 'input'>>;
  updateWebhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<MutationUpdateWebhookArgs, 'id' | 'input'>>;
  deleteWebhook?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeleteWebhookArgs, 'id'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'id'>>;
  testWebhook?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType, RequireFields<MutationTestWebhookArgs, 'id'>>;
  redeliver?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType, RequireFields<MutationRedeliverArgs, 'id' | 'deliveryId'>>;
  redeliverRange?: Resolver<ResolversTypes['Redelivery'], ParentType, ContextType, RequireFields<MutationRedeliverRangeArgs, 'id' | 'from' | 'to'>>;
  createIngestSource?: Resolver<ResolversTypes['IngestSource'], ParentType, ContextType, RequireFields<MutationCreateIngestSourceArgs, 'input'>>;
  updateIngestSource?: Resolver<ResolversTypes['IngestSource'], ParentType, ContextType, RequireFields<MutationUpdateIngestSourceArgs, 'id' | 'input'>>;
  deleteIngestSource?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeleteIngestSourceArgs, 'id'>>;
  pollIngestSource?: Resolver<ResolversTypes['IngestSource'], ParentType, ContextType, RequireFields<MutationPollIngestSourceArgs, 'id'>>;
  createImport?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationCreateImportArgs, 'input'>>;
  stopImport?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationStopImportArgs, 'id'>>;
  resumeImport?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationResumeImportArgs, 'id'>>;
  createPreview?: Resolver<ResolversTypes['PreviewToken'], ParentType, ContextType, RequireFields<MutationCreatePreviewArgs, 'id'>>;
  revokePreview?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationRevokePreviewArgs, 'id'>>;
  bulkArticles?: Resolver<ResolversTypes['BulkResults'], ParentType, ContextType, RequireFields<MutationBulkArticlesArgs, 'input'>>;
  createMedia?: Resolver<ResolversTypes['MediaRecord'], ParentType, ContextType, RequireFields<MutationCreateMediaArgs, 'input'>>;
  uploadMedia?: Resolver<ResolversTypes['MediaRecord'], ParentType, ContextType, RequireFields<MutationUploadMediaArgs, 'file'>>;
  fetchMedia?: Resolver<ResolversTypes['MediaRecord'], ParentType, ContextType, RequireFields<MutationFetchMediaArgs, 'input'>>;
  updateMedia?: Resolver<ResolversTypes['MediaRecord'], ParentType, ContextType, RequireFields<MutationUpdateMediaArgs, 'id' | 'input'>>;
  signIn?: Resolver<ResolversTypes['SignIn'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'email' | 'password'>>;
  signOut?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
  revokeSession?: Resolver<ResolversTypes['Session'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'id'>>;
  createUser?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationCreateUserArgs, 'input'>>;
  updateUser?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationUpdateUserArgs, 'id' | 'input'>>;
  suspendUser?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSuspendUserArgs, 'id'>>;
  reinstateUser?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationReinstateUserArgs, 'id'>>;
  createApiKey?: Resolver<ResolversTypes['NewApiKey'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  rotateApiKey?: Resolver<ResolversTypes['NewApiKey'], ParentType, ContextType, RequireFields<MutationRotateApiKeyArgs, 'id'>>;
  revokeApiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'id'>>;
  createPost?: Resolver<ResolversTypes['PostRecord'], ParentType, ContextType, RequireFields<MutationCreatePostArgs, 'id' | 'input'>>;
  revisePost?: Resolver<ResolversTypes['PostRecord'], ParentType, ContextType, RequireFields<MutationRevisePostArgs, 'id' | 'input'>>;
  publishPost?: Resolver<ResolversTypes['PostRecord'], ParentType, ContextType, RequireFields<MutationPublishPostArgs, 'id'>>;
  withdrawPost?: Resolver<ResolversTypes['PostRecord'], ParentType, ContextType, RequireFields<MutationWithdrawPostArgs, 'id'>>;
  deletePost?: Resolver<ResolversTypes['ID'], ParentType, ContextType, RequireFields<MutationDeletePostArgs, 'id'>>;
};

export type ScheduleResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['ScheduleAction'], ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  localTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  zone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  significant?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ScheduleStatus'], ParentType, ContextType>;
  firedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['ScheduleFailure']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScheduleFailureResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ScheduleFailure'] = ResolversParentTypes['ScheduleFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScheduleConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ScheduleConnection'] = ResolversParentTypes['ScheduleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScheduleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Schedule']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ScheduleEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ScheduleEdge'] = ResolversParentTypes['ScheduleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType>;
};

export type ArticleDraftConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleDraftConnection'] = ResolversParentTypes['ArticleDraftConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArticleDraftEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ArticleDraft']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArticleDraftEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleDraftEdge'] = ResolversParentTypes['ArticleDraftEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType>;
};

export type ArticleDraftResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleDraft'] = ResolversParentTypes['ArticleDraft']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ArticleStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  liveVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  approvedVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  embargo?: Resolver<Maybe<ResolversTypes['Embargo']>, ParentType, ContextType>;
  kill?: Resolver<Maybe<ResolversTypes['Kill']>, ParentType, ContextType>;
  withdrawReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lock?: Resolver<Maybe<ResolversTypes['EditLock']>, ParentType, ContextType>;
  firstPublishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['ArticleContent'], ParentType, ContextType>;
  revisions?: Resolver<ResolversTypes['RevisionConnection'], ParentType, ContextType, Partial<ArticleDraftRevisionsArgs>>;
  revision?: Resolver<Maybe<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<ArticleDraftRevisionArgs, 'number'>>;
  diff?: Resolver<Maybe<ResolversTypes['ArticleDiff']>, ParentType, ContextType, Partial<ArticleDraftDiffArgs>>;
  schedules?: Resolver<Array<ResolversTypes['Schedule']>, ParentType, ContextType>;
  live?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  views?: Resolver<ResolversTypes['ArticleViews'], ParentType, ContextType>;
  previews?: Resolver<Maybe<Array<ResolversTypes['Preview']>>, ParentType, ContextType>;
};

export type PreviewResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Preview'] = ResolversParentTypes['Preview']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PreviewTokenResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PreviewToken'] = ResolversParentTypes['PreviewToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UseResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Use'] = ResolversParentTypes['Use']> = {
  kind?: Resolver<ResolversTypes['UseKind'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ArticleStatus']>, ParentType, ContextType>;
  where?: Resolver<Array<ResolversTypes['UsePlace']>, ParentType, ContextType>;
};

export type UsesResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Uses'] = ResolversParentTypes['Uses']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['Use']>, ParentType, ContextType>;
};

export type BulkResultsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BulkResults'] = ResolversParentTypes['BulkResults']> = {
  results?: Resolver<Array<ResolversTypes['BulkResult']>, ParentType, ContextType>;
};

export type BulkResultResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BulkResult'] = ResolversParentTypes['BulkResult']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BulkStatus'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['BulkError']>, ParentType, ContextType>;
};

export type BulkErrorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BulkError'] = ResolversParentTypes['BulkError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EmbargoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Embargo'] = ResolversParentTypes['Embargo']> = {
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review']> = {
  verdict?: Resolver<ResolversTypes['ReviewVerdict'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type KillResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Kill'] = ResolversParentTypes['Kill']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EditLockResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EditLock'] = ResolversParentTypes['EditLock']> = {
  holderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  acquiredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ArticleContentResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleContent'] = ResolversParentTypes['ArticleContent']> = {
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standfirst?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  bylines?: Resolver<Array<ResolversTypes['BylineContent']>, ParentType, ContextType>;
  sectionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  tagIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  leadMedia?: Resolver<Maybe<ResolversTypes['LeadMediaContent']>, ParentType, ContextType>;
  recommendedVideoId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['RelatedContent']>, ParentType, ContextType>;
  translationOf?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  replacesId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  liveBlog?: Resolver<Maybe<ResolversTypes['LiveBlogContent']>, ParentType, ContextType>;
  canonicalUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LiveBlogContentResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LiveBlogContent'] = ResolversParentTypes['LiveBlogContent']> = {
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type BylineContentResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BylineContent'] = ResolversParentTypes['BylineContent']> = {
  authorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LeadMediaContentResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LeadMediaContent'] = ResolversParentTypes['LeadMediaContent']> = {
  mediaId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RelatedContentResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RelatedContent'] = ResolversParentTypes['RelatedContent']> = {
  articleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RevisionConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RevisionConnection'] = ResolversParentTypes['RevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RevisionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RevisionEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RevisionEdge'] = ResolversParentTypes['RevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Revision'], ParentType, ContextType>;
};

export type RevisionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Revision'] = ResolversParentTypes['Revision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isAutosave?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdById?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  content?: Resolver<ResolversTypes['ArticleContent'], ParentType, ContextType>;
};

export type ArticleDiffResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleDiff'] = ResolversParentTypes['ArticleDiff']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  blocks?: Resolver<Array<ResolversTypes['BlockChange']>, ParentType, ContextType>;
};

export type FieldChangeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FieldChange'] = ResolversParentTypes['FieldChange']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type BlockChangeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BlockChange'] = ResolversParentTypes['BlockChange']> = {
  change?: Resolver<ResolversTypes['BlockChangeKind'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isMoved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fromIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  toIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  text?: Resolver<Maybe<Array<ResolversTypes['TextPiece']>>, ParentType, ContextType>;
};

export type TextPieceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TextPiece'] = ResolversParentTypes['TextPiece']> = {
  op?: Resolver<ResolversTypes['TextPieceKind'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TagRecordConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TagRecordConnection'] = ResolversParentTypes['TagRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TagRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TagRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TagRecordEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TagRecordEdge'] = ResolversParentTypes['TagRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TagRecord'], ParentType, ContextType>;
};

export type TagRecordResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TagRecord'] = ResolversParentTypes['TagRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TagType'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  externalIds?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  storyline?: Resolver<Maybe<ResolversTypes['StorylineRecord']>, ParentType, ContextType>;
  publicAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mergedIntoId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Uses'], ParentType, ContextType>;
};

export type StorylineRecordResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['StorylineRecord'] = ResolversParentTypes['StorylineRecord']> = {
  status?: Resolver<ResolversTypes['StorylineStatus'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leadArticleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type FrontRecordResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontRecord'] = ResolversParentTypes['FrontRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  backfill?: Resolver<Maybe<ResolversTypes['Backfill']>, ParentType, ContextType>;
  slots?: Resolver<Array<ResolversTypes['FrontSlotRecord']>, ParentType, ContextType>;
  liveNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hasChanges?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revisions?: Resolver<ResolversTypes['FrontRevisionConnection'], ParentType, ContextType, Partial<FrontRecordRevisionsArgs>>;
};

export type FrontSlotRecordResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontSlotRecord'] = ResolversParentTypes['FrontSlotRecord']> = {
  articleId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['FrontImage']>, ParentType, ContextType>;
  isSticky?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type FrontImageResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontImage'] = ResolversParentTypes['FrontImage']> = {
  mediaId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BackfillResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Backfill'] = ResolversParentTypes['Backfill']> = {
  tags?: Resolver<Array<ResolversTypes['BackfillKeys']>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['BackfillKeys']>, ParentType, ContextType>;
  authors?: Resolver<Array<ResolversTypes['BackfillKeys']>, ParentType, ContextType>;
  locales?: Resolver<Array<ResolversTypes['BackfillKeys']>, ParentType, ContextType>;
};

export type BackfillKeysResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BackfillKeys'] = ResolversParentTypes['BackfillKeys']> = {
  any?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  all?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  none?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type FrontRevisionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontRevision'] = ResolversParentTypes['FrontRevision']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  backfill?: Resolver<Maybe<ResolversTypes['Backfill']>, ParentType, ContextType>;
  slots?: Resolver<Array<ResolversTypes['FrontSlotRecord']>, ParentType, ContextType>;
  isLive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  previousNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FrontRecordConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontRecordConnection'] = ResolversParentTypes['FrontRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FrontRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FrontRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FrontRecordEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontRecordEdge'] = ResolversParentTypes['FrontRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FrontRecord'], ParentType, ContextType>;
};

export type FrontRevisionConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontRevisionConnection'] = ResolversParentTypes['FrontRevisionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FrontRevisionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['FrontRevision']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FrontRevisionEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FrontRevisionEdge'] = ResolversParentTypes['FrontRevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FrontRevision'], ParentType, ContextType>;
};

export type AuthorRecordConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuthorRecordConnection'] = ResolversParentTypes['AuthorRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuthorRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuthorRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuthorRecordEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuthorRecordEdge'] = ResolversParentTypes['AuthorRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuthorRecord'], ParentType, ContextType>;
};

export type AuthorRecordResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuthorRecord'] = ResolversParentTypes['AuthorRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuthorKind'], ParentType, ContextType>;
  bio?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailPublic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  avatarId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['ProfileLink']>, ParentType, ContextType>;
  publicAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mergedIntoId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Uses'], ParentType, ContextType>;
};

export type MediaRecordConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MediaRecordConnection'] = ResolversParentTypes['MediaRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MediaRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MediaRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MediaRecordEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MediaRecordEdge'] = ResolversParentTypes['MediaRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MediaRecord'], ParentType, ContextType>;
};

export type MediaRecordResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MediaRecord'] = ResolversParentTypes['MediaRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['MediaType'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  focalPoint?: Resolver<Maybe<ResolversTypes['FocalPoint']>, ParentType, ContextType>;
  renditions?: Resolver<Array<ResolversTypes['Rendition']>, ParentType, ContextType>;
  srcset?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  placeholder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thumbhash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dominantColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  hash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mergedIntoId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Uses'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  hasPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SignInResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SignIn'] = ResolversParentTypes['SignIn']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SessionConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionConnection'] = ResolversParentTypes['SessionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SessionEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SessionEdge'] = ResolversParentTypes['SessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  ownerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rotatedToId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NewApiKeyResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['NewApiKey'] = ResolversParentTypes['NewApiKey']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  tagIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WebhookStatus'], ParentType, ContextType>;
  disabledReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  previousUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, Partial<WebhookDeliveriesArgs>>;
  delivery?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType, RequireFields<WebhookDeliveryArgs, 'id'>>;
};

export type WebhookConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WebhookConnection'] = ResolversParentTypes['WebhookConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Webhook']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WebhookEdge'] = ResolversParentTypes['WebhookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['WebhookAttempt']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WebhookAttemptResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WebhookAttempt'] = ResolversParentTypes['WebhookAttempt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type RedeliveryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Redelivery'] = ResolversParentTypes['Redelivery']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PostRecordResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PostRecord'] = ResolversParentTypes['PostRecord']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PostStatus'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  liveVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  firstPublishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['PostContent'], ParentType, ContextType>;
};

export type PostContentResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PostContent'] = ResolversParentTypes['PostContent']> = {
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isKeyEvent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  bylines?: Resolver<Array<ResolversTypes['BylineContent']>, ParentType, ContextType>;
};

export type PostRecordConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PostRecordConnection'] = ResolversParentTypes['PostRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PostRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostRecordEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PostRecordEdge'] = ResolversParentTypes['PostRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PostRecord'], ParentType, ContextType>;
};

export type ImportResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Import'] = ResolversParentTypes['Import']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['ImportOrigin'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImportState'], ParentType, ContextType>;
  publish?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tagIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  sectionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  media?: Resolver<ResolversTypes['ImportMedia'], ParentType, ContextType>;
  baseUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytesTotal?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bytesRead?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['ImportCounts'], ParentType, ContextType>;
  perSecond?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  secondsLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcomes?: Resolver<ResolversTypes['ImportOutcomeConnection'], ParentType, ContextType, Partial<ImportOutcomesArgs>>;
};

export type ImportCountsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ImportCounts'] = ResolversParentTypes['ImportCounts']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  repaired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportOutcomeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ImportOutcome'] = ResolversParentTypes['ImportOutcome']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['ImportResult'], ParentType, ContextType>;
  noun?: Resolver<ResolversTypes['ImportNoun'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isRepaired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  remarks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  targetId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ImportConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ImportConnection'] = ResolversParentTypes['ImportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ImportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Import']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ImportEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ImportEdge'] = ResolversParentTypes['ImportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Import'], ParentType, ContextType>;
};

export type ImportOutcomeConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ImportOutcomeConnection'] = ResolversParentTypes['ImportOutcomeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ImportOutcomeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ImportOutcome']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ImportOutcomeEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ImportOutcomeEdge'] = ResolversParentTypes['ImportOutcomeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImportOutcome'], ParentType, ContextType>;
};

export type IngestSourceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestSource'] = ResolversParentTypes['IngestSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IngestKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  folder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  intervalSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publish?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nearDuplicates?: Resolver<ResolversTypes['NearDuplicates'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tagIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  sectionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IngestStatus'], ParentType, ContextType>;
  nextPollAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  polledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  succeededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  newsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastImportId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IngestSourceConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestSourceConnection'] = ResolversParentTypes['IngestSourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IngestSourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['IngestSource']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IngestSourceEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IngestSourceEdge'] = ResolversParentTypes['IngestSourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IngestSource'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphqlContext> = {
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Upload?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  Highlight?: HighlightResolvers<ContextType>;
  SearchFacets?: SearchFacetsResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  PopularStories?: PopularStoriesResolvers<ContextType>;
  PopularStory?: PopularStoryResolvers<ContextType>;
  ArticleViews?: ArticleViewsResolvers<ContextType>;
  WindowViews?: WindowViewsResolvers<ContextType>;
  Article?: ArticleResolvers<ContextType>;
  LiveBlog?: LiveBlogResolvers<ContextType>;
  PostWindow?: PostWindowResolvers<ContextType>;
  Post?: PostResolvers<ContextType>;
  Byline?: BylineResolvers<ContextType>;
  Correction?: CorrectionResolvers<ContextType>;
  Translation?: TranslationResolvers<ContextType>;
  ArticleStoryline?: ArticleStorylineResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  ShareLink?: ShareLinkResolvers<ContextType>;
  SuggestionExclusions?: SuggestionExclusionsResolvers<ContextType>;
  RelatedStory?: RelatedStoryResolvers<ContextType>;
  RelatedGround?: RelatedGroundResolvers<ContextType>;
  Block?: BlockResolvers<ContextType>;
  TextBlock?: TextBlockResolvers<ContextType>;
  Span?: SpanResolvers<ContextType>;
  LinkMark?: LinkMarkResolvers<ContextType>;
  ImageBlock?: ImageBlockResolvers<ContextType>;
  GalleryBlock?: GalleryBlockResolvers<ContextType>;
  VideoBlock?: VideoBlockResolvers<ContextType>;
  EmbedBlock?: EmbedBlockResolvers<ContextType>;
  PullquoteBlock?: PullquoteBlockResolvers<ContextType>;
  RelatedLinksBlock?: RelatedLinksBlockResolvers<ContextType>;
  RelatedLink?: RelatedLinkResolvers<ContextType>;
  TableBlock?: TableBlockResolvers<ContextType>;
  KeyPointsBlock?: KeyPointsBlockResolvers<ContextType>;
  DividerBlock?: DividerBlockResolvers<ContextType>;
  TagConnection?: TagConnectionResolvers<ContextType>;
  TagEdge?: TagEdgeResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  Storyline?: StorylineResolvers<ContextType>;
  Front?: FrontResolvers<ContextType>;
  FrontSlot?: FrontSlotResolvers<ContextType>;
  FrontConnection?: FrontConnectionResolvers<ContextType>;
  FrontEdge?: FrontEdgeResolvers<ContextType>;
  AuthorConnection?: AuthorConnectionResolvers<ContextType>;
  AuthorEdge?: AuthorEdgeResolvers<ContextType>;
  Author?: AuthorResolvers<ContextType>;
  ProfileLink?: ProfileLinkResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  Rendition?: RenditionResolvers<ContextType>;
  FocalPoint?: FocalPointResolvers<ContextType>;
  Resolution?: ResolutionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  ScheduleFailure?: ScheduleFailureResolvers<ContextType>;
  ScheduleConnection?: ScheduleConnectionResolvers<ContextType>;
  ScheduleEdge?: ScheduleEdgeResolvers<ContextType>;
  ArticleDraftConnection?: ArticleDraftConnectionResolvers<ContextType>;
  ArticleDraftEdge?: ArticleDraftEdgeResolvers<ContextType>;
  ArticleDraft?: ArticleDraftResolvers<ContextType>;
  Preview?: PreviewResolvers<ContextType>;
  PreviewToken?: PreviewTokenResolvers<ContextType>;
  Use?: UseResolvers<ContextType>;
  Uses?: UsesResolvers<ContextType>;
  BulkResults?: BulkResultsResolvers<ContextType>;
  BulkResult?: BulkResultResolvers<ContextType>;
  BulkError?: BulkErrorResolvers<ContextType>;
  Embargo?: EmbargoResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  Kill?: KillResolvers<ContextType>;
  EditLock?: EditLockResolvers<ContextType>;
  ArticleContent?: ArticleContentResolvers<ContextType>;
  LiveBlogContent?: LiveBlogContentResolvers<ContextType>;
  BylineContent?: BylineContentResolvers<ContextType>;
  LeadMediaContent?: LeadMediaContentResolvers<ContextType>;
  RelatedContent?: RelatedContentResolvers<ContextType>;
  RevisionConnection?: RevisionConnectionResolvers<ContextType>;
  RevisionEdge?: RevisionEdgeResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  ArticleDiff?: ArticleDiffResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  BlockChange?: BlockChangeResolvers<ContextType>;
  TextPiece?: TextPieceResolvers<ContextType>;
  TagRecordConnection?: TagRecordConnectionResolvers<ContextType>;
  TagRecordEdge?: TagRecordEdgeResolvers<ContextType>;
  TagRecord?: TagRecordResolvers<ContextType>;
  StorylineRecord?: StorylineRecordResolvers<ContextType>;
  FrontRecord?: FrontRecordResolvers<ContextType>;
  FrontSlotRecord?: FrontSlotRecordResolvers<ContextType>;
  FrontImage?: FrontImageResolvers<ContextType>;
  Backfill?: BackfillResolvers<ContextType>;
  BackfillKeys?: BackfillKeysResolvers<ContextType>;
  FrontRevision?: FrontRevisionResolvers<ContextType>;
  FrontRecordConnection?: FrontRecordConnectionResolvers<ContextType>;
  FrontRecordEdge?: FrontRecordEdgeResolvers<ContextType>;
  FrontRevisionConnection?: FrontRevisionConnectionResolvers<ContextType>;
  FrontRevisionEdge?: FrontRevisionEdgeResolvers<ContextType>;
  AuthorRecordConnection?: AuthorRecordConnectionResolvers<ContextType>;
  AuthorRecordEdge?: AuthorRecordEdgeResolvers<ContextType>;
  AuthorRecord?: AuthorRecordResolvers<ContextType>;
  MediaRecordConnection?: MediaRecordConnectionResolvers<ContextType>;
  MediaRecordEdge?: MediaRecordEdgeResolvers<ContextType>;
  MediaRecord?: MediaRecordResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  SignIn?: SignInResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  NewApiKey?: NewApiKeyResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookConnection?: WebhookConnectionResolvers<ContextType>;
  WebhookEdge?: WebhookEdgeResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookAttempt?: WebhookAttemptResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  Redelivery?: RedeliveryResolvers<ContextType>;
  PostRecord?: PostRecordResolvers<ContextType>;
  PostContent?: PostContentResolvers<ContextType>;
  PostRecordConnection?: PostRecordConnectionResolvers<ContextType>;
  PostRecordEdge?: PostRecordEdgeResolvers<ContextType>;
  Import?: ImportResolvers<ContextType>;
  ImportCounts?: ImportCountsResolvers<ContextType>;
  ImportOutcome?: ImportOutcomeResolvers<ContextType>;
  ImportConnection?: ImportConnectionResolvers<ContextType>;
  ImportEdge?: ImportEdgeResolvers<ContextType>;
  ImportOutcomeConnection?: ImportOutcomeConnectionResolvers<ContextType>;
  ImportOutcomeEdge?: ImportOutcomeEdgeResolvers<ContextType>;
  IngestSource?: IngestSourceResolvers<ContextType>;
  IngestSourceConnection?: IngestSourceConnectionResolvers<ContextType>;
  IngestSourceEdge?: IngestSourceEdgeResolvers<ContextType>;
};

