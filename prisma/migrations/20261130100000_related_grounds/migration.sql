-- Why a story was suggested is kept as data; the sentences are made of it when it is read. Stories in other languages stand behind the others.
ALTER TABLE "related_story" DROP COLUMN "reasons",
ADD COLUMN "grounds" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "isForeign" BOOLEAN NOT NULL DEFAULT false;

-- The languages that there are, without a look at all terms.
CREATE INDEX "related_term_languages" ON "related_term" ("language") WHERE term = 0;

-- Names are counted without accents, and lists had reasons: the worker makes all of it anew.
INSERT INTO related_due ("articleId", priority, stage)
SELECT id, 1, 0 FROM published_article
ON CONFLICT ("articleId") DO UPDATE SET stage = 0;
