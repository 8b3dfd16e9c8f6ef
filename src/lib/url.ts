/**
 * A URL as WHATWG reads it; null for what is none. `URL.canParse` is not asked: in Node 20.20, once it is compiled, it answers false for
 * hosts with letters such as ü.
 */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
