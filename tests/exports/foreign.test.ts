import { type TSchema, Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from '../../src/core/parse.ts'
import { InstantInput, oneOf, strict } from '../../src/core/shapes.ts'
import { databaseClock } from '../../src/db/clock.ts'
import type { PrismaClient } from '../../src/db/generated/client.ts'
import { exportForeign, type ForeignFormat } from '../../src/exports/foreign.ts'
import { inSnapshot } from '../../src/exports/snapshot.ts'
import type { StoryFilter } from '../../src/exports/story-filter.ts'
import { makeCtx } from '../../src/make-ctx.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { fillNewsroom } from './filled.ts'

// What ninjs 3.1 allows of what we write, as the schema of IPTC has it: nothing else may stand there.
const uri = Type.String({ pattern: '^(urn:uuid:|https?://)' })
const given = <S extends TSchema>(shape: S) => Type.Optional(shape)
const text = Type.Object({ role: Type.String(), contentType: Type.String(), value: Type.String() })
const subject = strict({ name: Type.String(), rel: oneOf(['author', 'about', 'section']), uri, literal: Type.String() })
const altIds = Type.Array(strict({ role: Type.String(), value: Type.String() }))
const rendition = strict({
  ...{ name: Type.String(), href: uri, contentType: given(Type.String()) },
  ...{ width: given(Type.Integer()), height: given(Type.Integer()), duration: given(Type.Number()) },
  poi: given(strict({ x: Type.Integer(), y: Type.Integer() })),
})
const association = strict({
  ...{ name: Type.String(), rel: Type.String(), uri, type: oneOf(['text', 'picture', 'video', 'audio', 'component']) },
  ...{ pubStatus: given(Type.Literal('usable')), representationType: given(Type.Literal('partial')) },
  ...{ by: given(Type.String()), language: given(Type.String()), headlines: given(Type.Array(text)) },
  ...{ descriptions: given(Type.Array(text)), renditions: given(Type.Array(rendition)), altIds: given(altIds) },
})
const Item = strict({
  ...{ uri, type: Type.Literal('text'), representationType: Type.Literal('full'), profile: Type.String() },
  ...{ version: Type.String(), firstCreated: InstantInput, versionCreated: InstantInput, contentCreated: InstantInput },
  ...{ pubStatus: Type.Literal('usable'), language: Type.String(), title: Type.String(), slugline: Type.String() },
  ...{ by: given(Type.String()), edNote: given(Type.String()) },
  ...{ headlines: Type.Array(text), descriptions: Type.Array(text), bodies: Type.Array(text) },
  ...{ people: Type.Array(subject), organisations: Type.Array(subject), places: Type.Array(subject) },
  ...{ events: Type.Array(subject), subjects: Type.Array(subject) },
  infoSources: Type.Array(strict({ name: Type.String(), uri: given(uri), literal: given(Type.String()) })),
  ...{ associations: Type.Array(association), altIds },
  standard: strict({ name: Type.Literal('ninjs'), version: Type.Literal('3.1'), schema: uri }),
})

let newsroom: Newsroom
let made: Awaited<ReturnType<typeof fillNewsroom>>

beforeAll(async () => {
  newsroom = await testNewsroom()
  made = await fillNewsroom(() => {
    newsroom.setClock(1)
    return newsroom.ctx()
  })
}, 180_000)

afterAll(() => newsroom.close())

async function exported(format: ForeignFormat, filter: StoryFilter = {}): Promise<string> {
  const parts: string[] = []
  const { db, site, caller } = newsroom.ctx()
  await inSnapshot(db, (tx) =>
    exportForeign(
      makeCtx(tx as PrismaClient, site, databaseClock, caller),
      format,
      filter,
      async (part) => void parts.push(part),
    ),
  )
  return parts.join('')
}

type Json = { associations?: { name: string; uri: string }[] } & Record<string, unknown>
const read = async (url: string) => {
  const { statusCode, headers, body } = await newsroom.app.inject({ url })
  return {
    status: statusCode,
    type: headers['content-type'],
    etag: headers.etag,
    body,
    item: JSON.parse(body || '{}') as Json,
  }
}

describe('a live story as ninjs', () => {
  it('has what the story has, in the words of IPTC', async () => {
    const { status, type, item } = await read(`/v1/articles/${made.lead.id}?format=ninjs`)
    expect([status, type]).toEqual([
      200,
      expect.stringMatching(/^application\/json; charset=utf-8; profile="https:\/\/www.iptc.org/),
    ])
    expect(faultsOf(Item, item)).toEqual([])
    expect(item).toMatchObject({
      ...{
        uri: `urn:uuid:${made.lead.id}`,
        version: '2',
        language: 'en',
        title: 'Gas prices rise',
        by: 'Айгерім Серік',
      },
      ...{ contentCreated: '2019-03-01T08:00:00.000Z', edNote: expect.stringContaining('The day was wrong.') },
      people: [{ name: 'Айгерім Серік', rel: 'author' }],
      subjects: [{ literal: 'the-world' }, { literal: 'gas' }, { literal: 'gas-crisis' }],
      infoSources: [{ name: 'AFP', literal: 'afp-1' }],
      bodies: [{ value: '<p>Prices rose on Tuesday.</p>' }, { value: 'Prices rose on Tuesday.' }],
    })
    const named = (item.associations ?? []).map(({ name }) => name)
    expect(named).toEqual(['main', 'replaced-by', 'translation-de'])
  })

  it('is valid for every live story, over the address and in an export, and the two are the same', async () => {
    const lines = (await exported('ninjs'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(await newsroom.db.publishedArticle.count())
    for (const line of lines) {
      expect(faultsOf(Item, line), line.title).toEqual([])
      expect((await read(`/v1/articles/${line.uri.slice(9)}?format=ninjs`)).item).toEqual(line)
    }
  })

  it('is kept like every answer, and made anew when the story changes', async () => {
    const url = `/v1/articles/${made.german.id}?format=ninjs`
    const [first, second] = [await read(url), await read(url)]
    expect([second.etag, second.body]).toEqual([first.etag, first.body])
    await newsroom.rest('PATCH', `/v1/editorial/articles/${made.german.id}`, {
      as: 'editor',
      body: { headline: 'Gas noch teurer' },
    })
    await newsroom.rest('POST', `/v1/editorial/articles/${made.german.id}/publish`, { as: 'editor', body: {} })
    expect((await read(url)).item).toMatchObject({ title: 'Gas noch teurer', version: '2' })
  })

  it('is for readers: drafts, killed stories and unknown formats are refused as ever', async () => {
    expect((await read(`/v1/articles/${made.draft.id}?format=ninjs`)).status).toBe(404)
    expect((await read(`/v1/articles/${made.killed.id}?format=ninjs`)).status).toBe(410)
    const unknown = await newsroom.rest('GET', `/v1/articles/${made.lead.id}?format=nitf`)
    expect([unknown.code, unknown.paths, unknown.text]).toEqual([
      'invalid_input',
      ['format'],
      expect.stringContaining('ninjs'),
    ])
    const both = await newsroom.rest('GET', `/v1/articles/${made.lead.id}?format=ninjs&fields=headline`)
    expect([both.code, both.paths]).toEqual(['invalid_input', ['fields']])
    const { status } = await newsroom.app
      .inject({ url: '/v1/articles/gas-prices-rise?format=ninjs' })
      .then(({ statusCode, headers }) => ({ status: [statusCode, headers.location] }))
    expect(status).toEqual([301, '/v1/articles/gas-prices-rise-again?format=ninjs'])
  })
})

describe('stories as WordPress reads them', () => {
  it('have authors, categories, tags, attachments and posts in every state but killed', async () => {
    const xml = await exported('wxr')
    expect(xml).toContain('<wp:wxr_version>1.2</wp:wxr_version>')
    const posts = xml.split('<item>\n').slice(1)
    const ofType = (type: string) => posts.filter((post) => post.includes(`<wp:post_type><![CDATA[${type}]]>`))
    expect(ofType('post')).toHaveLength((await newsroom.db.article.count()) - 1)
    expect(ofType('attachment')).toHaveLength(1)
    const state = (name: string) =>
      ofType('post')
        .find((post) => post.includes(`<title><![CDATA[${name}]]>`))
        ?.match(/<wp:status><!\[CDATA\[(.*?)\]\]/)?.[1]
    expect(['Gas prices rise', 'In work', 'Tomorrow', 'Taken back', 'A mistake'].map(state)).toEqual([
      'publish',
      'pending',
      'future',
      'draft',
      undefined,
    ])
    const lead = ofType('post').find((post) => post.includes('Gas prices rise]]')) ?? ''
    for (const part of [
      '<dc:creator><![CDATA[',
      '<category domain="category" nicename="the-world"><![CDATA[World]]></category>',
      '<category domain="post_tag" nicename="gas"><![CDATA[Gas]]></category>',
      '<wp:post_date_gmt><![CDATA[2019-03-01 08:00:00]]>',
      '<wp:post_name><![CDATA[gas-prices-rise-again]]>',
      'https://news.example/world/gas-prices-rise-again',
    ])
      expect(lead).toContain(part)
    const attachment = /<wp:post_id>(\d+)/.exec(ofType('attachment')[0] ?? '')?.[1]
    expect(lead).toContain(
      `<wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[${attachment}]]>`,
    )
  })

  it('are only those that were asked for', async () => {
    const xml = await exported('wxr', { tag: 'gas', status: ['LIVE'] })
    expect(xml.match(/<wp:post_type><!\[CDATA\[post\]\]>/g)).toHaveLength(2)
    expect(xml).not.toContain('In work')
  })
})
