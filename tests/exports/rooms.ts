import { systemCaller } from '../../src/core/caller.ts'
import type { Ctx } from '../../src/core/ctx.ts'
import { connectDatabase, type Database } from '../../src/db/connect.ts'
import { type ExportOptions, exportNewsroom } from '../../src/exports/editorial.ts'
import { type Restored, restoreNewsroom } from '../../src/exports/restore.ts'
import { makeCtx } from '../../src/make-ctx.ts'
import { type TestDatabase, testDatabase } from '../helpers/database.ts'

const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale: 'en' }

/** A database with the house's functions on it, and no app: what commands have. The clock goes on by a minute at each step. */
export interface Room extends Database {
  url: string
  ctx(): Ctx
  drop(): Promise<void>
}

/** An empty newsroom. Drop it in afterAll. */
export async function newRoom(): Promise<Room> {
  return roomOn(await testDatabase())
}

/** What can be done on this database; connects when something is done. */
export function roomOn(database: TestDatabase): Room {
  const connected = connectDatabase(database.url, { applicationName: 'test' })
  let now = new Date('2026-01-08T09:30:00.000Z').getTime()
  const clock = { now: () => new Date(now), databaseNow: async () => new Date(now) }
  const told = async () => undefined
  const ctx = () => {
    now += 60_000
    return makeCtx(connected.prisma, site, clock, systemCaller('test'), undefined, told)
  }
  const drop = () => connected.close().then(database.drop)
  return { ...connected, url: database.url, ctx, drop }
}

/** The lines of an export. */
export async function linesOf({ prisma }: Room, options: Partial<ExportOptions> = {}): Promise<string[]> {
  const lines: string[] = []
  await exportNewsroom(prisma, { filter: null, hasJournal: false, ...options }, (line) => void lines.push(line))
  return lines
}

/** Reads lines back. */
export function restoreLines(room: Room, lines: string[]): Promise<Restored> {
  return restoreNewsroom(
    room.ctx(),
    (async function* () {
      yield* lines
    })(),
  )
}

/** The things of one type in an export. */
export function thingsOf(lines: string[], type: string): Record<string, unknown>[] {
  return lines.map((line) => JSON.parse(line)).flatMap((line) => (line.type === type ? [line.data] : []))
}
