import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { password, peopleOf } from './people.ts'

const behind = await testNewsroom({ trustProxy: ['10.0.0.0/8'] })
afterAll(behind.close)

/** Signs in over a proxy or past it, with the header that a proxy adds to. */
async function signInFrom(remoteAddress: string, forwarded: string, email: string): Promise<string> {
  const headers = { 'x-forwarded-for': forwarded }
  await behind.app.inject({
    method: 'POST',
    url: '/v1/auth/sessions',
    remoteAddress,
    headers,
    payload: { email, password },
  })
  const { address } = await behind.db.session.findFirstOrThrow({ where: { user: { email } }, orderBy: { id: 'desc' } })
  return address
}

it('the address of a caller is what a trusted proxy says, and never what a stranger says', async () => {
  const { email } = await peopleOf(behind).person()
  expect(await signInFrom('10.1.2.3', '203.0.113.9', email)).toBe('203.0.113.9')
  expect(await signInFrom('10.1.2.3', '198.51.100.7, 203.0.113.9', email)).toBe('203.0.113.9')
  expect(await signInFrom('192.0.2.8', '203.0.113.9', email)).toBe('192.0.2.8')
})

it('without the setting nobody is believed', async () => {
  const open = await testNewsroom()
  const { email } = await peopleOf(open).person()
  await open.app.inject({
    ...{
      method: 'POST',
      url: '/v1/auth/sessions',
      remoteAddress: '10.1.2.3',
      headers: { 'x-forwarded-for': '203.0.113.9' },
    },
    payload: { email, password },
  })
  expect((await open.db.session.findFirstOrThrow()).address).toBe('10.1.2.3')
  await open.close()
})
