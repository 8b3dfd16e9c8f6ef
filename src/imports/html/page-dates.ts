import { firstInstant, instantOf, readInstant } from '../text/dates.ts'
import type { Notes } from '../text/notes.ts'
import { oneLine } from '../text/words.ts'
import { attribute, findAll, type HtmlParent, textIn } from './tree.ts'

/** The first time that the page marks up, best one that says it is that of publication. Others may be of anything, or durations. */
export function timeIn(page: HtmlParent, notes: Notes): Date | null {
  const marked = findAll(
    page,
    (each) =>
      /datePublished|pubdate/.test(`${attribute(each, 'itemprop')}`) ||
      each.attrs.some(({ name }) => name === 'pubdate'),
  )
  const times = findAll(page, (each) => each.tagName === 'time' && attribute(each, 'datetime') !== null)
  const others = times.filter(({ attrs }) => !attrs.some(({ value }) => /comment|modified|updated/i.test(value)))
  const published = firstInstant(
    marked.map((each) => ['datePublished', attribute(each, 'datetime') ?? attribute(each, 'content')]),
    notes,
  )
  return published ?? firstOf(others.map((each) => attribute(each, 'datetime'))) ?? shownDate(page, notes)
}

function firstOf(texts: (string | null)[]): Date | null {
  return texts.map((text) => readInstant(text)).find((at) => at) ?? null
}

const isOfPublication = /(?:^|[-_\s])(?:date|dateline|time|timestamp|published|pubdate)(?:$|[-_\s])/i
const isOfOther = /comment|modified|updated|related|teaser/i

/** The first date behind the heading that is marked as one for readers only: others on a page are of today, or of other stories. */
function shownDate(page: HtmlParent, notes: Notes): Date | null {
  let isBehind = false
  const marked = findAll(page, (each) => {
    isBehind ||= each.tagName === 'h1'
    const names = `${attribute(each, 'class') ?? ''} ${attribute(each, 'id') ?? ''}`
    return isBehind && (each.tagName === 'time' || isOfPublication.test(names)) && !isOfOther.test(names)
  })
  const texts = marked.flatMap((each) => oneLine(textIn(each)) ?? []).filter((text) => text.length <= 80)
  const found = firstOf(texts)
  const unread = texts.find((text) => /\d{4}/.test(text))
  return found ?? (unread ? instantOf('date', unread, notes) : null)
}
