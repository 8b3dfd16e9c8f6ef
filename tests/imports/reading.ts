import { checkBody } from '../../src/articles/body/check.ts'
import { renderText } from '../../src/articles/body/text.ts'
import type { ReadOptions } from '../../src/imports/format.ts'
import { formatNamed } from '../../src/imports/formats.ts'
import type { Found, ImportBody, ImportItem, Refused } from '../../src/imports/item.ts'

const anyId = '0192a1b0-0000-7000-8000-000000000011'
const unknown: ReadOptions = { locale: null, baseUrl: null, fileName: null, charset: null }

/** All that a reader finds in a file, given in pieces. */
export function readAll(
  format: string,
  file: string | Uint8Array,
  { piece = 7_001, ...options }: Partial<ReadOptions> & { piece?: number } = {},
): Found[] {
  const reader = formatNamed(format).open({ ...unknown, ...options })
  const bytes = Buffer.from(file as string)
  const found: Found[] = []
  for (let at = 0; at < bytes.length; at += piece) found.push(...reader.write(bytes.subarray(at, at + piece)))
  return [...found, ...reader.end()]
}

export function itemsIn(found: Found[]): ImportItem[] {
  return found.flatMap((each) => ('item' in each ? each.item : []))
}

export function refusedIn(found: Found[]): Refused[] {
  return found.flatMap((each) => ('refused' in each ? each.refused : []))
}

/** The body as `checkBody` takes it, with one id for all media. */
export function withIds(body: ImportBody): unknown {
  return JSON.parse(JSON.stringify(body).replace(/"mediaIndex":\d+/g, `"mediaId":"${anyId}"`))
}

/** What is wrong with a body, by the check of the house. */
export function bodyFaults(body: ImportBody) {
  const checked = checkBody(withIds(body))
  return 'faults' in checked ? checked.faults : []
}

/** The words of a body. @throws when the check of the house refuses it. */
export function textOfBody(body: ImportBody): string {
  const checked = checkBody(withIds(body))
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults))
  return renderText(checked.body)
}
