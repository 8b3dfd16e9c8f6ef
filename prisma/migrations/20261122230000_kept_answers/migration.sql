-- What answers for readers depend on that an entry changed; entries from before have none, and no answer is that old.
ALTER TABLE "journal_entry" ADD COLUMN     "keys" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Which processes keep answers, and how far each has followed the journal. Unlogged: after a crash nobody keeps anything.
CREATE UNLOGGED TABLE "cache_lease" (
    "id" UUID NOT NULL,
    "seen" BIGINT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cache_lease_pkey" PRIMARY KEY ("id")
);
