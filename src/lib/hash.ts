/**
 * A whole number of 32 bits for a text, from -2^31 to 2^31 - 1 and never 0. Not for secrets.
 * Source: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ (prime 16777619, offset 2166136261), over UTF-16 units.
 */
export function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  // The last units have moved few bits; one more turn spreads them. Source: the finaliser of MurmurHash3 (public domain).
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507)
  hash ^= hash >>> 13
  return hash | 0 || 1
}
