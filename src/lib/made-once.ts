/** What is dear to make and not needed for a start: made when it is first asked for, and kept. */
export function madeOnce<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => {
    made ??= make()
    return made
  }
}
