-- Which of its versions a source last told, so that an older one that comes late takes nothing back.
ALTER TABLE "import_identity" ADD COLUMN "sourceVersion" INTEGER;
