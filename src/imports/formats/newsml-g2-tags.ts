import type { ImportTag } from '../item.ts'
import { plainWords } from '../text/words.ts'
import { attributeOf, childrenOf, rawText, wordsOf, type XmlElement } from '../text/xml.ts'
import { wireTag } from './wire-status.ts'

/** What an item of NewsML-G2 is about, and where it is from; in its own language, of the names that a thing has. */
export function tagsOf(meta: XmlElement | null, language: string | null): ImportTag[] {
  const subjects = childrenOf(meta, 'subject').flatMap((subject) =>
    wireTag(nameIn(subject, language), attributeOf(subject, 'type'), attributeOf(subject, 'qcode')),
  )
  const keywords = childrenOf(meta, 'keyword').flatMap((word) => wireTag(plainWords(rawText(word)), null, null))
  const places = childrenOf(meta, 'located').flatMap((place) =>
    wireTag(nameIn(place, language), 'place', attributeOf(place, 'qcode')),
  )
  return [...subjects, ...keywords, ...places]
}

/** The name in a language, else that of no language, else the first. */
function nameIn(thing: XmlElement, language: string | null): string | null {
  const languageOf = (name: XmlElement) => attributeOf(name, 'xml:lang')?.toLowerCase().split('-')[0] ?? null
  const names = childrenOf(thing, 'name')
  const wanted = language?.toLowerCase().split('-')[0] ?? null
  const name = names.find((each) => languageOf(each) === wanted) ?? names.find((each) => languageOf(each) === null)
  return name ? plainWords(rawText(name)) : wordsOf(thing, 'name')
}
