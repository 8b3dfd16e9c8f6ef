import { describe, expect, it } from 'vitest'
import { type Attempts, networkOf, secondsToWait } from '../../src/accounts/throttle.ts'

const now = new Date('2026-01-08T09:30:00Z')
const secondsAgo = (n: number) => new Date(now.getTime() - n * 1_000)
const none = { count: 0, lastAt: null }
const attempts = (some: Partial<Attempts>): Attempts => ({ pair: none, account: none, address: none, ...some })

describe('how long to wait after failures', () => {
  it.each<[string, Partial<Attempts>, number]>([
    ['none', {}, 0],
    ['four of this account from here', { pair: { count: 4, lastAt: now } }, 0],
    ['five', { pair: { count: 5, lastAt: now } }, 10],
    ['six', { pair: { count: 6, lastAt: now } }, 20],
    ['ten', { pair: { count: 10, lastAt: now } }, 320],
    ['a thousand: never more than a quarter of an hour', { pair: { count: 1_000, lastAt: now } }, 900],
    ['five, the last of them four seconds ago', { pair: { count: 5, lastAt: secondsAgo(4) } }, 6],
    ['five, half a second before it is over', { pair: { count: 5, lastAt: secondsAgo(9.5) } }, 1],
    ['five, ten seconds ago', { pair: { count: 5, lastAt: secondsAgo(10) } }, 0],
    ['nineteen of this account from everywhere', { account: { count: 19, lastAt: now } }, 0],
    ['twenty of this account from everywhere', { account: { count: 20, lastAt: now } }, 10],
    ['29 from this address, of all accounts', { address: { count: 29, lastAt: now } }, 0],
    ['30 from this address, of all accounts', { address: { count: 30, lastAt: now } }, 10],
    [
      'several kinds: the longest wait counts',
      { pair: { count: 5, lastAt: now }, address: { count: 32, lastAt: now } },
      40,
    ],
    ['a clock that went back', { pair: { count: 5, lastAt: secondsAgo(-5) } }, 15],
  ])('%s', (_, some, seconds) => expect(secondsToWait(attempts(some), now)).toBe(seconds))
})

describe('what counts as one address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['::1', '::/64'],
    ['unknown', 'unknown'],
    ['', ''],
  ])('%j is %j', (address, network) => expect(networkOf(address)).toBe(network))
})
