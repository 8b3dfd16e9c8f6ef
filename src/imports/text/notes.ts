import type { Place, Repair } from '../item.ts'

/** More repairs of one item than this help nobody; the rest is counted. */
const maxNotes = 50

/** What had to be put right in one item, in order. The same thing is said once. */
export class Notes {
  private readonly messages = new Set<string>()
  private more = 0

  add(message: string): void {
    if (this.messages.has(message)) return
    if (this.messages.size < maxNotes) this.messages.add(message)
    else this.more += 1
  }

  /** All of them, at the place of the item. */
  at(place: Place): Repair[] {
    const rest = this.more > 0 ? [`and ${this.more} more repairs`] : []
    return [...this.messages, ...rest].map((message) => ({ place, message }))
  }
}
