-- CreateEnum
CREATE TYPE "IngestKind" AS ENUM ('FEED', 'FOLDER');

-- CreateEnum
CREATE TYPE "IngestStatus" AS ENUM ('ACTIVE', 'PAUSED');

-- CreateEnum
CREATE TYPE "NearDuplicates" AS ENUM ('OFF', 'SOURCE', 'ALL');

-- AlterEnum
ALTER TYPE "ImportOrigin" ADD VALUE 'INGEST';

-- AlterTable
ALTER TABLE "import_identity" ADD COLUMN     "fingerprint" BIGINT;

-- CreateTable
CREATE TABLE "ingest_source" (
    "id" UUID NOT NULL,
    "kind" "IngestKind" NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "folder" TEXT,
    "intervalSeconds" INTEGER NOT NULL,
    "format" TEXT,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "nearDuplicates" "NearDuplicates" NOT NULL DEFAULT 'SOURCE',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "status" "IngestStatus" NOT NULL DEFAULT 'ACTIVE',
    "etag" TEXT,
    "lastModified" TEXT,
    "bodyHash" TEXT,
    "nextPollAt" TIMESTAMPTZ(3) NOT NULL,
    "runId" UUID,
    "leasedUntil" TIMESTAMPTZ(3),
    "polledAt" TIMESTAMPTZ(3),
    "succeededAt" TIMESTAMPTZ(3),
    "newsAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "lastImportId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdById" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ingest_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ingest_file" (
    "sourceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "modifiedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ingest_file_pkey" PRIMARY KEY ("sourceId","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "ingest_source_name_key" ON "ingest_source"("name");

-- CreateIndex
CREATE INDEX "ingest_source_status_nextPollAt_idx" ON "ingest_source"("status", "nextPollAt");

-- CreateIndex
CREATE INDEX "import_identity_changedAt_idx" ON "import_identity"("changedAt");

-- AddForeignKey
ALTER TABLE "ingest_file" ADD CONSTRAINT "ingest_file_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "ingest_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
