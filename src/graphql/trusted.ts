/** Documents by id: the only ones that run where they are given. */
export type TrustedDocuments = ReadonlyMap<string, string>

/**
 * Reads a manifest: an object of texts by id, or the format of Apollo's tools,
 * `{ "format": "apollo-persisted-query-manifest", "version": 1, "operations": [{ "id": …, "body": … }] }`.
 * Source: npm @apollo/generate-persisted-query-manifest 1.4.
 * @throws Error that says what is wrong with it.
 */
export function readManifest(json: string): TrustedDocuments {
  const read: unknown = JSON.parse(json)
  if (!isObject(read)) throw new Error('must be an object of documents by id, or a manifest of Apollo')
  const entries = 'format' in read ? apolloEntries(read) : Object.entries(read)
  for (const [id, text] of entries)
    if (typeof id !== 'string' || !id || typeof text !== 'string')
      throw new Error(`the document '${String(id)}' must have an id and a text`)
  return new Map(entries as [string, string][])
}

function apolloEntries({ format, operations }: Record<string, unknown>): [unknown, unknown][] {
  if (format !== 'apollo-persisted-query-manifest' || !Array.isArray(operations))
    throw new Error("its 'format' must be apollo-persisted-query-manifest, with 'operations'")
  return operations.map((each: unknown) => (isObject(each) ? [each.id, each.body] : [undefined, undefined]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
