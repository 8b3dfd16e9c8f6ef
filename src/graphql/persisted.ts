import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { invalidInput, Refusal } from '../core/errors.ts'
import type { TrustedDocuments } from './trusted.ts'

/** A document as a client names it: by its text, by its hash or id, or by both. */
export interface NamedDocument {
  query: string | undefined
  /** SHA-256 of the text in hex, or, of a trusted document, the id that its manifest gives it. */
  documentId: string | undefined
}

/** Documents that clients name by hash. */
export interface PersistedDocuments {
  /**
   * The text of a document.
   * @throws PERSISTED_QUERY_NOT_FOUND, graphql_not_trusted, invalid_input when hash and text are not of the same document.
   */
  textOf(asked: NamedDocument): string
  /** Remembers a document that was sent with its hash and found valid. */
  register(asked: NamedDocument): void
}

/** Bytes of text remembered: about 3,000 documents of the size that pages send. */
const maxBytes = 8 * 1_048_576

/**
 * Automatic persisted queries, as Apollo's clients and others speak them: a hash alone first, and after the answer
 * PERSISTED_QUERY_NOT_FOUND both. Kept by this process alone and forgotten when they are many, since clients send them again.
 */
export function automaticDocuments(): PersistedDocuments {
  const texts = new LRUCache<string, string>({ maxSize: maxBytes, sizeCalculation: (text) => 200 + 2 * text.length })
  return {
    textOf({ query, documentId }) {
      if (query !== undefined) {
        if (documentId !== undefined) checkHash(query, documentId)
        return query
      }
      const text = texts.get(String(documentId).toLowerCase())
      // The words are the protocol's: clients look for them.
      if (text === undefined) throw new Refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
      return text
    },
    register({ query, documentId }) {
      if (query !== undefined && documentId !== undefined) texts.set(documentId.toLowerCase(), query)
    },
  }
}

/** Only documents of a manifest, by id, hash or text; nothing is ever added. */
export function trustedOnly(trusted: TrustedDocuments): PersistedDocuments {
  const byId = new Map(trusted)
  for (const text of trusted.values()) byId.set(hashOf(text), text)
  const texts = new Set(trusted.values())
  return {
    textOf({ query, documentId }) {
      const text = documentId === undefined ? query : (byId.get(documentId) ?? byId.get(documentId.toLowerCase()))
      if (text === undefined || !texts.has(text))
        throw new Refusal(
          'graphql_not_trusted',
          'only the documents that were registered with this service run here; add yours to the manifest that GRAPHQL_TRUSTED_DOCUMENTS names, and send it unchanged or by its id',
        )
      if (query !== undefined && query !== text) throw mismatch()
      return text
    },
    register() {},
  }
}

function checkHash(text: string, hash: string): void {
  if (hashOf(text) !== hash.toLowerCase()) throw mismatch()
}

function mismatch(): Refusal {
  return invalidInput([
    {
      path: 'extensions.persistedQuery.sha256Hash',
      message: 'is not of this query; send the SHA-256 of its text, in hex',
    },
  ])
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
