import ipaddr from 'ipaddr.js'

/** Tells whether an address is in one of these networks: addresses, or networks such as `10.0.0.0/8`. */
export function inNetworks(networks: readonly string[]): (address: string) => boolean {
  const ranges = networks.map((network) => (network.includes('/') ? ipaddr.parseCIDR(network) : wholeAddress(network)))
  return (address) => {
    if (!ipaddr.isValid(address)) return false
    const parsed = ipaddr.process(address)
    return ranges.some((range) => range[0].kind() === parsed.kind() && parsed.match(range))
  }
}

function wholeAddress(address: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const parsed = ipaddr.process(address)
  return [parsed, parsed.kind() === 'ipv4' ? 32 : 128]
}

/**
 * Remembers what was made of an argument, for so many arguments at most; then all are forgotten, for that is simpler than which,
 * and as good where it costs a microsecond to make one anew.
 */
export function remembering<T>(make: (argument: string) => T, most: number): (argument: string) => T {
  const made = new Map<string, T>()
  return (argument) => {
    const known = made.get(argument)
    if (known !== undefined) return known
    const value = make(argument)
    if (made.size >= most) made.clear()
    made.set(argument, value)
    return value
  }
}
