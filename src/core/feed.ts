import type { RecordedEvent } from './events.ts'

/** What happens in the newsroom, whichever process does it. */
export interface JournalFeed {
  /**
   * Calls `listener` with each entry of the journal from now on, public or not: once, in the order of commits, and only when this
   * process keeps no answer any more that is older than the entry. Gives what ends it.
   */
  follow(listener: (entry: FeedEntry) => void): () => void
}

/** An entry as followers get it. */
export interface FeedEntry extends RecordedEvent {
  isPublic: boolean
}
