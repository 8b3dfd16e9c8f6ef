import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'

describe('a setting', () => {
  it('that is empty has its default', () => {
    const { PORT, RUN, TRUST_PROXY, OUTBOUND_ALLOW_HOSTS } = readConfig({ PORT: '' })
    expect({ PORT, RUN, TRUST_PROXY, OUTBOUND_ALLOW_HOSTS }).toEqual({
      ...{ PORT: 4000, RUN: ['api', 'worker'] },
      ...{ TRUST_PROXY: [], OUTBOUND_ALLOW_HOSTS: [] },
    })
  })
  it.each([
    ['RUN', 'worker', ['worker']],
    ['RUN', ' worker , api ', ['api', 'worker']],
    ['TRUST_PROXY', '10.0.0.0/8, 192.0.2.7,2001:db8::/32', ['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']],
  ] as const)('%s=%s is read', (name, text, value) => expect(readConfig({ [name]: text })[name]).toEqual(value))
  it.each([
    ['PORT', '70000', /^ {2}PORT must be a whole number from 0 to 65535/m],
    ['RUN', 'api,cron', /^ {2}RUN must be one of api, worker, not 'cron'/m],
    ['TRUST_PROXY', 'proxy.example', /^ {2}TRUST_PROXY must be addresses or networks/m],
    ['TRUST_PROXY', '10.0.0.0/33', /^ {2}TRUST_PROXY must be/m],
    ['TRUST_PROXY', 'true', /^ {2}TRUST_PROXY must be/m],
    ['DATABASE_URL', 'mysql://root:secret@db', /^ {2}DATABASE_URL must be a URL/m],
  ])('%s=%s is refused by name', (name, text, words) => {
    const refusal = (() => {
      try {
        return readConfig({ [name]: text })
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(ConfigError)
    expect((refusal as Error).message).toMatch(words)
    expect((refusal as Error).message).not.toContain('secret')
  })
  it('that is wrong is told together with the others', () =>
    expect(() => readConfig({ PORT: 'x', RUN: 'y' })).toThrow(/2 faults.*PORT.*RUN/s))
})
