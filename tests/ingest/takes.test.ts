import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetSketches } from '../../src/imports/jobs.ts'
import { ingestJob } from '../../src/ingest/jobs.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

let newsroom: Newsroom
const root = mkdtempSync(join(tmpdir(), 'dateline-takes-'))
const sources: Record<string, string> = {}

beforeAll(async () => {
  newsroom = await testNewsroom()
  newsroom.app.site.ingestDir = root
  for (const [name, nearDuplicates] of Object.entries({ one: 'SOURCE', two: 'SOURCE', all: 'ALL' })) {
    mkdirSync(join(root, name))
    const body = { kind: 'FOLDER', name, folder: name, intervalSeconds: 60, publish: true, nearDuplicates }
    sources[name] = (await newsroom.rest('POST', '/v1/editorial/ingest-sources', { as: 'admin', body })).data
      .id as string
  }
})
afterAll(async () => {
  await newsroom.close()
  rmSync(root, { recursive: true, force: true })
})

const signal = new AbortController().signal
const lead =
  'The bridge over the Velm at Ostrad stays closed to lorries until the spring, the road office said on Monday. Engineers found cracks in two of its eleven piers.'
const story = [
  'The cracks are up to four millimetres wide and were seen by divers, who look at the piers every second year. Cars may cross at 30 kilometres an hour, one after the other.',
  'For the paper mill in Hagen it means a detour of 58 kilometres. Its director, Lena Brandvold, said that this would cost 40,000 a week. The mill wants the state to pay for half of that.',
  'The bridge was built in 1964 for a quarter of the traffic that it has now. A new one was planned for 2019, but the county council of Velmland put it off twice because of the price.',
]
const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('')

let files = 0
/** A file of one story comes into the folder of a source and is polled: what became of it. */
async function come(source: string, uri: string, headline: string, body: string, version = '1') {
  const name = `${++files}.json`
  const text = { contentType: 'text/html', role: 'main', value: body }
  const said = { uri, version, type: 'text', pubStatus: 'usable', headlines: [{ value: headline }], bodies: [text] }
  writeFileSync(join(root, source, name), JSON.stringify(said))
  const old = new Date(Date.now() - 60_000)
  utimesSync(join(root, source, name), old, old)
  newsroom.setClock(2)
  while (await ingestJob.run(newsroom.ctx(), signal));
  const { data } = await newsroom.rest('GET', `/v1/editorial/ingest-sources/${sources[source]}`, { as: 'editor' })
  const outcomes = `/v1/editorial/imports/${data.lastImportId}/outcomes`
  const told = await newsroom.rest<{ data: Outcome[] }>('GET', outcomes, { as: 'editor' })
  return told.data.data[0]
}
interface Outcome {
  result: string
  targetId: string
  remarks: string[]
}

describe('takes of one story under other ids', () => {
  let id = ''
  const live = async () => (await newsroom.rest('GET', `/v1/articles/${id}`)).data

  test('are that story: another opening and headline, a paragraph more, figures corrected', async () => {
    const first = await come('one', 'urn:a', 'Bridge at Ostrad closed to lorries', paragraphs(lead, ...story), '7')
    expect(first).toMatchObject({ result: 'CREATED' })
    id = first?.targetId ?? ''
    const opening = 'Lorries have to go round the bridge at Ostrad for half a year at least.'
    const more =
      'The minister of transport, Ole Tveit, called the state of the piers a warning to the whole country. He wants a list of all bridges of that age by June.'
    const second = await come('one', 'urn:b', 'Minister wants list of old bridges', paragraphs(opening, ...story, more))
    expect(second).toMatchObject({ result: 'UPDATED', targetId: id })
    expect(second?.remarks).toEqual(["is taken for 'urn:a', whose text is nearly the same"])
    expect(await live()).toMatchObject({ headline: 'Minister wants list of old bridges' })
    const corrected = story.map((text) => text.replace('58', '85').replace('40,000', '60,000'))
    const third = await come(
      'one',
      'urn:c',
      'Minister wants list of old bridges',
      paragraphs(opening, ...corrected, more),
    )
    expect(third).toMatchObject({ result: 'UPDATED', targetId: id })
    expect(JSON.stringify(await live())).toContain('85 kilometres')
  })

  test('are not edits of ours: what comes under the first id again is shown', async () => {
    const again = await come('one', 'urn:a', 'Bridge at Ostrad: mill goes to court', paragraphs(lead, ...story), '8')
    expect(again).toMatchObject({ result: 'UPDATED', targetId: id, remarks: [] })
    expect(await live()).toMatchObject({ headline: 'Bridge at Ostrad: mill goes to court' })
  })

  test('are looked for in the source, or in all', async () => {
    const text = paragraphs(...story)
    expect(await come('two', 'urn:a', 'Bridge at Ostrad', text)).toMatchObject({ result: 'CREATED' })
    const there = await come('all', 'urn:a', 'Bridge at Ostrad is closed', text)
    expect(there).toMatchObject({ result: 'UPDATED' })
  })

  test('are looked for within three days, and then forgotten', async () => {
    expect(await newsroom.db.importSketch.count()).toBe(5)
    newsroom.setClock(3 * 24 * 60 - 10)
    await forgetSketches.run(newsroom.ctx(), signal)
    expect(await newsroom.db.importSketch.count()).toBe(5)
    newsroom.setClock(20)
    const late = await come('one', 'urn:late', 'Bridge at Ostrad', paragraphs(lead, ...story))
    expect(late).toMatchObject({ result: 'CREATED', remarks: [] })
    await forgetSketches.run(newsroom.ctx(), signal)
    expect(await newsroom.db.importSketch.count()).toBe(1)
  })
})

test('reports in the same words with other names and figures are stories of their own', async () => {
  const accident = (town: string, road: number, hour: string, age: number, clinic: string, phone: number) =>
    paragraphs(
      `A ${age}-year-old from ${clinic} died on Sunday in an accident on road ${road} near ${town}, police said. The car left the road at about ${hour} for reasons that are not yet known and hit a tree.`,
      `The driver was taken to hospital in ${clinic} by helicopter and died there of the injuries. The road was closed for hours in both directions.`,
      `The damage is estimated at ${age * 700}. Police ask witnesses to call ${phone} or any police station.`,
    )
  const one = await come(
    'one',
    'urn:1',
    'Accident near Alden',
    accident('Alden', 12, '6.40', 34, 'Brightwater', 204017),
  )
  const other = await come(
    'one',
    'urn:2',
    'Accident near Kelby',
    accident('Kelby', 83, '11.15', 61, 'Thornbury', 871523),
  )
  expect(one).toMatchObject({ result: 'CREATED' })
  expect(other).toMatchObject({ result: 'CREATED', remarks: [] })
})
