import { rarityOf } from '../rarity.ts'
import type { Scorer, Subject, TagSeen } from './scorer.ts'

/**
 * Tags that both have, by how rare they are, of all that the story has: a tag of a dozen stories says much, one of thousands next to
 * nothing. Source: inverse document frequency for keys of any kind, Spärck Jones 1972, doi:10.1108/eb026526.
 */
export const tags: Scorer = (subject, { tags: theirs }) => {
  const ids = new Set(theirs.map(({ id }) => id))
  return sharedPart(subject, subject.tags.filter(isTopic), (tag) => ids.has(tag.id))
}

/** Storylines have a scorer of their own. */
export const isTopic = ({ type }: TagSeen): boolean => type !== 'STORYLINE'

function sharedPart(
  { storiesOfTag, all }: Subject,
  own: TagSeen[],
  isShared: (tag: TagSeen) => boolean,
): number | null {
  if (own.length === 0) return null
  const worth = (tags: TagSeen[]) => tags.reduce((sum, { id }) => sum + rarityOf(storiesOfTag.get(id) ?? 1, all), 0)
  const whole = worth(own)
  return whole === 0 ? null : worth(own.filter(isShared)) / whole
}
