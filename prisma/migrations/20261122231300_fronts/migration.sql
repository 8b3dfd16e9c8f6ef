-- CreateEnum
CREATE TYPE "StorylineStatus" AS ENUM ('DEVELOPING', 'DORMANT', 'CONCLUDED');

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "replacesId" UUID;

-- AlterTable
ALTER TABLE "published_article" ADD COLUMN     "replacesId" UUID;

-- CreateTable
CREATE TABLE "storyline" (
    "tagId" UUID NOT NULL,
    "status" "StorylineStatus" NOT NULL DEFAULT 'DEVELOPING',
    "summary" TEXT,
    "leadArticleId" UUID,

    CONSTRAINT "storyline_pkey" PRIMARY KEY ("tagId")
);

-- CreateTable
CREATE TABLE "front" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "headNumber" INTEGER NOT NULL DEFAULT 0,
    "liveNumber" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "front_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "front_revision" (
    "id" UUID NOT NULL,
    "frontId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "previousNumber" INTEGER,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "front_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "storyline_leadArticleId_idx" ON "storyline"("leadArticleId");

-- CreateIndex
CREATE UNIQUE INDEX "front_slug_key" ON "front"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "front_revision_frontId_number_key" ON "front_revision"("frontId", "number");

-- CreateIndex
CREATE INDEX "article_replacesId_idx" ON "article"("replacesId");

-- CreateIndex
CREATE INDEX "published_article_replacesId_publishedAt_id_idx" ON "published_article"("replacesId", "publishedAt" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "storyline" ADD CONSTRAINT "storyline_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "storyline" ADD CONSTRAINT "storyline_leadArticleId_fkey" FOREIGN KEY ("leadArticleId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "front_revision" ADD CONSTRAINT "front_revision_frontId_fkey" FOREIGN KEY ("frontId") REFERENCES "front"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;
