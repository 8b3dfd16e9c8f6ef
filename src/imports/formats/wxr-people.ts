import type { ImportAuthor } from '../item.ts'
import type { Notes } from '../text/notes.ts'
import { attributeOf, childrenOf, rawText, textOf, wordsOf, type XmlElement } from '../text/xml.ts'
import { slugOf } from './finish.ts'
import { bareAuthor } from './parts.ts'
import { metaOf } from './wxr-attachments.ts'

/** People by login, those who have an account and guests alike. */
export type People = Map<string, ImportAuthor>

/** Who has an account on the site. */
export function authorOf(element: XmlElement): ImportAuthor | null {
  const login = wordsOf(element, 'wp:author_login')
  const full = [wordsOf(element, 'wp:author_first_name'), wordsOf(element, 'wp:author_last_name')]
    .filter(Boolean)
    .join(' ')
  const name = wordsOf(element, 'wp:author_display_name') ?? (full || login)
  if (!name) return null
  return bareAuthor(name, { slug: slugOf(login), email: wordsOf(element, 'wp:author_email'), externalId: login })
}

/** Who writes without an account, as Co-Authors Plus keeps them: a post of the type `guest-author`. */
export function guestOf(element: XmlElement): ImportAuthor | null {
  const login = metaOf(element, 'cap-user_login') ?? withoutCap(textOf(element, 'wp:post_name'))
  const name = metaOf(element, 'cap-display_name') ?? wordsOf(element, 'title') ?? login
  if (!name) return null
  return bareAuthor(name, {
    ...{ slug: slugOf(login), externalId: login, email: metaOf(element, 'cap-user_email') },
    ...{ bio: metaOf(element, 'cap-description'), jobTitle: metaOf(element, 'cap-job_title') },
  })
}

/**
 * Those whom a plugin for several authors names as terms of the taxonomy `author`: by login with `cap-` before the nicename (Co-Authors
 * Plus), by name (PublishPress Authors).
 */
function coAuthors(element: XmlElement): { login: string; nicename: string; isCap: boolean }[] {
  const terms = childrenOf(element, 'category').filter((term) => attributeOf(term, 'domain') === 'author')
  return terms.flatMap((term) => {
    const [login, nicename] = [rawText(term).trim(), attributeOf(term, 'nicename') ?? '']
    return login ? [{ login, nicename: withoutCap(nicename) ?? '', isCap: nicename.startsWith('cap-') }] : []
  })
}

function withoutCap(nicename: string | null): string | null {
  return nicename?.replace(/^cap-/, '') ?? null
}

/** Logins that a post names and that are not known yet: guests may come later in the file. */
export function guestsNeeded(element: XmlElement, people: People): string[] {
  return coAuthors(element).flatMap(({ login, isCap }) => (isCap && !people.has(login) ? login : []))
}

/** Who wrote a post: those whom a plugin names, else who has it on the site. */
export function bylinesOf(element: XmlElement, people: People, notes: Notes): ImportAuthor[] {
  const several = coAuthors(element)
  if (several.length > 0)
    return several.map(({ login, nicename, isCap }) => {
      const known = people.get(login) ?? people.get(nicename)
      if (!known && isCap) notes.add(`the file does not say who the author '${login.slice(0, 60)}' is; that is a login`)
      return known ?? bareAuthor(login, { externalId: login, slug: slugOf(nicename) })
    })
  const login = wordsOf(element, 'dc:creator')
  return login ? [people.get(login) ?? bareAuthor(login, { externalId: login, slug: slugOf(login) })] : []
}
