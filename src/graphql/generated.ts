// Written by scripts/generate-types.ts from schema.graphql: do not edit.
import type { Page } from '../core/page.ts'
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WholeNode } from '../articles/delivery.ts';
import type { ArticleDraft as DraftView, Revision as RevisionView } from '../articles/article-draft.ts';
import type { ArticleContent as ContentView } from '../articles/article.ts';
import type { PublicAuthor } from '../authors/author.ts';
import type { PublicBlock } from '../articles/body/public-types.ts';
import type { PublicMedia } from '../media/media.ts';
import type { RelatedNode } from '../related/delivery.ts';
import type { Resolution as ResolutionView } from '../articles/resolve.ts';
import type { TagNode } from '../tags/tag.ts';
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
  /** Live stories, newest first. */
  articles: ArticleConnection;
  /** One tag, by exactly one of id or slug. A former slug, or that of a tag merged into it, finds it too. */
  tag?: Maybe<Tag>;
  /** Tags by name. `search` finds a part of the name or of an alias, accents and case aside. */
  tags: TagConnection;
  /** One author, by exactly one of id or slug. */
  author?: Maybe<Author>;
  /** Authors by name. `search` finds a part of the name, accents and case aside. */
  authors: AuthorConnection;
  /** What a path of the site leads to: a story, a tag, an author, or where it moved. Null when it leads nowhere. */
  resolve?: Maybe<Resolution>;
  /** Anything public by its id. */
  node?: Maybe<Node>;
  /** Editorial: one story with its newest content, live or not. */
  articleDraft?: Maybe<ArticleDraft>;
  /** Editorial: stories in the order of their last change, newest first. */
  articleDrafts: ArticleDraftConnection;
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
  /** Editorial: media assets, newest first. */
  mediaRecords: MediaRecordConnection;
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
export type QueryResolveArgs = {
  path: Scalars['String']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryArticleDraftArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. Fields marked “Editorial” need a bearer key; the others need none. */
export type QueryArticleDraftsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<ArticleStatus>;
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
export type QueryMediaRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<MediaType>;
};

/** Where a list goes on. */
export type PageInfo = {
  /** Whether there is another page after this one. */
  hasNextPage: Scalars['Boolean']['output'];
  /** The cursor of the last item, for `after`; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** Which stories to list; a story must meet all that is given. */
export type ArticleFilter = {
  /** Id or slug of a tag. */
  tag?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug of a section. */
  section?: InputMaybe<Scalars['String']['input']>;
  /** Id or slug of an author. */
  author?: InputMaybe<Scalars['String']['input']>;
  /** Language tag, exactly as the stories have it. */
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A page of stories. */
export type ArticleConnection = {
  /** The items of the page, each with its cursor. */
  edges: Array<ArticleEdge>;
  /** The stories of the edges. */
  nodes: Array<Article>;
  /** Whether and where the list goes on. */
  pageInfo: PageInfo;
};

/** A story and its place in the list. */
export type ArticleEdge = {
  /** For `after`: the list goes on behind this story. */
  cursor: Scalars['String']['output'];
  /** The story. */
  node: Article;
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
  /** The body as typed blocks. */
  blocks: Array<Block>;
  /** Who made it, in order. */
  bylines: Array<Byline>;
  /** The part of the newspaper it stands in. */
  section?: Maybe<Tag>;
  /** What it is about, in the editor's order. */
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
  /** What was wrong and has been put right, newest first. */
  corrections: Array<Correction>;
  /** What to read next, hand-picked first; at most `first` (1 to 30). */
  related: Array<RelatedStory>;
  /** The same story in other languages. */
  translations: Array<Translation>;
  /** Who first published it, when it was not this newsroom. */
  source?: Maybe<Source>;
  /** The URL under which it should be known. */
  canonicalUrl: Scalars['String']['output'];
  /** Ready-made links for sharing. */
  shareLinks: Array<ShareLink>;
  /** schema.org NewsArticle, for a script element of type application/ld+json. */
  jsonLd: Scalars['JSON']['output'];
  /** Number of the revision on show. */
  version: Scalars['Int']['output'];
};


/** A story that readers can see. */
export type ArticleRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
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

/** A correction that readers are told of. */
export type Correction = {
  /** What kind of correction it is. */
  type: Scalars['String']['output'];
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
  /** Why it was suggested, for readers. */
  reasons: Array<Scalars['String']['output']>;
};

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
  /** Other names for it. */
  aliases: Array<Scalars['String']['output']>;
  /** Identifiers elsewhere, by scheme, such as `{"wikidata": "Q232"}`. */
  externalIds: Scalars['JSON']['output'];
  /** Live stories with this tag (of a section: in it), newest first. */
  articles: ArticleConnection;
};


/** What stories are about, or where they stand. */
export type TagArticlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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
  /** Pages about them elsewhere. */
  links: Array<ProfileLink>;
  /** Live stories with their byline, newest first. */
  articles: ArticleConnection;
};


/** Who bylines name. */
export type AuthorArticlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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
};

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
  /** It was withdrawn: answer 410. */
  | 'GONE';

/** What a path of the site leads to. */
export type Resolution = {
  /** What stands there, or where it went. */
  kind: ResolutionKind;
  /** The HTTP status that the site should answer with: 200, 301 or 410. */
  status: Scalars['Int']['output'];
  /** The path to redirect to. */
  location?: Maybe<Scalars['String']['output']>;
  /** The story that stands there. */
  article?: Maybe<Article>;
  /** The tag that stands there. */
  tag?: Maybe<Tag>;
  /** The author that stands there. */
  author?: Maybe<Author>;
};

/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type Mutation = {
  /** A new story, as a draft. */
  createArticle: ArticleDraft;
  /** A new revision of a story. What is left out stays; null empties. Readers see nothing of it until it is published. */
  reviseArticle: ArticleDraft;
  /** Shows the newest revision (or the one named) to readers. */
  publishArticle: ArticleDraft;
  /** Takes the story from readers; its paths answer 410 until it is published again. */
  withdrawArticle: ArticleDraft;
  /** A new tag; readers see it once a live story carries it. */
  createTag: TagRecord;
  /** Changes a tag. What is left out stays; null empties. A new slug redirects from the old one. */
  updateTag: TagRecord;
  /** Moves everything that carries tag `id` to tag `into`; the old slugs redirect. */
  mergeTags: TagRecord;
  /** A new author; readers see them once a live story has their byline. */
  createAuthor: AuthorRecord;
  /** Changes an author. What is left out stays; null empties. A new slug redirects from the old one. */
  updateAuthor: AuthorRecord;
  /** A new media asset, by the URL of its file. */
  createMedia: MediaRecord;
  /** Changes a media asset. What is left out stays; null empties. Live stories show the change at once. */
  updateMedia: MediaRecord;
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
export type MutationPublishArticleArgs = {
  id: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
  significant?: InputMaybe<Scalars['Boolean']['input']>;
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationWithdrawArticleArgs = {
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
export type MutationCreateMediaArgs = {
  input: MediaInput;
};


/** Verbs of the newsroom. All need a bearer key; all write their event in the same transaction. */
export type MutationUpdateMediaArgs = {
  id: Scalars['ID']['input'];
  input: MediaPatch;
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
  /** The guard against publishing it, while there is one. */
  embargo?: Maybe<Embargo>;
  /** When and why it was recalled. */
  kill?: Maybe<Kill>;
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
  /** Revisions, newest first. */
  revisions: RevisionConnection;
  /** One revision by number. */
  revision?: Maybe<Revision>;
  /** The story as readers see it now; null when it is not live. */
  live?: Maybe<Article>;
};


/** A story as staff see it: its state and its newest content. */
export type ArticleDraftRevisionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A story as staff see it: its state and its newest content. */
export type ArticleDraftRevisionArgs = {
  number: Scalars['Int']['input'];
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
  /** Who first published it, when it was not this newsroom. */
  source?: Maybe<Source>;
  /** Set only when the canonical page is elsewhere. */
  canonicalUrl?: Maybe<Scalars['String']['output']>;
  /** The displayed date, when it is not that of the first publication. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
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
  /** 1, 2, 3 … within the story. */
  number: Scalars['Int']['output'];
  /** Why it was made; for colleagues, never shown to readers. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who saved it. */
  createdBy: Scalars['String']['output'];
  /** The whole story as it was saved. */
  content: ArticleContent;
};

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
  /** Who first published it, when it was not this newsroom. */
  source?: InputMaybe<SourceInput>;
  /** Only when the canonical page is elsewhere. */
  canonicalUrl?: InputMaybe<Scalars['String']['input']>;
  /** The displayed date, when it is not that of the first publication. */
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why, for colleagues. */
  note?: InputMaybe<Scalars['String']['input']>;
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
  /** Who first published it, when it was not this newsroom. */
  source?: InputMaybe<SourceInput>;
  /** Only when the canonical page is elsewhere. */
  canonicalUrl?: InputMaybe<Scalars['String']['input']>;
  /** The displayed date, when it is not that of the first publication. */
  publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why this revision was made; for colleagues, never shown to readers. */
  note?: InputMaybe<Scalars['String']['input']>;
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
  /** Grows by one with each change; what `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
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
  /** Grows by one with each change; what `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
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
    | ( PublicAuthor )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ArticleFilter: ArticleFilter;
  ArticleConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Article']>>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  Article: ResolverTypeWrapper<WholeNode>;
  Byline: ResolverTypeWrapper<Omit<Byline, 'author'> & { author: ResolversTypes['Author'] }>;
  Correction: ResolverTypeWrapper<Correction>;
  Translation: ResolverTypeWrapper<Translation>;
  Source: ResolverTypeWrapper<Source>;
  ShareLink: ResolverTypeWrapper<ShareLink>;
  RelatedKind: RelatedKind;
  RelatedStory: ResolverTypeWrapper<RelatedNode>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
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
  AuthorKind: AuthorKind;
  AuthorConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Author']>>;
  AuthorEdge: ResolverTypeWrapper<Omit<AuthorEdge, 'node'> & { node: ResolversTypes['Author'] }>;
  Author: ResolverTypeWrapper<PublicAuthor>;
  ProfileLink: ResolverTypeWrapper<ProfileLink>;
  MediaType: MediaType;
  Media: ResolverTypeWrapper<PublicMedia>;
  FocalPoint: ResolverTypeWrapper<FocalPoint>;
  ResolutionKind: ResolutionKind;
  Resolution: ResolverTypeWrapper<ResolutionView>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ArticleStatus: ArticleStatus;
  ScheduleAction: ScheduleAction;
  ScheduleStatus: ScheduleStatus;
  ReferenceNoun: ReferenceNoun;
  UserStatus: UserStatus;
  WebhookStatus: WebhookStatus;
  DeliveryStatus: DeliveryStatus;
  ArticleDraftConnection: ResolverTypeWrapper<Page<ResolversParentTypes['ArticleDraft']>>;
  ArticleDraftEdge: ResolverTypeWrapper<Omit<ArticleDraftEdge, 'node'> & { node: ResolversTypes['ArticleDraft'] }>;
  ArticleDraft: ResolverTypeWrapper<DraftView>;
  Embargo: ResolverTypeWrapper<Embargo>;
  Kill: ResolverTypeWrapper<Kill>;
  EditLock: ResolverTypeWrapper<EditLock>;
  ArticleContent: ResolverTypeWrapper<ContentView>;
  BylineContent: ResolverTypeWrapper<BylineContent>;
  LeadMediaContent: ResolverTypeWrapper<LeadMediaContent>;
  RelatedContent: ResolverTypeWrapper<RelatedContent>;
  RevisionConnection: ResolverTypeWrapper<Page<ResolversParentTypes['Revision']>>;
  RevisionEdge: ResolverTypeWrapper<Omit<RevisionEdge, 'node'> & { node: ResolversTypes['Revision'] }>;
  Revision: ResolverTypeWrapper<RevisionView>;
  ArticleInput: ArticleInput;
  ArticlePatch: ArticlePatch;
  BylineInput: BylineInput;
  LeadMediaInput: LeadMediaInput;
  RelatedInput: RelatedInput;
  SourceInput: SourceInput;
  TagRecordConnection: ResolverTypeWrapper<Page<ResolversParentTypes['TagRecord']>>;
  TagRecordEdge: ResolverTypeWrapper<TagRecordEdge>;
  TagRecord: ResolverTypeWrapper<TagRecord>;
  TagInput: TagInput;
  TagPatch: TagPatch;
  AuthorRecordConnection: ResolverTypeWrapper<Page<ResolversParentTypes['AuthorRecord']>>;
  AuthorRecordEdge: ResolverTypeWrapper<Omit<AuthorRecordEdge, 'node'> & { node: ResolversTypes['AuthorRecord'] }>;
  AuthorRecord: ResolverTypeWrapper<Omit<AuthorRecord, 'links'> & { links: Array<ResolversTypes['ProfileLink']> }>;
  AuthorInput: AuthorInput;
  AuthorPatch: AuthorPatch;
  ProfileLinkInput: ProfileLinkInput;
  MediaRecordConnection: ResolverTypeWrapper<Page<ResolversParentTypes['MediaRecord']>>;
  MediaRecordEdge: ResolverTypeWrapper<MediaRecordEdge>;
  MediaRecord: ResolverTypeWrapper<MediaRecord>;
  MediaInput: MediaInput;
  MediaPatch: MediaPatch;
  FocalPointInput: FocalPointInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  JSON: Scalars['JSON']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  ArticleFilter: ArticleFilter;
  ArticleConnection: Page<ResolversParentTypes['Article']>;
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  Article: WholeNode;
  Byline: Omit<Byline, 'author'> & { author: ResolversParentTypes['Author'] };
  Correction: Correction;
  Translation: Translation;
  Source: Source;
  ShareLink: ShareLink;
  RelatedStory: RelatedNode;
  Float: Scalars['Float']['output'];
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
  AuthorConnection: Page<ResolversParentTypes['Author']>;
  AuthorEdge: Omit<AuthorEdge, 'node'> & { node: ResolversParentTypes['Author'] };
  Author: PublicAuthor;
  ProfileLink: ProfileLink;
  Media: PublicMedia;
  FocalPoint: FocalPoint;
  Resolution: ResolutionView;
  Mutation: Record<PropertyKey, never>;
  ArticleDraftConnection: Page<ResolversParentTypes['ArticleDraft']>;
  ArticleDraftEdge: Omit<ArticleDraftEdge, 'node'> & { node: ResolversParentTypes['ArticleDraft'] };
  ArticleDraft: DraftView;
  Embargo: Embargo;
  Kill: Kill;
  EditLock: EditLock;
  ArticleContent: ContentView;
  BylineContent: BylineContent;
  LeadMediaContent: LeadMediaContent;
  RelatedContent: RelatedContent;
  RevisionConnection: Page<ResolversParentTypes['Revision']>;
  RevisionEdge: Omit<RevisionEdge, 'node'> & { node: ResolversParentTypes['Revision'] };
  Revision: RevisionView;
  ArticleInput: ArticleInput;
  ArticlePatch: ArticlePatch;
  BylineInput: BylineInput;
  LeadMediaInput: LeadMediaInput;
  RelatedInput: RelatedInput;
  SourceInput: SourceInput;
  TagRecordConnection: Page<ResolversParentTypes['TagRecord']>;
  TagRecordEdge: TagRecordEdge;
  TagRecord: TagRecord;
  TagInput: TagInput;
  TagPatch: TagPatch;
  AuthorRecordConnection: Page<ResolversParentTypes['AuthorRecord']>;
  AuthorRecordEdge: Omit<AuthorRecordEdge, 'node'> & { node: ResolversParentTypes['AuthorRecord'] };
  AuthorRecord: Omit<AuthorRecord, 'links'> & { links: Array<ResolversParentTypes['ProfileLink']> };
  AuthorInput: AuthorInput;
  AuthorPatch: AuthorPatch;
  ProfileLinkInput: ProfileLinkInput;
  MediaRecordConnection: Page<ResolversParentTypes['MediaRecord']>;
  MediaRecordEdge: MediaRecordEdge;
  MediaRecord: MediaRecord;
  MediaInput: MediaInput;
  MediaPatch: MediaPatch;
  FocalPointInput: FocalPointInput;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Article' | 'Tag' | 'Author', ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, Partial<QueryArticleArgs>>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, Partial<QueryArticlesArgs>>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType, Partial<QueryTagArgs>>;
  tags?: Resolver<ResolversTypes['TagConnection'], ParentType, ContextType, Partial<QueryTagsArgs>>;
  author?: Resolver<Maybe<ResolversTypes['Author']>, ParentType, ContextType, Partial<QueryAuthorArgs>>;
  authors?: Resolver<ResolversTypes['AuthorConnection'], ParentType, ContextType, Partial<QueryAuthorsArgs>>;
  resolve?: Resolver<Maybe<ResolversTypes['Resolution']>, ParentType, ContextType, RequireFields<QueryResolveArgs, 'path'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  articleDraft?: Resolver<Maybe<ResolversTypes['ArticleDraft']>, ParentType, ContextType, RequireFields<QueryArticleDraftArgs, 'id'>>;
  articleDrafts?: Resolver<ResolversTypes['ArticleDraftConnection'], ParentType, ContextType, Partial<QueryArticleDraftsArgs>>;
  tagRecord?: Resolver<Maybe<ResolversTypes['TagRecord']>, ParentType, ContextType, RequireFields<QueryTagRecordArgs, 'id'>>;
  tagRecords?: Resolver<ResolversTypes['TagRecordConnection'], ParentType, ContextType, Partial<QueryTagRecordsArgs>>;
  authorRecord?: Resolver<Maybe<ResolversTypes['AuthorRecord']>, ParentType, ContextType, RequireFields<QueryAuthorRecordArgs, 'id'>>;
  authorRecords?: Resolver<ResolversTypes['AuthorRecordConnection'], ParentType, ContextType, Partial<QueryAuthorRecordsArgs>>;
  mediaRecord?: Resolver<Maybe<ResolversTypes['MediaRecord']>, ParentType, ContextType, RequireFields<QueryMediaRecordArgs, 'id'>>;
  mediaRecords?: Resolver<ResolversTypes['MediaRecordConnection'], ParentType, ContextType, Partial<QueryMediaRecordsArgs>>;
};

export type PageInfoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Article']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArticleEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
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
  related?: Resolver<Array<ResolversTypes['RelatedStory']>, ParentType, ContextType, Partial<ArticleRelatedArgs>>;
  translations?: Resolver<Array<ResolversTypes['Translation']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  canonicalUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shareLinks?: Resolver<Array<ResolversTypes['ShareLink']>, ParentType, ContextType>;
  jsonLd?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BylineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Byline'] = ResolversParentTypes['Byline']> = {
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['Author'], ParentType, ContextType>;
};

export type CorrectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Correction'] = ResolversParentTypes['Correction']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TranslationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Translation'] = ResolversParentTypes['Translation']> = {
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type RelatedStoryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RelatedStory'] = ResolversParentTypes['RelatedStory']> = {
  kind?: Resolver<ResolversTypes['RelatedKind'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
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
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, Partial<TagArticlesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthorConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuthorConnection'] = ResolversParentTypes['AuthorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuthorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Author']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
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
};

export type FocalPointResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FocalPoint'] = ResolversParentTypes['FocalPoint']> = {
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ResolutionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Resolution'] = ResolversParentTypes['Resolution']> = {
  kind?: Resolver<ResolversTypes['ResolutionKind'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['Tag']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['Author']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationCreateArticleArgs, 'input'>>;
  reviseArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationReviseArticleArgs, 'id' | 'input'>>;
  publishArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationPublishArticleArgs, 'id'>>;
  withdrawArticle?: Resolver<ResolversTypes['ArticleDraft'], ParentType, ContextType, RequireFields<MutationWithdrawArticleArgs, 'id'>>;
  createTag?: Resolver<ResolversTypes['TagRecord'], ParentType, ContextType, RequireFields<MutationCreateTagArgs, 'input'>>;
  updateTag?: Resolver<ResolversTypes['TagRecord'], ParentType, ContextType, RequireFields<MutationUpdateTagArgs, 'id' | 'input'>>;
  mergeTags?: Resolver<ResolversTypes['TagRecord'], ParentType, ContextType, RequireFields<MutationMergeTagsArgs, 'id' | 'into'>>;
  createAuthor?: Resolver<ResolversTypes['AuthorRecord'], ParentType, ContextType, RequireFields<MutationCreateAuthorArgs, 'input'>>;
  updateAuthor?: Resolver<ResolversTypes['AuthorRecord'], ParentType, ContextType, RequireFields<MutationUpdateAuthorArgs, 'id' | 'input'>>;
  createMedia?: Resolver<ResolversTypes['MediaRecord'], ParentType, ContextType, RequireFields<MutationCreateMediaArgs, 'input'>>;
  updateMedia?: Resolver<ResolversTypes['MediaRecord'], ParentType, ContextType, RequireFields<MutationUpdateMediaArgs, 'id' | 'input'>>;
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
  embargo?: Resolver<Maybe<ResolversTypes['Embargo']>, ParentType, ContextType>;
  kill?: Resolver<Maybe<ResolversTypes['Kill']>, ParentType, ContextType>;
  lock?: Resolver<Maybe<ResolversTypes['EditLock']>, ParentType, ContextType>;
  firstPublishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['ArticleContent'], ParentType, ContextType>;
  revisions?: Resolver<ResolversTypes['RevisionConnection'], ParentType, ContextType, Partial<ArticleDraftRevisionsArgs>>;
  revision?: Resolver<Maybe<ResolversTypes['Revision']>, ParentType, ContextType, RequireFields<ArticleDraftRevisionArgs, 'number'>>;
  live?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
};

export type EmbargoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Embargo'] = ResolversParentTypes['Embargo']> = {
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  canonicalUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['ArticleContent'], ParentType, ContextType>;
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
  publicAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mergedIntoId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphqlContext> = {
  DateTime?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  Article?: ArticleResolvers<ContextType>;
  Byline?: BylineResolvers<ContextType>;
  Correction?: CorrectionResolvers<ContextType>;
  Translation?: TranslationResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  ShareLink?: ShareLinkResolvers<ContextType>;
  RelatedStory?: RelatedStoryResolvers<ContextType>;
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
  AuthorConnection?: AuthorConnectionResolvers<ContextType>;
  AuthorEdge?: AuthorEdgeResolvers<ContextType>;
  Author?: AuthorResolvers<ContextType>;
  ProfileLink?: ProfileLinkResolvers<ContextType>;
  Media?: MediaResolvers<ContextType>;
  FocalPoint?: FocalPointResolvers<ContextType>;
  Resolution?: ResolutionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  ArticleDraftConnection?: ArticleDraftConnectionResolvers<ContextType>;
  ArticleDraftEdge?: ArticleDraftEdgeResolvers<ContextType>;
  ArticleDraft?: ArticleDraftResolvers<ContextType>;
  Embargo?: EmbargoResolvers<ContextType>;
  Kill?: KillResolvers<ContextType>;
  EditLock?: EditLockResolvers<ContextType>;
  ArticleContent?: ArticleContentResolvers<ContextType>;
  BylineContent?: BylineContentResolvers<ContextType>;
  LeadMediaContent?: LeadMediaContentResolvers<ContextType>;
  RelatedContent?: RelatedContentResolvers<ContextType>;
  RevisionConnection?: RevisionConnectionResolvers<ContextType>;
  RevisionEdge?: RevisionEdgeResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  TagRecordConnection?: TagRecordConnectionResolvers<ContextType>;
  TagRecordEdge?: TagRecordEdgeResolvers<ContextType>;
  TagRecord?: TagRecordResolvers<ContextType>;
  AuthorRecordConnection?: AuthorRecordConnectionResolvers<ContextType>;
  AuthorRecordEdge?: AuthorRecordEdgeResolvers<ContextType>;
  AuthorRecord?: AuthorRecordResolvers<ContextType>;
  MediaRecordConnection?: MediaRecordConnectionResolvers<ContextType>;
  MediaRecordEdge?: MediaRecordEdgeResolvers<ContextType>;
  MediaRecord?: MediaRecordResolvers<ContextType>;
};

