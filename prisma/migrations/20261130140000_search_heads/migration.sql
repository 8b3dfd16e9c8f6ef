-- What ranking reads leaves the rows that matches are counted by: of these a hundred fit where six did.
CREATE TABLE "published_heads" (
    "articleId" UUID NOT NULL,
    "heads" tsvector NOT NULL,

    CONSTRAINT "published_heads_pkey" PRIMARY KEY ("articleId")
);
ALTER TABLE "published_heads" ALTER COLUMN "heads" SET STORAGE MAIN;

INSERT INTO "published_heads" SELECT "articleId", "heads" FROM "published_search";
ALTER TABLE "published_search" DROP COLUMN "heads";
-- Makes the rows anew.
CLUSTER "published_search" USING "published_search_pkey";
ALTER TABLE "published_search" SET WITHOUT CLUSTER;

-- AddForeignKey
ALTER TABLE "published_heads" ADD CONSTRAINT "published_heads_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
