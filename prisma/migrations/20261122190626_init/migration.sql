-- CreateEnum
CREATE TYPE "ArticleStatus" AS ENUM ('DRAFT', 'LIVE', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "TagType" AS ENUM ('PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'TOPIC', 'SECTION', 'SERIES', 'STORYLINE');

-- CreateEnum
CREATE TYPE "AuthorKind" AS ENUM ('PERSON', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "MediaType" AS ENUM ('IMAGE', 'VIDEO', 'AUDIO', 'FILE');

-- CreateEnum
CREATE TYPE "RelatedKind" AS ENUM ('CURATED', 'SUGGESTED');

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "status" "ArticleStatus" NOT NULL DEFAULT 'DRAFT',
    "headNumber" INTEGER NOT NULL,
    "liveNumber" INTEGER,
    "slug" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "sectionId" UUID,
    "originalId" UUID,
    "firstPublishedAt" TIMESTAMPTZ(3),
    "significantAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_slug" (
    "slug" TEXT NOT NULL,
    "articleId" UUID NOT NULL,
    "liveSince" TIMESTAMPTZ(3),

    CONSTRAINT "article_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "article_path" (
    "path" TEXT NOT NULL,
    "articleId" UUID NOT NULL,
    "liveSince" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_path_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "type" "TagType" NOT NULL,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "description" TEXT,
    "parentId" UUID,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "aliasFolded" TEXT NOT NULL DEFAULT '',
    "externalIds" JSONB NOT NULL DEFAULT '{}',
    "publicAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag_slug" (
    "slug" TEXT NOT NULL,
    "tagId" UUID NOT NULL,

    CONSTRAINT "tag_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "author" (
    "id" UUID NOT NULL,
    "kind" "AuthorKind" NOT NULL DEFAULT 'PERSON',
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "bio" TEXT,
    "jobTitle" TEXT,
    "email" TEXT,
    "emailPublic" BOOLEAN NOT NULL DEFAULT false,
    "avatarId" UUID,
    "links" JSONB NOT NULL DEFAULT '[]',
    "publicAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "author_slug" (
    "slug" TEXT NOT NULL,
    "authorId" UUID NOT NULL,

    CONSTRAINT "author_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "media_asset" (
    "id" UUID NOT NULL,
    "type" "MediaType" NOT NULL,
    "url" TEXT NOT NULL,
    "mimeType" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "durationSeconds" DOUBLE PRECISION,
    "alt" TEXT,
    "caption" TEXT,
    "credit" TEXT,
    "focalPoint" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "media_asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "actor" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_article" (
    "id" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "originalId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "kicker" TEXT,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT,
    "sectionId" UUID,
    "body" JSONB NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "bodyText" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "readingMinutes" INTEGER NOT NULL,
    "leadMedia" JSONB,
    "recommendedVideo" JSONB,
    "source" JSONB,
    "corrections" JSONB NOT NULL DEFAULT '[]',
    "canonicalUrl" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "firstPublishedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "modifiedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_byline" (
    "articleId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "displayName" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_byline_pkey" PRIMARY KEY ("articleId","position")
);

-- CreateTable
CREATE TABLE "published_tag" (
    "articleId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_tag_pkey" PRIMARY KEY ("articleId","tagId")
);

-- CreateTable
CREATE TABLE "published_link" (
    "articleId" UUID NOT NULL,
    "targetId" UUID NOT NULL,

    CONSTRAINT "published_link_pkey" PRIMARY KEY ("articleId","targetId")
);

-- CreateTable
CREATE TABLE "published_media" (
    "articleId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,

    CONSTRAINT "published_media_pkey" PRIMARY KEY ("articleId","mediaId")
);

-- CreateTable
CREATE TABLE "related_story" (
    "articleId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "RelatedKind" NOT NULL,
    "targetId" UUID,
    "url" TEXT,
    "headline" TEXT,
    "score" DOUBLE PRECISION,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "related_story_pkey" PRIMARY KEY ("articleId","kind","position")
);

-- CreateIndex
CREATE INDEX "article_changedAt_id_idx" ON "article"("changedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_status_changedAt_id_idx" ON "article"("status", "changedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_originalId_idx" ON "article"("originalId");

-- CreateIndex
CREATE UNIQUE INDEX "revision_articleId_number_key" ON "revision"("articleId", "number");

-- CreateIndex
CREATE INDEX "article_slug_articleId_idx" ON "article_slug"("articleId");

-- CreateIndex
CREATE INDEX "article_path_articleId_idx" ON "article_path"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "tag_slug_key" ON "tag"("slug");

-- CreateIndex
CREATE INDEX "tag_name_trigram" ON "tag" USING GIN ("nameFolded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "tag_alias_trigram" ON "tag" USING GIN ("aliasFolded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "tag_type_nameFolded_id_idx" ON "tag"("type", "nameFolded", "id");

-- CreateIndex
CREATE INDEX "tag_nameFolded_id_idx" ON "tag"("nameFolded", "id");

-- CreateIndex
CREATE INDEX "tag_parentId_idx" ON "tag"("parentId");

-- CreateIndex
CREATE INDEX "tag_mergedIntoId_idx" ON "tag"("mergedIntoId");

-- CreateIndex
CREATE INDEX "tag_slug_tagId_idx" ON "tag_slug"("tagId");

-- CreateIndex
CREATE UNIQUE INDEX "author_slug_key" ON "author"("slug");

-- CreateIndex
CREATE INDEX "author_name_trigram" ON "author" USING GIN ("nameFolded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "author_nameFolded_id_idx" ON "author"("nameFolded", "id");

-- CreateIndex
CREATE INDEX "author_kind_nameFolded_id_idx" ON "author"("kind", "nameFolded", "id");

-- CreateIndex
CREATE INDEX "author_avatarId_idx" ON "author"("avatarId");

-- CreateIndex
CREATE INDEX "author_slug_authorId_idx" ON "author_slug"("authorId");

-- CreateIndex
CREATE INDEX "media_asset_createdAt_id_idx" ON "media_asset"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_sequence_key" ON "outbox_event"("sequence");

-- CreateIndex
CREATE INDEX "outbox_event_subjectId_sequence_idx" ON "outbox_event"("subjectId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "published_article_slug_key" ON "published_article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "published_article_path_key" ON "published_article"("path");

-- CreateIndex
CREATE INDEX "published_article_publishedAt_id_idx" ON "published_article"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_locale_publishedAt_id_idx" ON "published_article"("locale", "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_sectionId_publishedAt_id_idx" ON "published_article"("sectionId", "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_revisionId_idx" ON "published_article"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "published_article_originalId_locale_key" ON "published_article"("originalId", "locale");

-- CreateIndex
CREATE INDEX "published_byline_authorId_publishedAt_articleId_idx" ON "published_byline"("authorId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_tag_tagId_publishedAt_articleId_idx" ON "published_tag"("tagId", "publishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_link_targetId_idx" ON "published_link"("targetId");

-- CreateIndex
CREATE INDEX "published_media_mediaId_idx" ON "published_media"("mediaId");

-- CreateIndex
CREATE INDEX "related_story_targetId_idx" ON "related_story"("targetId");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_slug" ADD CONSTRAINT "article_slug_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_path" ADD CONSTRAINT "article_path_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag_slug" ADD CONSTRAINT "tag_slug_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "author" ADD CONSTRAINT "author_avatarId_fkey" FOREIGN KEY ("avatarId") REFERENCES "media_asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "author_slug" ADD CONSTRAINT "author_slug_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_id_fkey" FOREIGN KEY ("id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "tag"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_byline" ADD CONSTRAINT "published_byline_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_byline" ADD CONSTRAINT "published_byline_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_tag" ADD CONSTRAINT "published_tag_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_tag" ADD CONSTRAINT "published_tag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_link" ADD CONSTRAINT "published_link_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_link" ADD CONSTRAINT "published_link_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_media" ADD CONSTRAINT "published_media_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_media" ADD CONSTRAINT "published_media_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_story" ADD CONSTRAINT "related_story_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "related_story" ADD CONSTRAINT "related_story_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;
