-- CreateEnum
CREATE TYPE "PostStatus" AS ENUM ('DRAFT', 'LIVE', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "published_article" ADD COLUMN     "liveBlog" JSONB,
ADD COLUMN     "postCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "status" "PostStatus" NOT NULL DEFAULT 'DRAFT',
    "headNumber" INTEGER NOT NULL,
    "liveNumber" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "firstPublishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "ownerId" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_revision" (
    "postId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdById" UUID,

    CONSTRAINT "post_revision_pkey" PRIMARY KEY ("postId","number")
);

-- CreateTable
CREATE TABLE "post_reference" (
    "postId" UUID NOT NULL,
    "noun" "ReferenceNoun" NOT NULL,
    "targetId" UUID NOT NULL,

    CONSTRAINT "post_reference_pkey" PRIMARY KEY ("postId","noun","targetId")
);

-- CreateTable
CREATE TABLE "published_post" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT,
    "body" JSONB NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "bodyText" TEXT NOT NULL,
    "isKeyEvent" BOOLEAN NOT NULL,
    "isPinned" BOOLEAN NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "modifiedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_post_byline" (
    "postId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "displayName" TEXT,

    CONSTRAINT "published_post_byline_pkey" PRIMARY KEY ("postId","position")
);

-- CreateTable
CREATE TABLE "published_post_link" (
    "postId" UUID NOT NULL,
    "targetId" UUID NOT NULL,

    CONSTRAINT "published_post_link_pkey" PRIMARY KEY ("postId","targetId")
);

-- CreateTable
CREATE TABLE "published_post_media" (
    "postId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,

    CONSTRAINT "published_post_media_pkey" PRIMARY KEY ("postId","mediaId")
);

-- CreateIndex
CREATE INDEX "post_articleId_at_id_idx" ON "post"("articleId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "post_articleId_status_at_id_idx" ON "post"("articleId", "status", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "post_reference_targetId_idx" ON "post_reference"("targetId");

-- CreateIndex
CREATE INDEX "published_post_articleId_at_id_idx" ON "published_post"("articleId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_post_articleId_isKeyEvent_at_id_idx" ON "published_post"("articleId", "isKeyEvent", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_post_articleId_isPinned_at_id_idx" ON "published_post"("articleId", "isPinned", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_post_byline_authorId_idx" ON "published_post_byline"("authorId");

-- CreateIndex
CREATE INDEX "published_post_link_targetId_idx" ON "published_post_link"("targetId");

-- CreateIndex
CREATE INDEX "published_post_media_mediaId_idx" ON "published_post_media"("mediaId");

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_revision" ADD CONSTRAINT "post_revision_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_reference" ADD CONSTRAINT "post_reference_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_post" ADD CONSTRAINT "published_post_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_post" ADD CONSTRAINT "published_post_id_fkey" FOREIGN KEY ("id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_post_byline" ADD CONSTRAINT "published_post_byline_postId_fkey" FOREIGN KEY ("postId") REFERENCES "published_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_post_byline" ADD CONSTRAINT "published_post_byline_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_post_link" ADD CONSTRAINT "published_post_link_postId_fkey" FOREIGN KEY ("postId") REFERENCES "published_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_post_link" ADD CONSTRAINT "published_post_link_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_post_media" ADD CONSTRAINT "published_post_media_postId_fkey" FOREIGN KEY ("postId") REFERENCES "published_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_post_media" ADD CONSTRAINT "published_post_media_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
