import { toSlug } from '../../src/lib/slug.ts'
import { fold } from '../../src/lib/transliterate.ts'
import { makeId, randomFor } from './random.ts'
import { firstNames, lastNames, places, topics } from './words.ts'

// Who and what the stories name: the rows of tags, authors and media, the same for an archive of any size.

/** When the newsroom was set up: before its oldest story. */
export const foundedAt = Date.parse('2015-01-01T00:00:00Z')

const sectionNames = [
  'World',
  'Politics',
  'Business',
  'Science',
  'Culture',
  'Sport',
  'Opinion',
  'Health',
  'Travel',
  'Technology',
]
const tagTypes = ['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'TOPIC', 'SERIES', 'STORYLINE']

export interface TagRow {
  id: string
  type: string
  name: string
  nameFolded: string
  slug: string
  description: string | null
  aliases: string[]
}

export const sections: TagRow[] = sectionNames.map((name, index) => tagRow(index, 'SECTION', name))

/** In the order of their use: the first stands on most stories. */
export const tags: TagRow[] = Array.from({ length: 500 }, (_, index) => {
  const type = tagTypes[index % tagTypes.length] as string
  return tagRow(1_000 + index, type, tagName(type, index))
})

function tagRow(index: number, type: string, name: string): TagRow {
  const description = index % 3 === 0 ? `All we have published on ${name}, newest first.` : null
  return {
    id: makeId(foundedAt + index, randomFor(4, index)),
    type,
    name,
    nameFolded: fold(name),
    slug: toSlug(name),
    description,
    aliases: index % 4 === 0 ? [`${name} file`] : [],
  }
}

/** A name of its own for each tag of a kind. */
function tagName(type: string, index: number): string {
  const n = Math.floor(index / tagTypes.length)
  const [first, last] = [firstNames[n % firstNames.length], lastNames[(n * 7 + Math.floor(n / 26)) % lastNames.length]]
  const place = places[n % places.length]
  const topic = topics[(n * 11 + Math.floor(n / 25)) % topics.length]
  switch (type) {
    case 'PERSON':
      return `${first} ${last} ${n}`
    case 'ORGANISATION':
      return `${place} ${topic} board ${n}`
    case 'PLACE':
      return `${place} ward ${n}`
    case 'EVENT':
      return `${place} ${topic} forum ${2000 + n}`
    default:
      return `${topic} in ${place} ${type.toLowerCase()} ${n}`
  }
}

export const authors = Array.from({ length: 200 }, (_, index) => {
  const isAgency = index % 20 === 19
  const name = isAgency
    ? `${places[index % places.length]} Wire`
    : `${firstNames[index % 30]} ${lastNames[(index * 5 + Math.floor(index / 26)) % 26]}`
  return {
    id: makeId(foundedAt + index, randomFor(5, index)),
    kind: isAgency ? 'ORGANISATION' : 'PERSON',
    name,
    nameFolded: fold(name),
    slug: `${toSlug(name)}-${index + 1}`,
    bio: isAgency ? null : `${name} has reported for the paper since ${2000 + (index % 20)}.`,
    jobTitle: isAgency ? null : 'Reporter',
    avatarIndex: index % 2 === 0 ? index : null,
  }
})

export const media = Array.from({ length: 400 }, (_, index) => ({
  id: makeId(foundedAt + index, randomFor(6, index)),
  url: `https://media.example/pictures/${index + 1}.jpg`,
  alt: `The quay at ${places[index % places.length]} on a grey morning.`,
  caption: `Work on the eastern quay at ${places[index % places.length]}.`,
  credit: `${firstNames[index % 30]} ${lastNames[index % 26]}`,
}))
