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

/**
 * A path without query, fragment and slashes at its end, as paths of stories are looked up. WordPress's plain address of a post, which is
 * nothing but a query, stays whole: '/?p=4711'.
 */
export function pathToLookUp(given: string): string {
  const [plain] = /^\/\?p=\d{1,18}(?=$|[&#])/.exec(given) ?? []
  return plain ?? (given.split(/[?#]/)[0] ?? '').replace(/(?<=.)\/+$/, '')
}
