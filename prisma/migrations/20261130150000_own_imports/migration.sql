-- An export of Dateline can be an import, whose report tells of all that stands in it.
ALTER TYPE "ImportNoun" ADD VALUE 'USER';
ALTER TYPE "ImportNoun" ADD VALUE 'STORYLINE';
ALTER TYPE "ImportNoun" ADD VALUE 'SUGGESTION_EXCLUSION';
ALTER TYPE "ImportNoun" ADD VALUE 'POST';
ALTER TYPE "ImportNoun" ADD VALUE 'FRONT';
ALTER TYPE "ImportNoun" ADD VALUE 'WEBHOOK';
ALTER TYPE "ImportNoun" ADD VALUE 'INGEST_SOURCE';
