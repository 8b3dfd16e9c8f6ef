import type { FastifyInstance } from 'fastify'
import { delivery, editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { neverStored, pageOf, sendCreated, sendNothing, sendPage, sendRecord } from '../rest/respond.ts'
import { Session, SessionQuery, SignIn, SignInInput } from './session.ts'
import { listSessions, revokeSession, signOut } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { User, UserInput, UserPatch, UserQuery } from './user.ts'
import { reinstateUser, suspendUser, updateUser } from './user-changes.ts'
import { createUser, listUsers, me, user } from './users.ts'

export const accountShapes = [User, UserInput, UserPatch, SignInInput, SignIn, Session]

type ById = { Params: { id: string } }

const [users, sessions] = ['Editorial: users', 'Editorial: sessions']

/** What the OpenAPI document says of each. */
const operations = {
  signIn: delivery({
    isKept: false,
    id: 'signIn',
    group: sessions,
    summary: 'Sign in; the token is shown once',
    body: SignInInput,
    answer: SignIn,
    status: 201,
    refusals: [429],
  }),
  signOut: editorial({
    id: 'signOut',
    group: sessions,
    summary: 'End the session that asks',
    answer: null,
    status: 204,
    refusals: [409],
  }),
  listSessions: editorial({
    id: 'listSessions',
    group: sessions,
    summary: 'Sessions of a user, newest first',
    query: SessionQuery,
    answer: pageOf(Session),
  }),
  revokeSession: editorial({
    id: 'revokeSession',
    group: sessions,
    summary: 'End a session',
    params: IdParams,
    answer: null,
    status: 204,
  }),
  listUsers: editorial({
    id: 'listUsers',
    group: users,
    summary: 'Users by name',
    query: UserQuery,
    answer: pageOf(User),
  }),
  createUser: editorial({
    id: 'createUser',
    group: users,
    summary: 'A new user',
    body: UserInput,
    answer: User,
    status: 201,
    refusals: [409],
  }),
  me: editorial({ id: 'me', group: users, summary: 'Who is asking', answer: User, refusals: [404] }),
  getUser: editorial({ id: 'getUser', group: users, summary: 'One user', params: IdParams, answer: User }),
  updateUser: editorial({
    id: 'updateUser',
    group: users,
    summary: 'Change a user',
    params: IdParams,
    body: UserPatch,
    answer: User,
    refusals: [409, 412, 429],
  }),
  suspendUser: editorial({
    id: 'suspendUser',
    group: users,
    summary: 'Let somebody in no more',
    params: IdParams,
    answer: User,
    isVersioned: true,
    refusals: [409, 412],
  }),
  reinstateUser: editorial({
    id: 'reinstateUser',
    group: users,
    summary: 'Let somebody in again',
    params: IdParams,
    answer: User,
    isVersioned: true,
    refusals: [409, 412],
  }),
}

export function accountRoutes(app: FastifyInstance): void {
  sessionRoutes(app)
  userRoutes(app)
}

function sessionRoutes(app: FastifyInstance): void {
  app.post('/v1/auth/sessions', { ...operations.signIn, ...neverStored }, async (request, reply) =>
    reply.status(201).send(await signIn(request.ctx, request.body)),
  )
  app.post('/v1/auth/sign-out', operations.signOut, async (request, reply) => {
    await signOut(request.ctx)
    return sendNothing(reply)
  })
  const path = '/v1/editorial/sessions'
  app.get(path, operations.listSessions, async (request, reply) =>
    sendPage(request, reply, await listSessions(request.ctx, queryOf(request, SessionQuery))),
  )
  app.delete<ById>(`${path}/:id`, operations.revokeSession, async (request, reply) => {
    await revokeSession(request.ctx, request.params.id)
    return sendNothing(reply)
  })
}

function userRoutes(app: FastifyInstance): void {
  const path = '/v1/editorial/users'
  app.get(path, operations.listUsers, async (request, reply) =>
    sendPage(request, reply, await listUsers(request.ctx, queryOf(request, UserQuery))),
  )
  app.post(path, operations.createUser, async (request, reply) =>
    sendCreated(request, reply, await createUser(request.ctx, request.body)),
  )
  app.get(`${path}/me`, operations.me, async (request, reply) => sendRecord(reply, await me(request.ctx)))
  app.get<ById>(`${path}/:id`, operations.getUser, async (request, reply) =>
    sendRecord(reply, await user(request.ctx, request.params.id)),
  )
  app.patch<ById>(`${path}/:id`, operations.updateUser, async (request, reply) =>
    sendRecord(reply, await updateUser(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.post<ById>(`${path}/:id/suspend`, operations.suspendUser, async (request, reply) =>
    sendRecord(reply, await suspendUser(request.ctx, request.params.id, ifMatch(request))),
  )
  app.post<ById>(`${path}/:id/reinstate`, operations.reinstateUser, async (request, reply) =>
    sendRecord(reply, await reinstateUser(request.ctx, request.params.id, ifMatch(request))),
  )
}
