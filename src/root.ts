import { fileURLToPath } from 'node:url'

/**
 * The place of a file of ours that is no code, such as 'schema.graphql', from a checkout and from a build alike: this file is one
 * folder below the root of the repository, and so is the code that is built from it.
 */
export const fileOfRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
