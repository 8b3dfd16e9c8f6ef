-- CreateTable
CREATE TABLE "view_bucket" (
    "articleId" UUID NOT NULL,
    "spanSeconds" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,
    "attentionSeconds" BIGINT NOT NULL DEFAULT 0,
    "shares" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "view_bucket_pkey" PRIMARY KEY ("articleId","spanSeconds","at")
);

-- CreateTable
CREATE TABLE "popular_board" (
    "name" TEXT NOT NULL,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "tookMs" INTEGER NOT NULL,
    "ids" UUID[],
    "scores" REAL[],

    CONSTRAINT "popular_board_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "view_bucket_spanSeconds_at_idx" ON "view_bucket"("spanSeconds", "at");
