-- With the weight in the key a word's places are read from a few pages of the index side by side, not one page of the table for each of them.
ALTER TABLE "related_posting" DROP CONSTRAINT "related_posting_pkey";
ALTER TABLE "related_posting" ADD CONSTRAINT "related_posting_pkey" PRIMARY KEY ("language", "term", "articleId", "weight");
