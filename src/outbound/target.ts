import ipaddr from 'ipaddr.js'
import { OutboundError } from '../core/outbound.ts'
import { parseUrl } from '../lib/url.ts'
import { isPublicAddress } from './address.ts'

/** Where a request goes, as the URL says it. */
export interface Target {
  url: URL
  /** The host without brackets and without the dot at the end: a name, or an address in its usual form. */
  host: string
  port: number
  /** Named in OUTBOUND_ALLOW_HOSTS: its addresses are not asked about. */
  isAllowed: boolean
  isLiteral: boolean
}

/** One entry of OUTBOUND_ALLOW_HOSTS; `port` null: the usual ones, '*': any. */
export interface AllowedHost {
  host: string
  port: number | '*' | null
}

const usualPorts = [80, 443]

/**
 * Reads 'intranet.example', 'intranet.example:8080', '[fd00::1]:8080' or 'intranet.example:*'.
 * Null when it is none of these.
 */
export function readAllowedHost(entry: string): AllowedHost | null {
  const [, name = '', port] = /^([^\s/@?#]+?)(?::(\d{1,5}|\*))?$/.exec(entry) ?? []
  const url = parseUrl(`http://${name}/`)
  if (url?.port !== '') return null
  return { host: hostOf(url), port: port === undefined || port === '*' ? (port ?? null) : Number(port) }
}

/**
 * Where a URL leads, as far as its own words tell.
 * @throws OutboundError `blocked` for anything but http and https, for credentials, other ports than 80 and 443, addresses that
 * are not public and the machine's own name; a host that is allowed may be private and have the ports that it is allowed.
 */
export function readTarget(text: string, allowed: readonly AllowedHost[]): Target {
  const url = parseUrl(text)
  if (!url) throw blocked('is not a URL that can be called')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw blocked('must begin with http:// or https://')
  if (url.username !== '' || url.password !== '') throw blocked('has a user name or password; leave them out')
  const [host, port] = [hostOf(url), url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)]
  const isAllowed = allowed.some((each) => each.host === host && fits(each, port))
  const isLiteral = ipaddr.isValid(host)
  if (!isAllowed) requirePublic(host, port, isLiteral)
  return { url, host, port, isAllowed, isLiteral }
}

function fits(entry: AllowedHost, port: number): boolean {
  return entry.port === '*' || (entry.port === null ? usualPorts.includes(port) : entry.port === port)
}

function requirePublic(host: string, port: number, isLiteral: boolean): void {
  if (!usualPorts.includes(port)) throw blocked(`has port ${port}; only 80 and 443 can be called`)
  if (host === '' || host === 'localhost' || host.endsWith('.localhost')) throw blocked('names this machine itself')
  if (isLiteral && !isPublicAddress(host)) throw blocked('has an address that is not public')
}

/** URL writes every form of an IPv4 address (decimal, octal, hex, short, full-width) as the four usual numbers. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
}

function blocked(message: string): OutboundError {
  return new OutboundError('blocked', message)
}
