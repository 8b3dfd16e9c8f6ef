import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkBody } from '../../src/articles/body/check.ts'
import { renderHtml } from '../../src/articles/body/html.ts'
import { publicBodySchema } from '../../src/articles/body/json-schema.ts'
import { fillBodyLinks, fillHtmlLinks } from '../../src/articles/body/links.ts'
import { fillMedia } from '../../src/articles/body/media.ts'
import type { BodyMedia } from '../../src/articles/body/public-types.ts'
import { blockTypeNames, decorators, embedProviders, listKinds, textStyles } from '../../src/articles/body/types.ts'
import { faultsOf } from '../../src/core/parse.ts'

const text = readFileSync(new URL('../../docs/body.md', import.meta.url), 'utf8')

const picture: BodyMedia = {
  id: '01900000-0000-7000-8000-000000000010',
  type: 'IMAGE',
  url: 'https://media.example.org/dam.jpg',
  mimeType: 'image/jpeg',
  width: 4032,
  height: 2688,
  durationSeconds: null,
  alt: 'An earth dam with a wet stain on its slope',
  caption: 'The dam.',
  credit: 'A. Saparova',
  focalPoint: { x: 0.31, y: 0.62 },
}
const film: BodyMedia = {
  ...picture,
  id: '01900000-0000-7000-8000-000000000011',
  type: 'VIDEO',
  url: 'https://media.example.org/dam.mp4',
  alt: 'Film of the valley',
  focalPoint: null,
}
const media = new Map([picture, film].map((asset) => [asset.id, asset]))
const story = { path: '/world/wet-patch', headline: 'A wet patch on the dam' }
const links = new Map([
  ['01900000-0000-7000-8000-000000000020', { ...story, url: `https://news.example${story.path}` }],
])

interface Example {
  line: number
  json: string
  isPublic: boolean
  html: string | undefined
}

/** The JSON examples of the page, each with the HTML that it shows for it. */
const examples: Example[] = [
  ...text.matchAll(/^```json( public)?\n([\s\S]*?)^```(?:\s*```html\n([\s\S]*?)^```)?/gm),
].map(({ 1: mark, 2: json = '', 3: html, index }) => ({
  line: text.slice(0, index).split('\n').length,
  json,
  isPublic: mark !== undefined,
  html: html?.trim(),
}))
const sent = examples.filter(({ isPublic }) => !isPublic)

function bodyOf(json: string) {
  const value: unknown = JSON.parse(json)
  const result = checkBody(Array.isArray(value) ? value : [value])
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return fillMedia(result.body, media)
}

describe('docs/body.md', () => {
  it('has an example of every type of block', () => {
    const types = sent.flatMap(({ json }) => bodyOf(json).map(({ _type }) => _type))
    expect([...new Set(types)].sort()).toEqual(Object.keys(blockTypeNames).sort())
  })

  it.each(sent)('line $line: the example is accepted and gives the HTML below it', ({ json, html }) => {
    expect(fillHtmlLinks(renderHtml(bodyOf(json)), links)).toBe(html)
  })

  it.each(examples.filter(({ isPublic }) => isPublic))('line $line: what readers get is what is shown', ({ json }) => {
    const shown = JSON.parse(json)
    expect(faultsOf(publicBodySchema, shown)).toEqual([])
    const [image, list] = shown
    const sentBody = [
      { ...image, media: undefined },
      { ...list, items: [{ _key: 'l0', articleId: list.items[0].articleId }] },
    ]
    expect(fillBodyLinks(bodyOf(JSON.stringify(sentBody)), links)).toEqual(shown)
  })

  const words = [...Object.keys(blockTypeNames), ...Object.values(blockTypeNames), ...decorators, ...embedProviders]
  it.each([...words, ...textStyles, ...listKinds])('names %s', (word) => {
    expect(text).toContain(`\`${word}\``)
  })
})
