import { type Fault, invalidInput } from '../core/errors.ts'
import type { Backfill, FrontContent, SlotContent, Terms } from './front.ts'
import { type BackfillInput, emptyFront, type FrontInput, type FrontPatch, type SlotInput } from './front-record.ts'

/** The content of a new front. @throws invalid_input with every place that cannot be as it is. */
export function newFront({ slug: _, ...input }: FrontInput): FrontContent {
  return complete({ ...emptyFront, name: input.name }, input)
}

/** The content after a change; what the patch leaves out stays. @throws invalid_input as `newFront`. */
export function changedFront(before: FrontContent, { slug: _, ...patch }: FrontPatch): FrontContent {
  return complete(before, patch)
}

function complete(before: FrontContent, { name, locale, size, backfill, slots }: FrontPatch): FrontContent {
  const after = {
    name: name ?? before.name,
    locale: locale === undefined ? before.locale : locale,
    size: size ?? before.size,
    backfill: backfill === undefined ? before.backfill : backfill && toBackfill(backfill),
    slots: slots ? slots.map(toSlot) : before.slots,
  }
  const faults = after.slots.flatMap((slot, index) => slotFaults(after, slot, index))
  if (faults.length > 0) throw invalidInput(faults)
  return after
}

function toSlot({ articleId, headline = null, kicker = null, image, isSticky = false, until }: SlotInput): SlotContent {
  return {
    articleId: articleId?.toLowerCase() ?? null,
    headline,
    kicker,
    image: image ? { mediaId: image.mediaId.toLowerCase(), alt: image.alt ?? null } : null,
    isSticky,
    until: until ? instantOf(until) : null,
  }
}

/** As UTC; what the calendar has not stays, for `slotFaults` to tell. */
function instantOf(text: string | Date): string {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? String(text) : at.toISOString()
}

function toBackfill({ tags, sections, authors, locales }: BackfillInput): Backfill {
  const terms = (given: BackfillInput['tags']) => (given ?? []).map(toTerms)
  return { tags: terms(tags), sections: terms(sections), authors: terms(authors), locales: terms(locales) }
}

function toTerms({ any = null, all = null, none = null }: Partial<Terms>): Terms {
  return { any, all, none }
}

function slotFaults({ slots, size }: FrontContent, slot: SlotContent, index: number): Fault[] {
  const path = `slots[${index}]`
  const { articleId, headline, kicker, image, isSticky, until } = slot
  const first = articleId === null ? index : slots.findIndex((each) => each.articleId === articleId)
  const isDressed = headline !== null || kicker !== null || image !== null || isSticky
  return [
    ...(first < index
      ? [{ path: `${path}.articleId`, message: `stands in slots[${first}] already; leave one out` }]
      : []),
    ...(articleId === null && isDressed
      ? [{ path: `${path}.articleId`, message: 'is required where a place has words, a picture or is sticky' }]
      : []),
    ...(isSticky && index >= size
      ? [{ path: `${path}.isSticky`, message: `keeps number ${index + 1}, beyond the size of ${size}` }]
      : []),
    ...(until !== null && Number.isNaN(Date.parse(until))
      ? [{ path: `${path}.until`, message: 'must be an instant that the calendar has' }]
      : []),
  ]
}
