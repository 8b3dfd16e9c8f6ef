import { isIP } from 'node:net'
import { isRole, type Role, roles } from './core/caller.ts'
import { parseUrl } from './lib/url.ts'
import { type AllowedHost, readAllowedHost } from './outbound/target.ts'

// How the text of a setting is read, each kind by a function of its own. Pure.

/** Thrown when a value cannot be read; the message completes "NAME …". */
export class Fault extends Error {}

export function integer(s: string, least: number, most: number): number {
  const n = Number(s)
  if (!/^\d+$/.test(s) || n < least || n > most)
    throw new Fault(`must be a whole number from ${least} to ${most}, not '${s}'`)
  return n
}

export function oneOf<const T extends readonly string[]>(s: string, words: T): T[number] {
  if (!words.includes(s)) throw new Fault(`must be one of ${words.join(', ')}, not '${s}'`)
  return s
}

/** Addresses and networks joined by commas. */
export function networks(s: string): string[] {
  if (s === '') return []
  return s.split(',').map((given) => {
    const [address = '', bits, ...rest] = given.trim().split('/')
    const family = isIP(address)
    const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
    if (family === 0 || !fits || rest.length > 0)
      throw new Fault(`must be addresses or networks such as 10.0.0.0/8, joined by commas, not '${given.trim()}'`)
    return given.trim()
  })
}

export function slugs(s: string): string[] {
  const given = s.split(',').map((slug) => slug.trim())
  return given
    .filter((slug) => slug !== '')
    .map((slug) => matching(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/, "must be slugs such as 'sponsored', joined by commas"))
}

/** A token as an `Authorization` header can have it; not repeated in the fault. */
export function secretToken(s: string): string {
  if (!/^[A-Za-z0-9._~+/=-]{20,}$/.test(s))
    throw new Fault('must be 20 characters or more, of letters, digits and . _ ~ + / = -')
  return s
}

/** Words joined by commas, each of those known, each once. */
export function wordsOf<const T extends readonly string[]>(s: string, words: T): T[number][] {
  const given = s.split(',').map((word) => oneOf(word.trim(), words))
  return words.filter((word) => given.includes(word))
}

export function allowedHosts(s: string): AllowedHost[] {
  const entries = s.split(',').map((entry) => entry.trim())
  return entries
    .filter((entry) => entry !== '')
    .map((entry) => {
      const host = readAllowedHost(entry)
      if (!host) throw new Fault(`must be hosts such as 'intranet.example' or '10.0.0.7:8080', not '${entry}'`)
      return host
    })
}

/** A URL as it is: a slash at its end is a part of the name of an issuer. */
export function issuerUrl(s: string): string | null {
  if (s === '') return null
  if (!/^https?:\/\/[^\s/?#]+[^\s?#]*$/.test(s))
    throw new Fault("must be a URL such as 'https://login.example.org/news'")
  return s
}

/** A URL as it is, with its slash and its query. */
export function hubUrl(s: string): string | null {
  if (s === '') return null
  if (!/^https?:\/\/[^\s/?#]+[^\s#]*$/.test(s) || !parseUrl(s))
    throw new Fault("must be a URL such as 'https://pubsubhubbub.appspot.com/'")
  return s
}

export function roleMap(s: string): Readonly<Record<string, Role>> {
  const entries = s.split(',').filter((entry) => entry.trim() !== '')
  return Object.fromEntries(
    entries.map((entry) => {
      const [word = '', role = ''] = entry.split('=').map((part) => part.trim())
      if (word === '' || !isRole(role))
        throw new Fault(`must be pairs such as 'newsdesk=editor', with a role of ${roles.join(', ')}, not '${entry}'`)
      return [word, role]
    }),
  )
}

export function matching(s: string, pattern: RegExp, rule: string): string {
  if (!pattern.test(s)) throw new Fault(`${rule}, not '${s}'`)
  return s
}

/** Reads a URL without its trailing slash; null when empty. A database URL is not repeated in the fault: it holds a password. */
export function optionalUrl(protocols: string[]): (s: string) => string | null {
  return (s) => {
    if (s === '') return null
    const rule = `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`
    if (!protocols.some((protocol) => s.startsWith(`${protocol}//`)) || /\s/.test(s)) throw new Fault(rule)
    return s.replace(/\/+$/, '')
  }
}
