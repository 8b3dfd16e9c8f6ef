import { type Static, Type } from 'typebox'
import { oneOf, optional } from './shapes.ts'

/** Items that a list is counted to at most. */
export const countedMost = 10_000

/** How many items a list has. */
export const Count = Type.Object(
  {
    count: Type.Integer({ description: `How many there are; ${countedMost} when there are more.` }),
    exact: Type.Boolean({ description: `False when there are more than ${countedMost}.` }),
  },
  { $id: 'Count', examples: [{ count: 1204, exact: true }] },
)
export type Count = Static<typeof Count>

/** What a list for readers is asked with besides, over REST; GraphQL has a field for it. */
export const countFields = {
  include: optional(
    oneOf(['totalCount'], "'totalCount': how many there are on all pages goes into 'page.totalCount'."),
  ),
}

/** The count of a list of which at most `countedMost` and one more were counted. */
export function toCount(counted: number): Count {
  return { count: Math.min(counted, countedMost), exact: counted <= countedMost }
}
