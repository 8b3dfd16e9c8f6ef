import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { TSchema } from 'typebox'
import { writeNoRoute, writeProblem } from './errors.ts'
import { addPageHeaders } from './headers.ts'
import { jsonBody } from './json-body.ts'
import { refuseStrayParameters } from './query.ts'
import { neverStoreForStaff } from './respond.ts'
import { serializersOf } from './serializer.ts'

/** The reference loads its own files only; it sets styles on elements. */
const referenceRules = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

/** The REST house: shapes by name, that of errors among them, errors, the OpenAPI document and its reference. Register it before any route. */
export async function setUpRest(
  app: FastifyInstance,
  { shapes, version }: { shapes: TSchema[]; version: string },
): Promise<void> {
  for (const shape of shapes) app.addSchema(shape)
  // Plain text is what a page of another site can send without asking first; nothing here takes it.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, jsonBody(app))
  const serializerCompiler = serializersOf(shapes)
  app.addHook('onRoute', (route) => {
    // Input is checked on the side, once for every face.
    route.validatorCompiler = () => () => true
    // By route: for those of the app, Fastify copies all shapes for each route, a tenth of what it takes to build one.
    route.serializerCompiler = serializerCompiler
  })
  refuseStrayParameters(app)
  neverStoreForStaff(app)
  app.setErrorHandler(writeProblem)
  app.setNotFoundHandler((request) => writeNoRoute(request))
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Dateline',
        version,
        description: 'A headless CMS for newsrooms. Delivery needs no key; editorial operations need a bearer key.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: "A key made with 'dateline keys create'." },
        },
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, i) => (typeof json.$id === 'string' ? json.$id : `def-${i}`),
    },
  })
  await app.register(referencePages)
  let written: string | undefined
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    written ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(written)
  })
}

/** The API reference, with the headers of pages. */
const referencePages: FastifyPluginAsync = async (pages) => {
  await addPageHeaders(pages, referenceRules)
  await pages.register(swaggerUi, { routePrefix: '/docs' })
}
