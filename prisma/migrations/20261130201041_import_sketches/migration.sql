-- Stories of sources that are polled are found under other ids by samples of their text, in the place of 64 bits of it. What was noted
-- before cannot be made into these and would be forgotten within days: until then a story from before is not found by its text.
ALTER TABLE "import_identity" DROP COLUMN "fingerprint";

-- Only they were looked for by it.
DROP INDEX "import_identity_changedAt_idx";

CREATE TABLE "import_sketch" (
    "source" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "shingles" INTEGER[],
    "notedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_sketch_pkey" PRIMARY KEY ("source","externalId")
);

-- Without a list of what is still to be put in: each look-up would read it whole.
CREATE INDEX "import_sketch_shingles_idx" ON "import_sketch" USING GIN ("shingles") WITH (fastupdate = off);

CREATE INDEX "import_sketch_notedAt_idx" ON "import_sketch"("notedAt");
