import type { Newsroom } from '../../prove/newsroom.ts'
import { doDue, suggestRelated } from '../../src/related/jobs.ts'
import { rebuildRelated } from '../../src/related/rebuild.ts'
import { postgresReader } from '../load/postgres-usage.ts'

type Tell = (line: string) => void

/** Makes the suggestions of all live stories anew, as `dateline related rebuild --anew` does, and says what it costs. */
export async function benchRebuild({ ctx, url }: Newsroom, tell: Tell): Promise<void> {
  await forgetJournal(ctx().db)
  const [row] = await ctx().db.$queryRaw<{ stories: number }[]>`SELECT count(*)::int AS stories FROM published_article`
  const stories = row?.stories ?? 0
  const { seconds, here, database } = await costOf(url, () =>
    rebuildRelated(ctx(), true, progressTo(tell), (error) => tell(String(error))),
  )
  tell(`rebuild of ${stories}: ${seconds.toFixed(0)} s; processor time of each story: ${each(here, database, stories)}`)
}

/** The words of all stories are counted and weighed, but only these get lists: what they are is the same, in a part of the time. */
export async function listOnly({ ctx, url }: Newsroom, ids: string[], tell: Tell): Promise<void> {
  await forgetJournal(ctx().db)
  const { db } = ctx()
  await db.$executeRaw`INSERT INTO related_due ("articleId", priority, stage) SELECT id, 1, 0 FROM published_article`
  const isDone = async () => (await db.relatedDue.count({ where: { stage: { lt: 2 } } })) === 0
  const fail = (error: unknown) => tell(String(error))
  const counting = await costOf(url, async () => {
    while (!(await isDone())) await doDue(ctx(), fail)
  })
  const all = await db.relatedDue.count()
  tell(`${all} counted and weighed: processor time of each: ${each(counting.here, counting.database, all)}`)
  await db.$executeRaw`DELETE FROM related_due WHERE "articleId" <> ALL(${ids}::uuid[])`
  const { here, database } = await costOf(url, async () => {
    while ((await doDue(ctx(), fail)) > 0);
  })
  tell(`${ids.length} got their lists: processor time of each: ${each(here, database, ids.length)}`)
}

/** Some stories go live again, all by themselves: each is counted, weighed, compared, and put on the lists of those it is like. */
export async function benchPublished({ ctx, url }: Newsroom, tell: Tell): Promise<void> {
  const stories = 100
  await ctx().db.$executeRaw`
    INSERT INTO related_due ("articleId", priority, stage)
    SELECT id, 0, 0 FROM published_article ORDER BY md5(id::text) LIMIT ${stories}
    ON CONFLICT DO NOTHING`
  const { here, database } = await costOf(url, async () => {
    while (await suggestRelated.run(ctx(), new AbortController().signal));
  })
  tell(`${stories} of them go live again: processor time of each: ${each(here, database, stories)}`)
}

/** What was loaded is not due by the journal as well. */
async function forgetJournal(db: ReturnType<Newsroom['ctx']>['db']): Promise<void> {
  await db.$executeRaw`
    INSERT INTO journal_cursor (name, number) SELECT 'related', number FROM journal_head
    ON CONFLICT (name) DO UPDATE SET number = excluded.number`
  await db.$executeRaw`DELETE FROM related_due`
}

/** A line every tenth of the way. */
function progressTo(tell: Tell) {
  let told = 0
  return ({ steps, done }: { steps: number; done: number }) => {
    const tenths = Math.floor((10 * done) / Math.max(steps, 1))
    if (tenths > told) tell(`rebuild: ${tenths * 10} %`)
    told = Math.max(told, tenths)
  }
}

/** In µs of processor time; of the database null where that cannot be seen. */
async function costOf(url: string, work: () => Promise<unknown>) {
  const databaseCpu = await postgresReader(url)
  const [own, before, at] = [process.cpuUsage(), await databaseCpu(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(own)
  const after = await databaseCpu()
  const database = before === null || after === null ? null : after - before
  return { here: user + system, database, seconds: (performance.now() - at) / 1_000 }
}

function each(here: number, database: number | null, stories: number): string {
  const ms = (microseconds: number) => (microseconds / 1_000 / Math.max(stories, 1)).toFixed(1)
  return `${ms(here)} ms here, ${database === null ? '?' : ms(database)} ms in the database`
}
