import { resolve } from 'node:path'
import {
  allowedHosts,
  Fault,
  hubUrl,
  integer,
  issuerUrl,
  matching,
  networks,
  oneOf,
  optionalUrl,
  roleMap,
  secretToken,
  slugs,
  wordsOf,
} from './setting-texts.ts'

/** One variable of the environment: what it is for, its default as written, and how its text is read. */
interface Variable<T> {
  doc: string
  fallback: string
  read(text: string): T
}

/**
 * Every setting of the service. Nothing else reads the environment; `.env.example` names the same variables (a test compares).
 * All are optional.
 */
const variables = {
  HOST: text('Address to listen on; 0.0.0.0 for all.', '127.0.0.1'),
  PORT: { doc: 'Port to listen on; 0 takes any free one.', fallback: '4000', read: (s) => integer(s, 0, 65_535) },
  PUBLIC_URL: {
    doc: 'Base of the links to stories, as readers know the site. Empty: this service itself.',
    fallback: '',
    read: optionalUrl(['http:', 'https:']),
  },
  SITE_NAME: text('Name of the publication.', 'Dateline'),
  DEFAULT_LOCALE: {
    doc: 'Language tag of stories that do not say theirs; their paths carry no language.',
    fallback: 'en',
    read: (s) =>
      matching(
        s,
        /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/,
        "must be a language tag such as 'en' or 'pt-BR'",
      ),
  },
  DATA_DIR: {
    doc: 'Folder of the embedded database and of the files of media.',
    fallback: './data',
    read: (s) => resolve(s),
  },
  DATABASE_URL: {
    doc: 'PostgreSQL server (15 or newer) to use instead of the embedded one.',
    fallback: '',
    read: optionalUrl(['postgres:', 'postgresql:']),
  },
  DATABASE_POOL: { doc: 'Connections to the database at most.', fallback: '10', read: (s) => integer(s, 1, 500) },
  MEDIA_URL: {
    doc: 'Base of the addresses of media, such as that of a CDN in front of this service. Empty: PUBLIC_URL.',
    fallback: '',
    read: optionalUrl(['http:', 'https:']),
  },
  MEDIA_MAX_MB: {
    doc: 'Megabytes of one file of media at most.',
    fallback: '200',
    read: (s) => integer(s, 1, 2_000),
  },
  MEDIA_MAX_MEGAPIXELS: {
    doc: 'Megapixels of one picture at most, those of all its frames together.',
    fallback: '64',
    read: (s) => integer(s, 1, 1_000),
  },
  MEDIA_MAX_FRAMES: {
    doc: 'Frames of one picture that moves at most.',
    fallback: '300',
    read: (s) => integer(s, 1, 10_000),
  },
  S3_ENDPOINT: {
    doc: 'S3-compatible store for the files of media, such as https://s3.eu-central-1.amazonaws.com. Empty: DATA_DIR/media.',
    fallback: '',
    read: optionalUrl(['http:', 'https:']),
  },
  S3_BUCKET: text('Bucket there; needed with S3_ENDPOINT.', ''),
  S3_REGION: text('Region of the bucket; auto where there is none.', 'us-east-1'),
  S3_ACCESS_KEY_ID: text('Key that may read, write, list and delete in the bucket.', ''),
  S3_SECRET_ACCESS_KEY: text('Its secret.', ''),
  CACHE_MB: {
    doc: 'Memory for kept answers, in megabytes. 0: none are kept.',
    fallback: '56',
    read: (s) => integer(s, 0, 65_536),
  },
  CDN_SECONDS: {
    doc: 'Seconds that a CDN may keep answers; only for one that is purged by the webhook cache.purged. 0: it asks each time.',
    fallback: '0',
    read: (s) => integer(s, 0, 31_536_000),
  },
  RUN: {
    doc: 'What this process does: api (answers requests), worker (schedules, webhooks), or both.',
    fallback: 'api,worker',
    read: (s) => wordsOf(s, ['api', 'worker'] as const),
  },
  TRUST_PROXY: {
    doc: 'Proxies whose X-Forwarded-For is believed, joined by commas: addresses or networks such as 10.0.0.0/8. Empty: none.',
    fallback: '',
    read: networks,
  },
  RATE_LIMIT: {
    doc: 'Requests a minute from one address without a key, a sixth of them at once. 0: no limit.',
    fallback: '6000',
    read: (s) => integer(s, 0, 100_000_000),
  },
  RATE_LIMIT_KEY: {
    doc: 'Requests a minute with one key or by one user, a sixth of them at once. 0: no limit.',
    fallback: '30000',
    read: (s) => integer(s, 0, 100_000_000),
  },
  RATE_LIMIT_EXEMPT: {
    doc: 'Networks whose callers are not limited, joined by commas; none for no such networks.',
    fallback: '127.0.0.0/8,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7',
    read: (s) => (s === 'none' ? [] : networks(s)),
  },
  VIEWS: {
    doc: 'Whether views of stories are counted: on or off.',
    fallback: 'on',
    read: (s) => oneOf(s, ['on', 'off'] as const) === 'on',
  },
  OUTBOUND_ALLOW_HOSTS: {
    doc: 'Private hosts that webhooks and sign-in may call, joined by commas: host, host:port or host:*. Empty: public ones only.',
    fallback: '',
    read: allowedHosts,
  },
  OIDC_ISSUER: {
    doc: 'Identity provider whose tokens are accepted, exactly as their iss has it. Empty: none.',
    fallback: '',
    read: issuerUrl,
  },
  OIDC_AUDIENCE: text('What aud of its tokens must be; needed with OIDC_ISSUER.', ''),
  OIDC_ROLES_CLAIM: text('Claim that holds the roles, or a path to it such as realm_access.roles.', 'roles'),
  OIDC_ROLE_MAP: {
    doc: 'Roles by words of that claim, such as newsdesk=editor,admins=admin. Empty: the words are the names of roles.',
    fallback: '',
    read: roleMap,
  },
  GRAPHQL_MAX_COST: {
    doc: 'Points that one GraphQL operation may cost.',
    fallback: '10000',
    read: (s) => integer(s, 1, 1_000_000_000),
  },
  GRAPHQL_INTROSPECTION: {
    doc: 'Whether clients may ask for the GraphQL schema, and errors name what it has: on or off.',
    fallback: 'on',
    read: (s) => oneOf(s, ['on', 'off'] as const) === 'on',
  },
  GRAPHQL_TRUSTED_DOCUMENTS: text(
    'File of the only GraphQL documents that run: JSON, texts by id, or a persisted query manifest of Apollo. Empty: any run.',
    '',
  ),
  METRICS_TOKEN: {
    doc: 'Bearer token that may read /metrics, also while the database is away; 20 characters at least. Empty: keys only.',
    fallback: '',
    read: (s) => (s === '' ? null : secretToken(s)),
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    doc: 'Collector of OpenTelemetry that traces are sent to, over HTTP, such as http://localhost:4318. Empty: none.',
    fallback: '',
    read: optionalUrl(['http:', 'https:']),
  },
  OTEL_SERVICE_NAME: text('Name of this service in those traces.', 'dateline'),
  INGEST_DIR: {
    doc: 'Folder below which folders may be polled for stories. Empty: none is.',
    fallback: '',
    read: (s) => (s === '' ? null : resolve(s)),
  },
  WEBSUB_HUB: {
    doc: 'WebSub hub that feeds name and that is told of news, such as https://pubsubhubbub.appspot.com/. Empty: none.',
    fallback: '',
    read: hubUrl,
  },
  RELATED_EXCLUDED_TAGS: {
    doc: 'Slugs of tags whose stories are suggested beside no other story, joined by commas, such as sponsored. Empty: none.',
    fallback: '',
    read: slugs,
  },
  LOG_LEVEL: {
    doc: 'fatal, error, warn, info, debug, trace or silent.',
    fallback: 'info',
    read: (s) => oneOf(s, ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const),
  },
} satisfies Record<string, Variable<unknown>>

type Variables = typeof variables
export type Config = { readonly [K in keyof Variables]: ReturnType<Variables[K]['read']> }

/** The faults of all settings at once, one line each. */
export class ConfigError extends Error {
  constructor(faults: string[]) {
    super(
      `the settings have ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((f) => `  ${f}`).join('\n')}\nSee .env.example for every setting.`,
    )
    this.name = 'ConfigError'
  }
}

/**
 * Reads the settings; an empty variable counts as missing.
 * @throws ConfigError naming every variable that cannot be read.
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const faults: string[] = []
  const entries = Object.entries(variables).map(([name, variable]) => {
    const given = env[name]?.trim() || variable.fallback
    try {
      return [name, variable.read(given)]
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push(`${name} ${error.message}`)
      return [name, undefined]
    }
  })
  if (faults.length > 0) throw new ConfigError(faults)
  return Object.freeze(Object.fromEntries(entries)) as Config
}

/** Name, default and purpose of every setting, in order, for `dateline help` and the check of `.env.example`. */
export function describeSettings(): { name: string; fallback: string; doc: string }[] {
  return Object.entries(variables).map(([name, { doc, fallback }]) => ({ name, fallback, doc }))
}

function text(doc: string, fallback: string): Variable<string> {
  return { doc, fallback, read: (s) => s }
}
