-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('RECEIVING', 'QUEUED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "ImportOrigin" AS ENUM ('UPLOAD', 'URL', 'FILE');

-- CreateEnum
CREATE TYPE "ImportResult" AS ENUM ('CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED', 'REFUSED');

-- CreateEnum
CREATE TYPE "ImportNoun" AS ENUM ('ARTICLE', 'AUTHOR', 'TAG', 'MEDIA');

-- CreateTable
CREATE TABLE "former_path" (
    "path" TEXT NOT NULL,
    "articleId" UUID NOT NULL,

    CONSTRAINT "former_path_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "import_job" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "origin" "ImportOrigin" NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT,
    "state" "ImportState" NOT NULL,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "isDryRun" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "bytesTotal" BIGINT,
    "bytesRead" BIGINT NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "repaired" INTEGER NOT NULL DEFAULT 0,
    "activeMs" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "runId" UUID,
    "leasedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdById" UUID,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "jobId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("jobId","position")
);

-- CreateTable
CREATE TABLE "import_outcome" (
    "jobId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "result" "ImportResult" NOT NULL,
    "noun" "ImportNoun" NOT NULL,
    "externalId" TEXT,
    "line" INTEGER,
    "title" TEXT,
    "isRepaired" BOOLEAN NOT NULL DEFAULT false,
    "remarks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "targetId" UUID,

    CONSTRAINT "import_outcome_pkey" PRIMARY KEY ("jobId","number")
);

-- CreateTable
CREATE TABLE "import_identity" (
    "source" TEXT NOT NULL,
    "noun" "ImportNoun" NOT NULL,
    "externalId" TEXT NOT NULL,
    "targetId" UUID NOT NULL,
    "hash" TEXT,
    "revision" INTEGER,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_identity_pkey" PRIMARY KEY ("source","noun","externalId")
);

-- CreateIndex
CREATE INDEX "former_path_articleId_idx" ON "former_path"("articleId");

-- CreateIndex
CREATE INDEX "import_job_createdAt_id_idx" ON "import_job"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "import_job_state_leasedUntil_idx" ON "import_job"("state", "leasedUntil");

-- CreateIndex
CREATE INDEX "import_outcome_jobId_result_number_idx" ON "import_outcome"("jobId", "result", "number");

-- CreateIndex
CREATE INDEX "import_identity_targetId_idx" ON "import_identity"("targetId");

-- CreateIndex
CREATE INDEX "media_asset_url_idx" ON "media_asset" USING HASH ("url");

-- AddForeignKey
ALTER TABLE "former_path" ADD CONSTRAINT "former_path_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_outcome" ADD CONSTRAINT "import_outcome_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "import_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is in a file is written once and read once, and often packed already: by hand, no second packing.
ALTER TABLE "import_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
