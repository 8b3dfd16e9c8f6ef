import { createUser } from '../../src/accounts/users.ts'
import type { Role } from '../../src/core/caller.ts'
import type { Newsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'

export const password = 'correct horse battery'

export interface SignedIn {
  token: string
  expiresAt: string
  user: { id: string; version: number }
}

/** Makes users, signs them in, from any address. */
export function peopleOf({ app, ctx }: Newsroom) {
  let made = 0
  const person = (input: Facts = {}) =>
    createUser(ctx(), { email: `p${++made}@news.example`, name: `Person ${made}`, role: 'author', password, ...input })
  /** The bare answer of a sign-in over REST. */
  const tryFrom = (remoteAddress: string, email: string, secret = password) =>
    app.inject({ method: 'POST', url: '/v1/auth/sessions', remoteAddress, payload: { email, password: secret } })
  const signedIn = async (email: string): Promise<SignedIn> => (await tryFrom('127.0.0.1', email)).json()
  return {
    person,
    tryFrom,
    signedIn,
    /** A new user of a role with a session. */
    worker: async (role: Role = 'author') => {
      const user = await person({ role })
      const { token } = await signedIn(user.email)
      return { user, token, headers: bearer(token) }
    },
  }
}

export function bearer(secret: string): { authorization: string } {
  return { authorization: `Bearer ${secret}` }
}
