-- DropIndex: made again below, all of it descending, so that one comparison of rows says where a page begins in it.
DROP INDEX "published_article_locale_publishedAt_id_idx";

-- DropIndex
DROP INDEX "published_article_sectionId_publishedAt_id_idx";

-- AlterTable: filled before it is demanded, for a table with stories in it.
ALTER TABLE "published_byline"
ADD COLUMN     "firstPublishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "modifiedAt" TIMESTAMPTZ(3);

UPDATE "published_byline" copy SET "firstPublishedAt" = story."firstPublishedAt", "updatedAt" = story."updatedAt", "modifiedAt" = story."modifiedAt"
FROM "published_article" story WHERE story."id" = copy."articleId";

ALTER TABLE "published_byline"
ALTER COLUMN "firstPublishedAt" SET NOT NULL,
ALTER COLUMN "updatedAt" SET NOT NULL,
ALTER COLUMN "modifiedAt" SET NOT NULL;

-- AlterTable: filled before it is demanded, for a table with stories in it.
ALTER TABLE "published_tag"
ADD COLUMN     "firstPublishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "modifiedAt" TIMESTAMPTZ(3);

UPDATE "published_tag" copy SET "firstPublishedAt" = story."firstPublishedAt", "updatedAt" = story."updatedAt", "modifiedAt" = story."modifiedAt"
FROM "published_article" story WHERE story."id" = copy."articleId";

ALTER TABLE "published_tag"
ALTER COLUMN "firstPublishedAt" SET NOT NULL,
ALTER COLUMN "updatedAt" SET NOT NULL,
ALTER COLUMN "modifiedAt" SET NOT NULL;

-- CreateIndex
CREATE INDEX "published_article_firstPublishedAt_id_idx" ON "published_article"("firstPublishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_updatedAt_id_idx" ON "published_article"("updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_modifiedAt_id_idx" ON "published_article"("modifiedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_locale_publishedAt_id_idx" ON "published_article"("locale" DESC, "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_locale_firstPublishedAt_id_idx" ON "published_article"("locale" DESC, "firstPublishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_locale_updatedAt_id_idx" ON "published_article"("locale" DESC, "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_locale_modifiedAt_id_idx" ON "published_article"("locale" DESC, "modifiedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_sectionId_publishedAt_id_idx" ON "published_article"("sectionId" DESC, "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_sectionId_firstPublishedAt_id_idx" ON "published_article"("sectionId" DESC, "firstPublishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_sectionId_updatedAt_id_idx" ON "published_article"("sectionId" DESC, "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_sectionId_modifiedAt_id_idx" ON "published_article"("sectionId" DESC, "modifiedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_byline_authorId_firstPublishedAt_articleId_idx" ON "published_byline"("authorId", "firstPublishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_byline_authorId_updatedAt_articleId_idx" ON "published_byline"("authorId", "updatedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_byline_authorId_modifiedAt_articleId_idx" ON "published_byline"("authorId", "modifiedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_tag_tagId_firstPublishedAt_articleId_idx" ON "published_tag"("tagId", "firstPublishedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_tag_tagId_updatedAt_articleId_idx" ON "published_tag"("tagId", "updatedAt" DESC, "articleId" DESC);

-- CreateIndex
CREATE INDEX "published_tag_tagId_modifiedAt_articleId_idx" ON "published_tag"("tagId", "modifiedAt" DESC, "articleId" DESC);

-- Whoever changes a date of a live story changes the copies with it, whatever part of the house it is.
CREATE FUNCTION copy_story_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "published_tag" SET "publishedAt" = NEW."publishedAt", "firstPublishedAt" = NEW."firstPublishedAt",
    "updatedAt" = NEW."updatedAt", "modifiedAt" = NEW."modifiedAt" WHERE "articleId" = NEW."id";
  UPDATE "published_byline" SET "publishedAt" = NEW."publishedAt", "firstPublishedAt" = NEW."firstPublishedAt",
    "updatedAt" = NEW."updatedAt", "modifiedAt" = NEW."modifiedAt" WHERE "articleId" = NEW."id";
  RETURN NULL;
END
$$;

CREATE TRIGGER copy_story_dates AFTER UPDATE ON "published_article" FOR EACH ROW
WHEN ((OLD."publishedAt", OLD."firstPublishedAt", OLD."updatedAt", OLD."modifiedAt")
  IS DISTINCT FROM (NEW."publishedAt", NEW."firstPublishedAt", NEW."updatedAt", NEW."modifiedAt"))
EXECUTE FUNCTION copy_story_dates();
