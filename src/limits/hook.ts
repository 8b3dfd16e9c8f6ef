import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '../accounts/throttle.ts'
import type { Caller } from '../core/caller.ts'
import { Refusal } from '../core/errors.ts'
import { type Balance, type Limiter, makeLimiter, quotaOf } from './limiter.ts'
import { inNetworks, remembering } from './networks.ts'
import { type PoolCounts, type PressureWatch, watchPressure } from './watch.ts'

/** What callers may ask; a limit that is left out or 0 is none. */
export interface LimitOptions {
  /** Requests a minute from one address without a key. */
  perAddress?: number
  /** Requests a minute with one key, or by one user. */
  perKey?: number
  /** Networks whose callers are not limited. */
  exempt?: readonly string[]
  /** The connections to the database; given, readers are turned away when this process is behind. */
  pool?: PoolCounts
  /** In the place of a watch over this process. */
  watch?: PressureWatch
  /** Ms; goes only forward. */
  clock?: () => number
}

type Asked = FastifyRequest

/** The limits of this process. */
export interface Limits {
  /** Counts one request that did not come in by a route, such as one over a socket; null when it may be answered. */
  admitAddress(address: string): Refusal | null
  /** Counts one view that is answered ahead of the routes, and tells its headers; false when it is refused, and the route is to say so. */
  admitView(address: string, tell: TellHeader): boolean
  /** Counts a GraphQL operation by its cost, before it is executed. @throws too_many_requests for who already owes. */
  chargeQuery(request: Asked, cost: number): void
  /** To be told who is asking as soon as it is known. @throws too_many_requests, and unavailable for readers when overloaded */
  recognise(request: Asked, reply: FastifyReply, caller: Caller): void
  /** Whether readers are turned away now. */
  isOverloaded(): boolean
  /** How many were refused since the start, and why. */
  refused(): Readonly<Record<'address' | 'key' | 'overload', number>>
}

declare module 'fastify' {
  interface FastifyInstance {
    limits: Limits
  }
  interface FastifyRequest {
    /** Which bucket this request was counted in; null for none. */
    bucket: Bucket | null
  }
}

interface Bucket {
  limiter: Limiter
  name: string
  /** How the headers and refusals call it. */
  kind: 'address' | 'key'
  /** Where the balance is told; null for a request that has no headers. */
  tell: TellHeader | null
}

type TellHeader = (name: string, value: string) => unknown

/** Never behind. */
const calm: PressureWatch = { isOverloaded: () => false, stop: () => undefined }

/** Cost of a GraphQL operation for which a further request is counted: that of a page of a hundred stories with their lists. */
const costOfToken = 100

/** Limits how much each caller may ask. Register it before any hook that costs. */
export function addLimits(app: FastifyInstance, options: LimitOptions): void {
  const { clock = () => performance.now(), pool = null } = options
  const { bucketOf, bucketOfCaller } = bucketsOf(options)
  const watch = options.watch ?? (pool ? watchPressure(pool) : calm)
  const refused = { address: 0, key: 0, overload: 0 }
  const take = (bucket: Bucket, tokens = 1, least = 1): Balance => {
    const balance = bucket.limiter.take(bucket.name, clock(), tokens, least)
    tellBalance(bucket, balance)
    return balance
  }
  const count = (bucket: Bucket, tokens = 1, least = 1): Refusal | null => {
    const balance = take(bucket, tokens, least)
    if (balance.isAdmitted) return null
    refused[bucket.kind] += 1
    return tooMany(bucket, balance)
  }
  app.decorateRequest('bucket', null)
  app.decorate('limits', {
    admitAddress: (address) => {
      const bucket = bucketOf(address, 'read', null)
      return bucket && count(bucket)
    },
    admitView: (address, tell) => {
      const bucket = bucketOf(address, 'view', tell)
      return !bucket || take(bucket).isAdmitted
    },
    chargeQuery: ({ bucket }, cost) => {
      const tokens = Math.floor(cost / costOfToken)
      const refusal = bucket && tokens > 0 ? count(bucket, tokens, 0) : null
      if (refusal) throw refusal
    },
    recognise: (request, reply, caller) => {
      if (caller.kind === 'anonymous') {
        if (isUnlimited(request.url) || !watch.isOverloaded()) return
        refused.overload += 1
        throw behind()
      }
      const own = bucketOfCaller(request.ip ?? '', caller, tellerOf(reply))
      // What was taken from the address stood for a key that might have been wrong.
      if (request.bucket) request.bucket.limiter.giveBack(request.bucket.name)
      forgetBalance(reply)
      request.bucket = own
      const refusal = own && count(own)
      if (refusal) throw refusal
    },
    isOverloaded: () => watch.isOverloaded(),
    refused: () => refused,
  } satisfies Limits)
  app.addHook('onRequest', (request, reply, done) => {
    if (isUnlimited(request.url)) return done()
    // There is no address when the client has gone already.
    request.bucket = bucketOf(request.ip ?? '', purposeOf(request), tellerOf(reply))
    const refusal = request.bucket && count(request.bucket)
    if (refusal) done(refusal)
    else done()
  })
  app.addHook('onClose', async () => watch.stop())
}

/** What is asked for: each has a bucket of its own for an address, so that neither wrong keys nor views cost readers theirs. */
type Purpose = 'read' | 'key' | 'view'
const prefixOf: Record<Purpose, string> = { read: '', key: 'with a key from ', view: 'views from ' }

function purposeOf({ headers, routeOptions }: Asked): Purpose {
  if (headers.authorization !== undefined) return 'key'
  return routeOptions.config?.isBeacon ? 'view' : 'read'
}

/** Who watches the house is never turned away. */
function isUnlimited(url: string): boolean {
  return url.startsWith('/health/') || url === '/metrics'
}

/** Finds the bucket of a caller; null for who is not limited. Those with a key have others than readers, also before it is known. */
function bucketsOf({ perAddress = 0, perKey = 0, exempt = [] }: LimitOptions) {
  const [addressQuota, keyQuota] = [quotaOf(perAddress), quotaOf(perKey)]
  const addresses = addressQuota && makeLimiter(addressQuota)
  const keys = keyQuota && makeLimiter(keyQuota)
  const isExempt = inNetworks(exempt)
  const blockOf = remembering((address) => (isExempt(address) ? '' : networkOf(address)), 50_000)
  return {
    bucketOf: (address: string, purpose: Purpose, tell: TellHeader | null): Bucket | null => {
      const block = addresses ? blockOf(address) : ''
      return addresses && block !== ''
        ? { limiter: addresses, name: `${prefixOf[purpose]}${block}`, kind: 'address', tell }
        : null
    },
    bucketOfCaller: (address: string, caller: Caller, tell: TellHeader): Bucket | null => {
      const name = caller.kind === 'key' ? caller.keyId : caller.kind === 'user' ? caller.userId : null
      return keys && name && blockOf(address) !== '' ? { limiter: keys, name, kind: 'key', tell } : null
    },
  }
}

/** For readers alone: staff are served as long as anything is, for they may be about to mend it. */
function behind(): Refusal {
  return new Refusal('unavailable', 'more is asked than this process can answer in time; ask again in a second')
}

/**
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/11/: `q` tokens within `w` seconds, `r` of
 * them left, all of them again after `t` seconds.
 */
function tellBalance({ limiter, kind, tell }: Bucket, balance: Balance): void {
  if (!tell) return
  const { most, seconds } = limiter.quota
  tell('ratelimit-policy', `"${kind}";q=${most};w=${seconds}`)
  tell('ratelimit', `"${kind}";r=${balance.left};t=${balance.fullInSeconds}`)
  if (!balance.isAdmitted) tell('retry-after', String(balance.retryAfterSeconds))
}

function tellerOf(reply: FastifyReply): TellHeader {
  return (name, value) => reply.header(name, value)
}

function forgetBalance(reply: FastifyReply): void {
  reply.removeHeader('ratelimit-policy')
  reply.removeHeader('ratelimit')
}

function tooMany({ limiter, kind }: Bucket, { retryAfterSeconds }: Balance): Refusal {
  const { most, seconds } = limiter.quota
  const whose = kind === 'key' ? 'this key or account' : 'your address'
  const words = `${whose} may ask ${most} times within ${plural(seconds)}; wait ${plural(retryAfterSeconds)}`
  return new Refusal('too_many_requests', words, { details: { retryAfterSeconds } })
}

function plural(seconds: number): string {
  return `${seconds} second${seconds === 1 ? '' : 's'}`
}
