/** A value of JSON, or the line on which it stops being JSON, and why. */
export type Parsed = { value: unknown } | { line: number | null; reason: string }

/** Reads JSON; a byte order mark before it does no harm. */
export function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(message)?.[1]
    const line = position ? text.slice(0, Number(position)).split('\n').length : lastLine(text)
    return { line, reason: `not JSON: ${message.replace(/\s+/g, ' ').slice(0, 200)}` }
  }
}

/** Without a position the text ended too early. */
function lastLine(text: string): number {
  return text.split('\n').length
}

/** An object of JSON, for looking into; an empty one for everything else. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A text that says something, or a number as text; null for everything else. */
export function stringOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** A whole number of pixels; null for everything else. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : null
}
