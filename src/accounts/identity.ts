import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from 'jose'
import { isRole, type Role, roles } from '../core/caller.ts'
import { Refusal } from '../core/errors.ts'

/** What a token of the identity provider says of its bearer. */
export interface VouchedIdentity {
  issuer: string
  subject: string
  /** In lower case; null unless the provider has verified it. */
  email: string | null
  name: string
  /** The highest that the token gives; null for none. */
  role: Role | null
  issuedAt: Date
}

/** Checks tokens of an identity provider. */
export interface Identity {
  /** @throws unauthenticated for a token that does not hold, unavailable when the provider's keys cannot be read. */
  verify(token: string, now: Date): Promise<VouchedIdentity>
}

/** How the provider is asked: `fetch`, or something that guards it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

interface Provider {
  /** Exactly as its tokens have it, with or without a slash at the end. */
  issuer: string
  audience: string
  /** The name of a claim, or a path to it such as `realm_access.roles`. */
  rolesClaim: string
  /** Which of its words stand for which role; empty when they are the names of the roles. */
  roleMap: Readonly<Record<string, Role>>
  fetch: Fetch
}

/** Signatures that only the provider can make: no secret that is shared, and not none. Source: RFC 8725, 3.1 and 3.2. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** Seconds by which the clocks of the provider and the database may differ. */
const clockTolerance = 5

/** Ms that the provider may take to answer. */
const timeoutMs = 5_000

/**
 * Verifies JSON Web Tokens of one provider by the keys that its discovery document names. Keys are read when first needed
 * and kept for ten minutes; an unknown one is looked for at most every thirty seconds.
 * Source: OpenID Connect Discovery 1.0, section 4; RFC 7519; RFC 8725.
 */
export function identityOf(provider: Provider): Identity {
  const { issuer, audience } = provider
  const keysOf = discovered(provider)
  return {
    verify: async (token, now) => {
      const keys = await keysOf().catch((cause: unknown) => Promise.reject(away(cause)))
      const options = { issuer, audience, algorithms, clockTolerance, currentDate: now, requiredClaims: ['exp', 'sub'] }
      const { payload } = await jwtVerify(token, keys, options).catch((cause: unknown) =>
        Promise.reject(refusalOf(cause)),
      )
      return toVouched(payload, provider, now)
    },
  }
}

type Keys = ReturnType<typeof createRemoteJWKSet>

/** The key set that the discovery document names; a failure is not kept. */
function discovered(provider: Provider): () => Promise<Keys> {
  let found: Promise<Keys> | undefined
  return () => {
    found ??= discover(provider).catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }
}

async function discover({ issuer, fetch: ask }: Provider): Promise<Keys> {
  const url = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`
  const init = {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  } as const
  const answer = await ask(url, init)
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`)
  const { issuer: told, jwks_uri: keys } = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown }
  if (told !== issuer || typeof keys !== 'string') throw new Error(`${url} is not the discovery document of ${issuer}`)
  return createRemoteJWKSet(new URL(keys), { timeoutDuration: timeoutMs, [customFetch]: ask })
}

/** What jose throws of a token that does not hold; everything else it meets on the way to the keys. */
const unfit = new Set([
  ...['ERR_JWT_CLAIM_VALIDATION_FAILED', 'ERR_JWT_EXPIRED', 'ERR_JWT_INVALID', 'ERR_JOSE_ALG_NOT_ALLOWED'],
  ...['ERR_JOSE_NOT_SUPPORTED', 'ERR_JWS_INVALID', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
  ...['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS'],
])

function refusalOf(cause: unknown): Refusal {
  if (!(cause instanceof errors.JOSEError) || !unfit.has(cause.code)) return away(cause)
  const why = cause instanceof errors.JWTExpired ? 'has expired' : 'does not hold here'
  return new Refusal('unauthenticated', `this token ${why}; get a new one from the identity provider`, { cause })
}

function away(cause: unknown): Refusal {
  return new Refusal('unavailable', 'the identity provider cannot be asked now; try again in a few seconds', { cause })
}

function toVouched(payload: JWTPayload, { rolesClaim, roleMap }: Provider, now: Date): VouchedIdentity {
  const { iss: issuer = '', sub: subject = '', iat, email, email_verified: isVerified } = payload
  return {
    issuer,
    subject,
    email: typeof email === 'string' && isVerified === true && email.length <= 254 ? email.toLowerCase() : null,
    name: nameIn(payload),
    role: highestRole(wordsIn(claimAt(payload, rolesClaim)), roleMap),
    issuedAt: iat === undefined ? now : new Date(iat * 1_000),
  }
}

function nameIn({ name, preferred_username: username, sub = '' }: JWTPayload): string {
  const told =
    [name, username, sub].find((each): each is string => typeof each === 'string' && each.trim() !== '') ?? ''
  return told.replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ').slice(0, 100)
}

/** The claim of this very name, or the one at the end of a path; names such as `https://news.example/roles` have dots too. */
function claimAt(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name]
  return name.split('.').reduce<unknown>((at, part) => {
    return typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as JWTPayload)[part] : undefined
  }, payload)
}

/** A list, or words in one text. */
function wordsIn(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(/[\s,]+/)
  return Array.isArray(claim) ? claim.filter((word) => typeof word === 'string') : []
}

function highestRole(words: string[], roleMap: Provider['roleMap']): Role | null {
  const isOwnWords = Object.keys(roleMap).length === 0
  const given = words.map((word) => (isOwnWords ? word : Object.hasOwn(roleMap, word) ? roleMap[word] : null))
  return roles.findLast((role) => given.some((each) => isRole(each) && each === role)) ?? null
}
