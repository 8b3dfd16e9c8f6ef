import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../src/outbound/address.ts'
import { makeOutbound } from '../../src/outbound/client.ts'
import { readAllowedHost } from '../../src/outbound/target.ts'

const { faultOf } = makeOutbound()

describe('a URL is refused as it stands', () => {
  it.each([
    // this machine
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://127.255.255.254/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0177.0x0.0.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://127。0。0。1/',
    'http://127．0．0．1/',
    'http://１２７.0.0.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://%31%32%37.0.0.1/',
    'http:\\\\127.0.0.1\\',
    'http:127.0.0.1',
    'http:///127.0.0.1',
    ' http://127.0.0.1/ ',
    'ht\ntp://127.0.0.1/',
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://a.localhost/',
    'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
    // its networks and the cloud's
    'http://10.0.0.1/',
    'http://10.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.0.1/',
    'http://192.168.257/',
    'http://3232235777/',
    'http://169.254.169.254/latest/meta-data/',
    'http://0xa9fea9fe/',
    'http://2852039166/',
    'http://100.64.0.1/',
    'http://100.127.255.254/',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://198.51.100.7/',
    'http://203.0.113.7/',
    'http://192.88.99.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    // IPv6
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[::7f00:1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[64:ff9b:1::8.8.8.8]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:a9fe:a9fe::1]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[fe80::1%25eth0]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    'http://[4000::1]/',
    'http://[::1%250]/',
    // ports, credentials, schemes
    'http://example.com:22/',
    'http://example.com:8080/',
    'https://example.com:6379/',
    'http://user@example.com/',
    'http://user:pass@example.com/',
    'http://example.com@127.0.0.1/',
    'http://127.0.0.1#@example.com/',
    'http://127.0.0.1\\@example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'javascript:alert(1)',
    'data:text/plain,hi',
    'ws://example.com/',
    'http://',
    'https://?x',
    '//example.com/',
    'example.com',
    'http://exa mple.com/',
    'http://256.256.256.256/',
    'http://1.2.3.4.5/',
    'http://example.com:99999/',
    '',
  ])('%j', (url) => {
    expect(faultOf(url)).toEqual(expect.any(String))
  })
})

describe('a URL may be called', () => {
  it.each([
    'http://example.com/',
    'https://example.com/hook?x=1',
    'https://example.com:443/',
    'http://example.com:80/',
    'https://example.com.:443/',
    'http://93.184.215.14/',
    'http://0x5db8d70e/',
    'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
    'https://[64:ff9b::93.184.215.14]/',
    'https://[::ffff:93.184.215.14]/',
    'https://пример.example/',
    'https://localhost.example.com/',
  ])('%j', (url) => {
    expect(faultOf(url)).toBeNull()
  })
})

it.each(['1.1.1.1', '2606:4700::1111', '64:ff9b::101:101'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})
it.each(['fe80::1%eth0', '2606:4700::1%eth0', 'nonsense', '', '::ffff:10.0.0.1', '169.254.169.254'])(
  '%j is not public',
  (address) => {
    expect(isPublicAddress(address)).toBe(false)
  },
)

describe('hosts that are allowed', () => {
  const allowing = (...entries: string[]) =>
    makeOutbound({ allowedHosts: entries.map((entry) => readAllowedHost(entry) ?? { host: 'unreadable', port: null }) })

  it.each([
    ['localhost', 'http://localhost/', true],
    ['localhost', 'http://localhost:8080/', false],
    ['localhost:8080', 'http://localhost:8080/', true],
    ['localhost:8080', 'http://localhost/', false],
    ['localhost:*', 'http://localhost:9/', true],
    ['127.0.0.1:9000', 'http://2130706433:9000/', true],
    ['127.0.0.1', 'http://127.0.0.2/', false],
    ['[::1]:9000', 'http://[0:0::1]:9000/', true],
    ['Intranet.Example', 'https://intranet.example./', true],
    ['intranet.example', 'https://x.intranet.example:8080/', false],
    ['intranet.example:8080', 'ftp://intranet.example:8080/', false],
    ['intranet.example', 'http://user@intranet.example/', false],
  ])('%s: %s is %s', (entry, url, isFine) => {
    expect(allowing(entry).faultOf(url) === null).toBe(isFine)
  })
  it.each(['http://intranet', 'a b', 'host:port', 'host:123456', '::1', '', 'host/path', 'user@host'])(
    '%j is no entry',
    (entry) => {
      expect(readAllowedHost(entry)).toBeNull()
    },
  )
})
