import { Refusal } from '../core/errors.ts'

/** The media types that an answer can have. The first tells status codes apart, the second is for clients that know only JSON. */
export const responseTypes = ['application/graphql-response+json', 'application/json'] as const
export type ResponseType = (typeof responseTypes)[number]

/**
 * The media type of the answer: the one that the Accept header likes most; JSON where it does not care, since clients
 * that say nothing are older than the other type.
 * Source: GraphQL over HTTP, section Accept; RFC 9110, section 12.5.1 (the most specific range decides the weight).
 * @throws not_acceptable when it takes neither.
 */
export function negotiateType(accept: string | undefined): ResponseType {
  if (accept === undefined) return 'application/json'
  const known = remembered.get(accept)
  if (known) return known
  const best = bestOf(readAccept(accept))
  if (best) return remember(accept, best)
  throw new Refusal('not_acceptable', `accept ${responseTypes.join(' or ')}; nothing else is spoken here`)
}

/** Clients send few different headers, again and again; the limit is against those that do not. */
const remembered = new Map<string, ResponseType>()
const maxRemembered = 100

function remember(accept: string, type: ResponseType): ResponseType {
  if (remembered.size < maxRemembered && accept.length < 200) remembered.set(accept, type)
  return type
}

interface Range {
  type: string
  weight: number
  place: number
}

interface Wish {
  offer: ResponseType
  weight: number
  specific: number
  place: number
}

/** The header is one line of a request; more ranges than this are a mistake or an attack. */
const maxRanges = 64

function readAccept(accept: string): Range[] {
  return accept.split(',', maxRanges).flatMap((part, place) => readRange(part, place))
}

function readRange(part: string, place: number): Range[] {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  const weight = weightOf(parameters.find((parameter) => parameter.startsWith('q=')))
  const isSpoken = !charset || isUtf8(charset.slice('charset='.length))
  return type && isSpoken && weight !== null ? [{ type, weight, place }] : []
}

/** A range whose weight is not one (RFC 9110: 0 to 1, three decimals) is left out rather than guessed at. */
function weightOf(parameter: string | undefined): number | null {
  if (parameter === undefined) return 1
  const text = parameter.slice('q='.length)
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(text) ? Number(text) : null
}

/** Whether the value of a charset parameter, quoted or not, is UTF-8. */
export function isUtf8(charset: string): boolean {
  return /^"?utf-?8"?$/i.test(charset)
}

function bestOf(ranges: Range[]): ResponseType | undefined {
  const wishes = responseTypes.flatMap((offer) => wishFor(offer, ranges)).filter(({ weight }) => weight > 0)
  wishes.sort((a, b) => b.weight - a.weight || b.specific - a.specific || a.place - b.place || preferJson(a, b))
  return wishes[0]?.offer
}

/** What one offer weighs: the word of the most specific range that covers it. */
function wishFor(offer: ResponseType, ranges: Range[]): Wish[] {
  const covering = ranges
    .map(({ type, weight, place }) => ({
      offer,
      weight,
      place,
      specific: [`*/*`, 'application/*', offer].indexOf(type),
    }))
    .filter(({ specific }) => specific >= 0)
    .sort((a, b) => b.specific - a.specific || a.place - b.place)
  return covering.slice(0, 1)
}

function preferJson(a: Wish, b: Wish): number {
  return Number(b.offer === 'application/json') - Number(a.offer === 'application/json')
}
