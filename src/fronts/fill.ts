import type { FrontContent, SlotContent } from './front.ts'

/** A story at its place, with what editors made of it; null: it is there by the backfill. */
export interface Placed<S> {
  story: S
  slot: SlotContent | null
}

/** The places that count at this instant: with a live story whose time has not passed, or left to the backfill. */
function standing<S>({ slots }: FrontContent, live: Map<string, S>, now: Date): (SlotContent & { number: number })[] {
  return slots
    .map((slot, index) => ({ ...slot, number: index + 1 }))
    .filter(({ until }) => until === null || new Date(until) > now)
    .filter(({ articleId }) => articleId === null || live.has(articleId))
}

/** The ids of stories that an editor put on the front and that stand there at this instant: the backfill has others. */
export function pickedIds<S>(content: FrontContent, live: Map<string, S>, now: Date): string[] {
  return standing(content, live, now).flatMap(({ articleId }) => articleId ?? [])
}

/**
 * The stories of a front in order. `live`: its live stories by id. `spare`: stories that fill places, in order, none of them
 * picked. A sticky place keeps its number; the others stand in their order around it, and move up when one falls away. Places
 * that were left empty, and those behind the last, are filled from `spare`. When there is none, what is behind moves up: there
 * is never a hole. What is beyond `size` is a reserve.
 */
export function fillFront<S>(content: FrontContent, live: Map<string, S>, spare: S[], now: Date): Placed<S>[] {
  const places = standing(content, live, now)
  const sticky = new Map(places.filter(({ isSticky }) => isSticky).map((place) => [place.number, place]))
  const flow: SlotContent[] = places.filter(({ isSticky }) => !isSticky)
  const fills = [...spare]
  const take = (slot: SlotContent | null): Placed<S> | null => {
    const story = slot?.articleId ? live.get(slot.articleId) : fills.shift()
    return story === undefined ? null : { story, slot: slot?.articleId ? slot : null }
  }
  const next = (): Placed<S> | null => {
    for (let slot = flow.shift(); slot; slot = flow.shift()) {
      const placed = take(slot)
      if (placed) return placed
    }
    return take(null)
  }
  const numbers = Array.from({ length: content.size }, (_, index) => index + 1)
  return numbers
    .map((number) => (sticky.has(number) ? take(sticky.get(number) ?? null) : next()))
    .filter((each) => each !== null)
}

/** How many places the backfill has to fill. */
export function openPlaces<S>(content: FrontContent, live: Map<string, S>, now: Date): number {
  const spare = Array.from({ length: content.size }, () => ({}) as S)
  return fillFront(content, live, spare, now).filter(({ slot }) => slot === null).length
}
