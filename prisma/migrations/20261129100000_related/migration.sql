-- AlterTable
ALTER TABLE "related_story" ADD COLUMN "match" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "related_features" (
    "articleId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "packed" BYTEA NOT NULL,
    "terms" INTEGER[],
    "weighedAt" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "related_features_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "related_term" (
    "language" TEXT NOT NULL,
    "term" INTEGER NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "related_term_pkey" PRIMARY KEY ("language","term")
) WITH (fillfactor = 70);

-- CreateTable
CREATE TABLE "related_posting" (
    "language" TEXT NOT NULL,
    "term" INTEGER NOT NULL,
    "articleId" UUID NOT NULL,
    "weight" REAL NOT NULL,

    CONSTRAINT "related_posting_pkey" PRIMARY KEY ("language","term","articleId")
);

-- CreateTable
CREATE TABLE "related_due" (
    "articleId" UUID NOT NULL,
    "priority" SMALLINT NOT NULL,
    "stage" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "related_due_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "related_exclusion" (
    "articleId" UUID NOT NULL,
    "besideId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "related_exclusion_pkey" PRIMARY KEY ("articleId","besideId")
);

-- CreateIndex
CREATE INDEX "related_features_language_weighedAt_idx" ON "related_features"("language", "weighedAt");

-- CreateIndex
CREATE INDEX "related_posting_articleId_idx" ON "related_posting"("articleId");

-- CreateIndex
CREATE INDEX "related_due_priority_stage_articleId_idx" ON "related_due"("priority", "stage", "articleId");

-- CreateIndex
CREATE INDEX "related_exclusion_besideId_idx" ON "related_exclusion"("besideId");

-- Read a hundred at a time and packed already: not compressed.
ALTER TABLE "related_features" ALTER COLUMN "packed" SET STORAGE EXTERNAL;

-- Lists of the live stories of before: the worker makes them, after what happens now.
INSERT INTO "related_due" ("articleId", "priority") SELECT id, 1 FROM "published_article";
