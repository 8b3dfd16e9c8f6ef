-- CreateEnum
CREATE TYPE "ScheduleAction" AS ENUM ('PUBLISH', 'WITHDRAW');

-- CreateEnum
CREATE TYPE "ScheduleStatus" AS ENUM ('PENDING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ReferenceNoun" AS ENUM ('AUTHOR', 'TAG', 'MEDIA');

-- CreateEnum
CREATE TYPE "UserStatus" AS ENUM ('ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "WebhookStatus" AS ENUM ('ACTIVE', 'DISABLED');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('PENDING', 'DELIVERED', 'FAILED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ArticleStatus" ADD VALUE 'IN_REVIEW';
ALTER TYPE "ArticleStatus" ADD VALUE 'APPROVED';
ALTER TYPE "ArticleStatus" ADD VALUE 'SCHEDULED';
ALTER TYPE "ArticleStatus" ADD VALUE 'KILLED';

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "createdBy" TEXT NOT NULL DEFAULT 'system',
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3),
ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "rotatedToId" UUID,
ADD COLUMN     "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "role" DROP NOT NULL;

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "approvedNumber" INTEGER,
ADD COLUMN     "embargoNote" TEXT,
ADD COLUMN     "embargoUntil" TIMESTAMPTZ(3),
ADD COLUMN     "embargoedAt" TIMESTAMPTZ(3),
ADD COLUMN     "killReason" TEXT,
ADD COLUMN     "killedAt" TIMESTAMPTZ(3),
ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "reviewNote" TEXT,
ADD COLUMN     "reviewedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewedBy" TEXT,
ADD COLUMN     "withdrawReason" TEXT;

-- AlterTable
ALTER TABLE "author" ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "media_asset" ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "createdById" UUID,
ADD COLUMN     "isAutosave" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "action" "ScheduleAction" NOT NULL,
    "revisionNumber" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "localTime" TEXT,
    "zone" TEXT,
    "isSignificant" BOOLEAN,
    "status" "ScheduleStatus" NOT NULL DEFAULT 'PENDING',
    "firedAt" TIMESTAMPTZ(3),
    "failure" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edit_lock" (
    "articleId" UUID NOT NULL,
    "holderId" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "acquiredAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "edit_lock_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "article_reference" (
    "articleId" UUID NOT NULL,
    "noun" "ReferenceNoun" NOT NULL,
    "targetId" UUID NOT NULL,

    CONSTRAINT "article_reference_pkey" PRIMARY KEY ("articleId","noun","targetId")
);

-- CreateTable
CREATE TABLE "preview_token" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "note" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "preview_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "status" "UserStatus" NOT NULL DEFAULT 'ACTIVE',
    "passwordHash" TEXT,
    "issuer" TEXT,
    "subject" TEXT,
    "lastSeenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "address" TEXT NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_attempt" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "succeeded" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "house_secret" (
    "name" TEXT NOT NULL,
    "value" BYTEA NOT NULL,

    CONSTRAINT "house_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "journal_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "number" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "actor" TEXT NOT NULL,
    "actorId" UUID,
    "note" TEXT,
    "requestId" TEXT,
    "address" TEXT,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "hash" BYTEA NOT NULL,
    "step" INTEGER NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "result" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("hash","step")
);

-- CreateTable
CREATE TABLE "journal_cursor" (
    "name" TEXT NOT NULL,
    "number" BIGINT NOT NULL,

    CONSTRAINT "journal_cursor_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tagIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "secret" TEXT NOT NULL,
    "previousSecret" TEXT,
    "previousUntil" TIMESTAMPTZ(3),
    "status" "WebhookStatus" NOT NULL DEFAULT 'ACTIVE',
    "disabledReason" TEXT,
    "failingSince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "number" BIGINT,
    "body" TEXT NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "leasedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "id" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "status" INTEGER,
    "answer" TEXT,
    "error" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "schedule_status_at_id_idx" ON "schedule"("status", "at", "id");

-- CreateIndex
CREATE INDEX "schedule_articleId_at_idx" ON "schedule"("articleId", "at");

-- CreateIndex
CREATE INDEX "correction_articleId_at_idx" ON "correction"("articleId", "at");

-- CreateIndex
CREATE INDEX "article_reference_targetId_idx" ON "article_reference"("targetId");

-- CreateIndex
CREATE INDEX "preview_token_articleId_createdAt_idx" ON "preview_token"("articleId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "preview_token_expiresAt_idx" ON "preview_token"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_issuer_subject_key" ON "user"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "session_hash_key" ON "session"("hash");

-- CreateIndex
CREATE INDEX "session_userId_createdAt_idx" ON "session"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "session_expiresAt_idx" ON "session"("expiresAt");

-- CreateIndex
CREATE INDEX "login_attempt_account_at_idx" ON "login_attempt"("account", "at" DESC);

-- CreateIndex
CREATE INDEX "login_attempt_address_at_idx" ON "login_attempt"("address", "at" DESC);

-- CreateIndex
CREATE INDEX "login_attempt_at_idx" ON "login_attempt"("at");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_number_key" ON "journal_entry"("number");

-- CreateIndex
CREATE INDEX "journal_entry_isPublic_number_idx" ON "journal_entry"("isPublic", "number");

-- CreateIndex
CREATE INDEX "journal_entry_type_number_idx" ON "journal_entry"("type", "number");

-- CreateIndex
CREATE INDEX "journal_entry_actorId_number_idx" ON "journal_entry"("actorId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_subjectId_sequence_key" ON "journal_entry"("subjectId", "sequence");

-- CreateIndex
CREATE INDEX "idempotency_record_createdAt_idx" ON "idempotency_record"("createdAt");

-- CreateIndex
CREATE INDEX "webhook_delivery_endpointId_status_nextAttemptAt_number_idx" ON "webhook_delivery"("endpointId", "status", "nextAttemptAt", "number");

-- CreateIndex
CREATE INDEX "webhook_delivery_endpointId_createdAt_id_idx" ON "webhook_delivery"("endpointId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_endpointId_number_idx" ON "webhook_delivery"("endpointId", "number");

-- CreateIndex
CREATE INDEX "webhook_delivery_status_nextAttemptAt_idx" ON "webhook_delivery"("status", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "webhook_delivery_finishedAt_idx" ON "webhook_delivery"("finishedAt");

-- CreateIndex
CREATE INDEX "webhook_attempt_deliveryId_at_idx" ON "webhook_attempt"("deliveryId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_rotatedToId_key" ON "api_key"("rotatedToId");

-- CreateIndex
CREATE INDEX "api_key_ownerId_idx" ON "api_key"("ownerId");

-- CreateIndex
CREATE INDEX "author_mergedIntoId_idx" ON "author"("mergedIntoId");

-- CreateIndex
CREATE INDEX "media_asset_mergedIntoId_idx" ON "media_asset"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "author" ADD CONSTRAINT "author_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "author"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_asset" ADD CONSTRAINT "media_asset_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "media_asset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edit_lock" ADD CONSTRAINT "edit_lock_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_reference" ADD CONSTRAINT "article_reference_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_token" ADD CONSTRAINT "preview_token_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_rotatedToId_fkey" FOREIGN KEY ("rotatedToId") REFERENCES "api_key"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: the hash of an entry of the journal over the one before it. Writing (src/core/events.ts) and verifying use it.
CREATE FUNCTION journal_hash(
  previous BYTEA, number BIGINT, id UUID, type TEXT, subject UUID, sequence INTEGER, version INTEGER, data JSONB, is_public BOOLEAN,
  actor TEXT, actor_id UUID, note TEXT, request_id TEXT, address TEXT, occurred_at TIMESTAMPTZ
) RETURNS BYTEA LANGUAGE sql STABLE PARALLEL SAFE AS
'SELECT sha256(previous || convert_to(jsonb_build_array(number, id, type, subject, sequence, version, data, is_public, actor, actor_id, note, request_id, address, round(extract(epoch FROM occurred_at) * 1000)::bigint)::text, ''UTF8''))';

-- By hand: the events of the outbox become the beginning of the journal.
INSERT INTO "journal_entry" ("id", "number", "type", "subjectId", "sequence", "version", "data", "isPublic", "actor", "occurredAt", "hash")
WITH RECURSIVE old AS MATERIALIZED (
  SELECT "id", row_number() OVER (ORDER BY "sequence") AS number, "type", "subjectId",
    row_number() OVER (PARTITION BY "subjectId" ORDER BY "sequence")::int AS place, "version", "data",
    "type" IN ('article.published', 'article.withdrawn') AS public, "actor", "occurredAt"
  FROM "outbox_event"
), chain AS (
  SELECT old.*, journal_hash('', number, id, type, "subjectId", place, version, data, public, actor, NULL, NULL, NULL, NULL, "occurredAt") AS hash
  FROM old WHERE number = 1
  UNION ALL
  SELECT old.*, journal_hash(chain.hash, old.number, old.id, old.type, old."subjectId", old.place, old.version, old.data, old.public, old.actor, NULL, NULL, NULL, NULL, old."occurredAt")
  FROM chain JOIN old ON old.number = chain.number + 1
)
SELECT id, number, type, "subjectId", place, version, data, public, actor, "occurredAt", hash FROM chain;

INSERT INTO "journal_head" ("id", "number", "hash")
SELECT 1, coalesce(max("number"), 0), coalesce((SELECT "hash" FROM "journal_entry" ORDER BY "number" DESC LIMIT 1), '') FROM "journal_entry";

DROP TABLE "outbox_event";

-- By hand: what the newest revisions refer to.
INSERT INTO "article_reference" ("articleId", "noun", "targetId")
SELECT article."id", 'AUTHOR'::"ReferenceNoun", (it #>> '{}')::uuid
FROM "article" JOIN "revision" ON "revision"."articleId" = article."id" AND "revision"."number" = article."headNumber",
  LATERAL jsonb_path_query("content", '$.bylines[*].authorId') AS it
UNION
SELECT article."id", 'TAG'::"ReferenceNoun", (it #>> '{}')::uuid
FROM "article" JOIN "revision" ON "revision"."articleId" = article."id" AND "revision"."number" = article."headNumber",
  LATERAL (SELECT jsonb_path_query("content", '$.tagIds[*]') UNION SELECT jsonb_path_query("content", '$.sectionId ? (@ != null)')) AS found(it)
UNION
SELECT article."id", 'MEDIA'::"ReferenceNoun", (it #>> '{}')::uuid
FROM "article" JOIN "revision" ON "revision"."articleId" = article."id" AND "revision"."number" = article."headNumber",
  LATERAL (SELECT jsonb_path_query("content", '$.**.mediaId') UNION SELECT jsonb_path_query("content", '$.recommendedVideoId ? (@ != null)')) AS found(it);
