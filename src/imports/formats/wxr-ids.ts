import { fingerprint } from '../text/words.ts'
import { textOf, type XmlElement } from '../text/xml.ts'

/** What had an id first: where that post was, as a number (of two addresses the same with a chance of 1 in 4 billion), and its line. */
interface First {
  address: number | null
  line: number
}

/**
 * The ids of posts within their file. WordPress gives each but once; files that were put together, or written by others, may have one
 * for two posts. Then the second is called by its address (`guid`, or its link), as it will be when the same file comes again.
 */
export class PostIds {
  readonly #firsts = new Map<string, First>()

  /** What the post is called, and what is to be told of that. */
  nameOf(element: XmlElement): { externalId: string; notes: string[] } {
    const id = textOf(element, 'wp:post_id')
    if (!id) return { externalId: textOf(element, 'guid') ?? '', notes: [] }
    const address = textOf(element, 'guid') ?? textOf(element, 'link')
    const number = address === null ? null : Number.parseInt(fingerprint(address).slice(0, 8), 16)
    const first = this.#firsts.get(id)
    if (!first) this.#firsts.set(id, { address: number, line: element.line })
    if (!first) return { externalId: id, notes: [] }
    const before = `its id ${id.slice(0, 40)} stood in this file before (line ${first.line})`
    return address === null || first.address === number
      ? { externalId: id, notes: [`${before}: taken for a newer version of that post`] }
      : { externalId: address, notes: [`${before}, for a post of another address; this one is told by its own`] }
  }
}
