import ipaddr from 'ipaddr.js'

/** What is handed out for the public Internet. Source: IANA, "Internet Protocol Version 6 Address Space": 2000::/3. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** IPv4 inside IPv6 for translators. Source: RFC 6052, section 2.1. */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/**
 * Whether an IP address is one of the public Internet: not of this machine, its network, a provider's inside, a cloud's metadata,
 * documentation or the future. IPv4 inside IPv6 counts as the IPv4 address where packets go there (mapped, RFC 4291; NAT64,
 * RFC 6052) and is refused where a tunnel hides the way (compatible, 6to4, Teredo). False for what is no address.
 * Ranges: ipaddr.js, after the special-purpose registries of IANA.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  return address instanceof ipaddr.IPv4 ? address.range() === 'unicast' : isPublicIPv6(address)
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.zoneId !== undefined) return false
  if (address.match(translated)) return embeddedIPv4(address).range() === 'unicast'
  return address.match(globalUnicast) && address.range() === 'unicast'
}

function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(-4))
}
