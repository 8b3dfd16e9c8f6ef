import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

/** An identity provider on this machine: its discovery document, its keys, and tokens signed with them. */
export async function startProvider(now: () => Date) {
  const keys: JWK[] = []
  const asked: string[] = []
  const state = { isAway: false }
  const server = createServer((request, response) => {
    asked.push(String(request.url))
    const documents: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys },
    }
    const document = state.isAway ? undefined : documents[String(request.url)]
    response.writeHead(document ? 200 : 503, { 'content-type': 'application/json' })
    response.end(JSON.stringify(document ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function addKey(kid: string, alg = 'ES256'): Promise<CryptoKey> {
    const { publicKey, privateKey } = await generateKeyPair(alg)
    keys.push({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' })
    return privateKey
  }
  const seconds = (plus = 0) => Math.floor(now().getTime() / 1_000) + plus
  const first = await addKey('first')
  return {
    issuer,
    asked,
    state,
    addKey,
    seconds,
    /** A token that holds, but for what is given. */
    token: (claims: JWTPayload = {}, { key = first as CryptoKey | Uint8Array, kid = 'first', alg = 'ES256' } = {}) =>
      new SignJWT({
        ...{ iss: issuer, aud: 'dateline', sub: 'ada', name: 'Ada', roles: ['editor'] },
        ...{ iat: seconds(), exp: seconds(300) },
        ...claims,
      })
        .setProtectedHeader({ alg, kid })
        .sign(key),
    close: () => new Promise<unknown>((resolve) => server.close(resolve)),
  }
}
