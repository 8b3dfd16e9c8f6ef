/** One change of the set of authors at a time; a publish shares it, so that no author is merged under its hands. */
export const authorsLock = 'authors'
