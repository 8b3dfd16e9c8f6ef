import { type Static, type TSchema, Type } from 'typebox'

/** Shapes that many nouns share. Descriptions become the text of the API reference. */

export const Id = Type.String({ format: 'uuid', description: 'An id (UUIDv7).' })

/** A date on the way out; the serialisers write it as an RFC 3339 string in UTC. */
export const Instant = Type.Unsafe<Date>(Type.String({ format: 'date-time', description: 'An instant in UTC.' }))

/** An instant on the way in: RFC 3339, years 1000 to 9999. */
export const InstantInput = Type.String({
  format: 'date-time',
  pattern: '^[1-9]\\d{3}-',
  description: "must be an instant such as '2026-01-08T09:30:00Z', in the years 1000 to 9999",
})

/** The same shape, or null. */
export const nullable = <S extends TSchema>(shape: S) => Type.Union([shape, Type.Null()])

/** A field that may be left out or set to null; for input. */
export const optional = <S extends TSchema>(shape: S) => Type.Optional(nullable(shape))

/** An object that refuses fields it does not name. */
export const strict = <P extends Record<string, TSchema>>(properties: P, options: Record<string, unknown> = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })

/** One of these words. */
export const oneOf = <const T extends readonly string[]>(words: T, description?: string) =>
  Type.Unsafe<T[number]>(Type.Enum([...words] as string[], description ? { description } : {}))

/** A reference to a shape that is registered by its `$id`, so that the OpenAPI document names it once. */
export const named = <S extends TSchema>(shape: S) =>
  Type.Unsafe<Static<S>>({ $ref: `${(shape as { $id?: string }).$id}#` })

/** One line of text. */
export const line = (most: number, description?: string) =>
  Type.String({
    minLength: 1,
    maxLength: most,
    pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$',
    description: description ?? 'must be one line',
  })

/** Lower-case letters and digits, joined by single hyphens; not of the form of an id, for addresses take both. */
export const Slug = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '^(?![0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$)[a-z0-9]+(-[a-z0-9]+)*$',
  description: "must be lower-case letters, digits and single hyphens, such as 'gas-prices-rise', and not a UUID",
})

/** A BCP 47 language tag in its canonical form: language, script, region. */
export const Locale = Type.String({
  maxLength: 35,
  pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\\d{3}))?$',
  description: "must be a language tag such as 'en', 'kk' or 'pt-BR'",
})

/** What is said of an address that is none. */
export const webUrlForm = "must be an http or https URL such as 'https://example.org/page'"

/** An absolute http or https URL without credentials. */
export const WebUrl = Type.String({
  maxLength: 2_000,
  pattern: '^https?://[^\\s/@\\\\?#]+([/?#][^\\s\\\\]*)?$',
  description: webUrlForm,
})

/** What every list that grows is asked with; `readPage` reads it. */
export const pageFields = {
  first: optional(Type.Integer({ description: 'Items of a page: 1 to 100, 20 when left out.' })),
  after: optional(Type.String({ description: 'Cursor of the page before.' })),
}
