/** Parts of lower-case letters, digits, hyphens and full stops, none of which begins with a full stop. */
const pattern = /^[a-z0-9-][a-z0-9.-]*(\/[a-z0-9-][a-z0-9.-]*)*$/

/** Whether a text is a key. */
export function isKey(text: string): boolean {
  return pattern.test(text)
}

/** The same key. @throws an Error for one that could lead out of the store: our own fault, since no key is made of what people type. */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new Error(`'${key}' is no key of a file`)
  return key
}
