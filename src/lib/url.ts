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
 * A path without query, fragment and slashes at its end, as paths of stories are looked up: with letters that are none of ASCII in percent
 * signs, whose figures are capitals, as browsers send them and WordPress does not write them. Its plain address of a post or page, which is
 * nothing but a query, stays whole: '/?p=4711', '/?page_id=36'.
 */
export function pathToLookUp(given: string): string {
  const [plain] = /^\/\?(?:p|page_id)=\d{1,18}(?=$|[&#])/.exec(given) ?? []
  return plain ?? encodedPath((given.split(/[?#]/)[0] ?? '').replace(/(?<=.)\/+$/, ''))
}

function encodedPath(path: string): string {
  const capital = path.replace(/%[\da-f]{2}/gi, (octet) => octet.toUpperCase())
  // A half of a character has no octets.
  return capital.replace(/[^\x21-\x7e]+/g, (letters) =>
    /\p{Surrogate}/u.test(letters) ? letters : encodeURIComponent(letters),
  )
}
