import { describe, expect, it } from 'vitest'
import { formatNamed, formats } from '../../src/imports/formats.ts'
import { importStatuses } from '../../src/imports/item.ts'
import { readImport } from '../../src/imports/read.ts'

const options = { locale: null, baseUrl: null, fileName: null, charset: null }

async function* piecesOf(text: string) {
  yield Buffer.from(text)
}

describe('formats of imports', () => {
  it('an unknown name is refused with the names there are', () => {
    expect(() => formatNamed('docx')).toThrow(
      `format: 'docx' is no format; use one of ${formats.map(({ name }) => name).join(', ')}`,
    )
  })

  it('a file in no known format is refused before anything is read', async () => {
    const reading = readImport(piecesOf('\u0089PNG\u0000\u0000\u0001'), null, options)
    await expect(reading.next()).rejects.toThrow(
      `the file is in no known format; name it, one of dateline, ${formats.map(({ name }) => name).join(', ')}`,
    )
  })

  it('statuses are those of the pipeline', () => expect(importStatuses).toContain('KILLED'))
})
