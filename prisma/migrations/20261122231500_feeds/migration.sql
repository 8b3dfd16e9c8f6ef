-- CreateTable
CREATE TABLE "hub_ping" (
    "url" TEXT NOT NULL,
    "number" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hub_ping_pkey" PRIMARY KEY ("url")
);

-- CreateIndex
CREATE INDEX "hub_ping_nextAttemptAt_idx" ON "hub_ping"("nextAttemptAt");

-- Sitemaps: which months have stories, and the newest change of each, without reading the stories.
CREATE INDEX "published_article_month_modifiedAt_idx"
  ON "published_article"(date_trunc('month', "firstPublishedAt" AT TIME ZONE 'UTC'), "modifiedAt" DESC);
