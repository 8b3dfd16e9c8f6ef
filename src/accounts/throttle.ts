import ipaddr from 'ipaddr.js'

/** Failures are counted for this long, in seconds. */
export const windowSeconds = 15 * 60

/** Sign-ins that failed lately and in vain: how many, and when the last was; null for none. */
export interface Failures {
  count: number
  lastAt: Date | null
}

/** What is counted, for the account and address of one sign-in. */
export interface Attempts {
  /** This account from this address, since it last succeeded there. */
  pair: Failures
  /** All accounts from this address. */
  address: Failures
  /** This account from all addresses; none for an address from which its owner signed in lately. */
  account: Failures
}

/**
 * Failures from which on one has to wait. Few for somebody who guesses at one door; more for a whole newsroom behind one
 * address, and for an account that many addresses guess at. Source of the approach: OWASP Authentication Cheat Sheet,
 * "Account Lockout"; the numbers are ours.
 */
const thresholds = { pair: 5, account: 20, address: 30 } as const

/** Seconds of the first wait. */
const firstWaitSeconds = 10

/**
 * Seconds until this account may be tried again from this address; 0: now. The first wait is ten seconds after the last
 * failure, each further failure doubles it, and none is longer than the window.
 */
export function secondsToWait(attempts: Attempts, now: Date): number {
  const waits = (['pair', 'account', 'address'] as const).map((kind) =>
    waitAfter(attempts[kind], thresholds[kind], now),
  )
  return Math.max(...waits)
}

function waitAfter({ count, lastAt }: Failures, threshold: number, now: Date): number {
  if (!lastAt || count < threshold) return 0
  const wait = Math.min(firstWaitSeconds * 2 ** (count - threshold), windowSeconds)
  return Math.max(0, Math.ceil(wait - (now.getTime() - lastAt.getTime()) / 1_000))
}

/** An IPv4 address as everybody writes it, known in a tenth of the time: this is asked for every request. */
const plainIpv4 = /^(?:(?:[1-9]?\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?!$)|$)){4}$/

/**
 * The network that counts as one address: an IPv4 address itself, also one written as IPv6; of IPv6 the first 64 bits, for
 * that is what one customer gets (RFC 6177). What is no address stands for itself.
 */
export function networkOf(address: string): string {
  if (plainIpv4.test(address) || !ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${withoutZone(address)}/64`).toString()}/64`
}

/** `fe80::1%eth0` names an interface of this machine, which is no part of the address. */
function withoutZone(address: string): string {
  return address.replace(/%.*$/, '')
}
