-- AlterTable
ALTER TABLE "media_asset" ADD COLUMN     "bytes" INTEGER,
ADD COLUMN     "dominantColor" TEXT,
ADD COLUMN     "edition" TEXT,
ADD COLUMN     "hash" TEXT,
ADD COLUMN     "placeholder" TEXT,
ADD COLUMN     "sourceHash" TEXT,
ADD COLUMN     "sourceUrl" TEXT,
ADD COLUMN     "storedAs" TEXT,
ADD COLUMN     "thumbhash" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "media_asset_storedAs_key" ON "media_asset"("storedAs");

-- CreateIndex
CREATE UNIQUE INDEX "media_asset_hash_key" ON "media_asset"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "media_asset_sourceHash_key" ON "media_asset"("sourceHash");

-- CreateIndex
CREATE INDEX "media_asset_sourceUrl_idx" ON "media_asset"("sourceUrl");
