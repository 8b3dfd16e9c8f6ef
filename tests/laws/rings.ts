import { type Import, importsOf } from './source.ts'
import { filesOf, globPattern, type Tree } from './tree.ts'

/** From the inside out: a file may import from its own ring and from those before it. */
const order = ['lib', 'core', 'noun', 'side', 'face', 'house'] as const

/**
 * `db` stands beside lib: only it and the house use what runs there; its generated types are for everybody, and sides may
 * have the value `Prisma`, for `Prisma.sql` and `Prisma.DbNull`.
 */
type Ring = (typeof order)[number] | 'db'

interface Row {
  ring: Ring
  /** Which side of the house: what readers see, or what staff do. */
  half?: 'delivery' | 'editorial'
  files: string[]
}

/** Where every file of src stands. A new file needs a row, and just one. */
export const ringTable: Row[] = [
  { ring: 'lib', files: ['src/lib/*.ts', 'src/root.ts'] },
  { ring: 'db', files: ['src/db/**'] },
  { ring: 'core', files: ['src/core/*.ts'] },
  {
    ring: 'noun',
    files: [
      'src/articles/{article,article-draft,article-link,facts,public-article,published,rows,content,correction,verbs,status,paths,json-ld,share-links,query,filter,selection,wanted}.ts',
      'src/articles/body/**',
      'src/articles/byline.ts',
      'src/posts/{post,live-blog,content,published}.ts',
      'src/accounts/{key,session,throttle,user}.ts',
      'src/revisions/{revision,article-diff,diff,words}.ts',
      'src/locks/lock.ts',
      'src/authors/{author,published}.ts',
      'src/exports/{line,thing-lines,story-lines,thing,ninjs,wxr}.ts',
      'src/media/{media,published,lock,addresses,byte-range,kinds,media-words,renditions}.ts',
      'src/related/{related-story,exclusion,ground,features,names,weights,packing,rarity,candidates,score,company,pick,runs,reasons}.ts',
      'src/related/scorers/*.ts',
      'src/feeds/{feed,rss,atom,json-feed,media-element,sitemap}.ts',
      'src/schedules/{schedule,timing}.ts',
      'src/health/health.ts',
      'src/limits/{latest,limiter,networks,pressure}.ts',
      'src/metrics/timings.ts',
      'src/audit/audit-entry.ts',
      'src/changes/change.ts',
      'src/streams/{stream,readers}.ts',
      'src/tags/{tag,published,lock}.ts',
      'src/fronts/{front,front-record,front-content,fill}.ts',
      'src/storylines/storyline.ts',
      'src/{authors/lock,uses/use,previews/preview,previews/token,bulk/bulk}.ts',
    ],
  },
  {
    ring: 'noun',
    files: ['src/imports/{item,format,formats}.ts', 'src/imports/{formats,html,text}/**'],
  },
  { ring: 'side', files: ['src/imports/read.ts'] },
  { ring: 'side', half: 'delivery', files: ['src/fronts/backfill.ts', 'src/storylines/timeline.ts'] },
  { ring: 'side', half: 'editorial', files: ['src/fronts/{publish,references}.ts'] },
  { ring: 'side', half: 'editorial', files: ['src/media/{collect-files,fetch-media,free-size,store-media}.ts'] },
  {
    ring: 'side',
    files: [
      'src/files/*.ts',
      'src/media/{identify,make-file,make-rendition,picture,pool,receive,sharp,shown,tickets}.ts',
    ],
  },
  { ring: 'face', files: ['src/media/{file-routes,form,upload-routes}.ts'] },
  { ring: 'side', half: 'delivery', files: ['src/feeds/{last-change,sitemaps,sitemap-files}.ts'] },
  {
    ring: 'side',
    half: 'delivery',
    files: [
      'src/*/delivery.ts',
      'src/posts/{reading,in-hand}.ts',
      'src/articles/{list,loaders,reading,resolve,filters,scan,owned-lists}.ts',
    ],
  },
  {
    ring: 'side',
    half: 'editorial',
    files: [
      'src/*/editorial.ts',
      'src/articles/{correct,drafts,embargo,kill,place,planned,project-revision,projection,publish,show,workflow,references,refresh}.ts',
      'src/articles/save.ts',
      'src/revisions/{autosave,compare}.ts',
      'src/accounts/{keys,powers,sessions,sign-in,user-changes,users}.ts',
      'src/{tags,authors,media}/{merge,delete}.ts',
      'src/articles/record-references.ts',
      'src/previews/{secret,reading,sight}.ts',
      'src/bulk/labels.ts',
      'src/schedules/lists.ts',
      'src/posts/{records,references,projection,show,publish,refresh,sight}.ts',
      'src/audit/verify.ts',
      'src/exports/{foreign,identities,lines,snapshot,story-filter,story-rows,thing-rows,restore,restore-*,restoring}.ts',
    ],
  },
  {
    ring: 'noun',
    files: [
      'src/outbound/{address,target}.ts',
      'src/webhooks/{webhook,delivery-log,retries,signature,payload,matching}.ts',
    ],
  },
  {
    ring: 'side',
    files: [
      'src/outbound/{client,fetch,object-store}.ts',
      'src/webhooks/{released,dispatch,make-deliveries,claim,attempt,outcome,deliver,prune}.ts',
    ],
  },
  { ring: 'side', half: 'delivery', files: ['src/streams/{about,wire,standing,subscriptions}.ts'] },
  { ring: 'side', half: 'editorial', files: ['src/webhooks/{deliveries,redeliver}.ts'] },
  {
    ring: 'noun',
    files: [
      'src/ingest/source.ts',
      'src/imports/{import,import-outcome,content,entries,outcomes,name-keys,own-export,old-paths,same-story,story-body}.ts',
    ],
  },
  {
    ring: 'side',
    half: 'editorial',
    files: [
      'src/articles/{save-many,show-many}.ts',
      'src/{tags,authors}/add-many.ts',
      'src/ingest/{poll,folder,news,told-of}.ts',
      'src/imports/{run,claims,head,bring-back,own-things,batches,execute,process,batch,dry-run,seen,names,find-names,make-names,near,assets,receive,stop,spool,fetch-url,fetch-pictures,link-stories,identities,meet,told,fate,new-stories,translations,known-stories,former-paths,schedule-stories}.ts',
    ],
  },
  {
    ring: 'side',
    files: ['src/related/{stories,due,counting,weighing,finding,suggesting,holders,giving,excluded-tags,list}.ts'],
  },
  { ring: 'side', files: ['src/related/rebuild.ts'] },
  { ring: 'side', half: 'editorial', files: ['src/related/exclude.ts'] },
  { ring: 'noun', files: ['src/search/{search,terms,conditions,filters,marking}.ts'] },
  { ring: 'side', half: 'delivery', files: ['src/search/{question,reading,hits,facets,highlights,suggestion}.ts'] },
  {
    ring: 'side',
    files: [
      'src/*/jobs.ts',
      'src/feeds/{hub-topics,hub-pings}.ts',
      'src/jobs/worker.ts',
      'src/limits/watch.ts',
      'src/telemetry/{tracing,database,work}.ts',
      'src/accounts/{attempts,authenticate,identity,password,secret,vouched-users}.ts',
    ],
  },
  { ring: 'noun', files: ['src/popular/{popular,view,bots,folds,gate,places,tally}.ts'] },
  { ring: 'side', half: 'delivery', files: ['src/popular/{boards,bit-by-bit,counting,ranking,start,buckets}.ts'] },
  { ring: 'side', files: ['src/cache/{answer,compress,keeping,leases,store}.ts', 'src/articles/keys.ts'] },
  { ring: 'face', files: ['src/cache/{rest,graphql,posted,send}.ts'] },
  { ring: 'face', files: ['src/popular/at-once.ts'] },
  {
    ring: 'face',
    files: [
      'src/*/{routes,key-routes,editorial-routes,workflow-routes,workflow-resolvers,resolvers,block-resolvers}.ts',
      'src/previews/headers.ts',
      'src/imports/form.ts',
      'src/feeds/sitemap-routes.ts',
      'src/limits/{hook,connections}.ts',
      'src/metrics/registry.ts',
      'src/telemetry/requests.ts',
      'src/streams/{plugin,send-events}.ts',
      'src/rest/*.ts',
      'src/graphql/*.ts',
    ],
  },
  {
    ring: 'house',
    files: [
      'src/{app,make-ctx,server,house,modules,cli,config,setting-texts}.ts',
      'src/cli/*.ts',
      'src/backups/*.ts',
      'src/demo/**',
    ],
  },
]

const rows = ringTable.map((row) => ({ ...row, patterns: row.files.map(globPattern) }))
const source = /^src\/.*\.ts$/

/** The rows of the table that have this file: one, when all is well. */
export function rowsOf(path: string): Row[] {
  return rows.filter(({ patterns }) => patterns.some((pattern) => pattern.test(path)))
}

/** Files without a place in the table, or with two. */
export function placeFaults(tree: Tree): string[] {
  return filesOf(tree, source).flatMap(([path]) => {
    const found = rowsOf(path)
    if (found.length === 1) return []
    if (found.length === 0) return [`${path} has no ring: add it to a row of ringTable in tests/laws/rings.ts`]
    return [
      `${path} is in ${found.length} rows of ringTable in tests/laws/rings.ts (${found.map(({ ring }) => ring).join(', ')}): leave one`,
    ]
  })
}

/** Imports that point outwards, and runtime imports of the database where it has no business. */
export function importFaults(tree: Tree): string[] {
  return filesOf(tree, source).flatMap(([path, text]) =>
    importsOf(path, text).flatMap((each) => importFault(path, each)),
  )
}

function importFault(path: string, each: Import): string[] {
  const { path: target, isType } = each
  const from = rowsOf(path)[0]
  const to = target ? rowsOf(target)[0] : undefined
  if (!from || !to || !target) return []
  if (to.ring === 'db') return mayUseDatabase(from.ring, target, each) ? [] : [databaseMessage(path, target, isType)]
  if (from.ring === 'db' ? to.ring === 'lib' : order.indexOf(to.ring) <= order.indexOf(from.ring)) return []
  return [`${path} (${from.ring}) imports ${target} (${to.ring}): imports point inwards, ${order.join(' ← ')}`]
}

function mayUseDatabase(ring: Ring, target: string, { isType, names }: Import): boolean {
  if (ring === 'db' || ring === 'house') return true
  return target.startsWith('src/db/generated/') && (isType || (ring === 'side' && names === 'Prisma'))
}

function databaseMessage(path: string, target: string, isType: boolean): string {
  const way = isType
    ? 'only its generated types are for everybody'
    : "use what ctx gives, or 'import type' for generated types"
  return `${path} imports ${target}: the database belongs to src/db and the house; ${way}`
}

/** Ways, over any number of files, from what readers see to what staff do. */
export function sideFaults(tree: Tree): string[] {
  const graph = importGraph(tree, () => true)
  return [...graph.keys()]
    .filter((path) => rowsOf(path)[0]?.half === 'delivery')
    .flatMap((path) => {
      const way = wayTo(graph, path, (each) => rowsOf(each)[0]?.half === 'editorial')
      return way ? [`delivery never imports editorial: ${way.join(' → ')}`] : []
    })
}

/** Files that import each other in a circle at run time, where what is read first may still be empty. */
export function circleFaults(tree: Tree): string[] {
  const graph = importGraph(tree, ({ isType }) => !isType)
  const ways = [...graph.keys()].sort().map((path) => wayTo(graph, path, (each) => each === path))
  const circles = new Map<string, string[]>()
  for (const way of ways.filter((each) => each !== null)) {
    const name = [...new Set(way)].sort().join(' ')
    if (!circles.has(name)) circles.set(name, way)
  }
  return [...circles.values()].map((way) => `imports in a circle: ${way.join(' → ')}`)
}

function importGraph(tree: Tree, counts: (each: Import) => boolean): Map<string, string[]> {
  const files = filesOf(tree, source).filter(([path]) => !path.startsWith('src/db/generated/'))
  return new Map(
    files.map(([path, text]) => [
      path,
      importsOf(path, text).flatMap((each) => (each.path && counts(each) ? each.path : [])),
    ]),
  )
}

/** The shortest way along imports from a file to one that is sought; null when there is none. */
function wayTo(graph: Map<string, string[]>, from: string, isSought: (path: string) => boolean): string[] | null {
  const ways = [[from]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (isSought(next)) return [...way, next]
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return null
}

const web = /^(fastify|mercurius|graphql|@fastify\/.*)$/
const outside = /^(node:(?!crypto$|path$|url$).*|pg|undici|@prisma\/.*)$/

/** Packages where they have no business: the web inside the faces, input and output in engines. */
export function packageFaults(tree: Tree): string[] {
  return eachImport(tree, ({ path, ring, from }) => {
    if (web.test(from) && ring !== 'face' && ring !== 'house')
      return [`${path} imports ${from}: only faces and the house know Fastify, Mercurius and GraphQL`]
    if (outside.test(from) && (ring === 'lib' || ring === 'noun'))
      return [`${path} imports ${from}: engines do no input or output; pass in what they need`]
    if (/^(pg|@prisma\/.*)$/.test(from) && ring === 'side')
      return [`${path} imports ${from}: only src/db talks to the driver`]
    return []
  })
}

function eachImport(
  tree: Tree,
  judge: (each: { path: string; ring: Ring | undefined; from: string }) => string[],
): string[] {
  return filesOf(tree, source).flatMap(([path, text]) =>
    importsOf(path, text).flatMap(({ from }) => judge({ path, ring: rowsOf(path)[0]?.ring, from })),
  )
}
