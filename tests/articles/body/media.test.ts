import { expect, test } from 'vitest'
import { checkBody } from '../../../src/articles/body/check.ts'
import { fillMedia } from '../../../src/articles/body/media.ts'
import { articleIdsIn, mediaIdsIn } from '../../../src/articles/body/references.ts'
import type { Body } from '../../../src/articles/body/types.ts'
import { everyBlock, goneId, imageId, linked, media, storyId, videoId } from './examples.ts'

const read = (input: unknown): Body => {
  const result = checkBody(input)
  if ('faults' in result) throw new Error(JSON.stringify(result.faults))
  return result.body
}

test('the words of a place replace those of the asset, even by none', () => {
  const body = read([{ _type: 'image', mediaId: imageId, alt: '', caption: 'Here' }])
  expect(fillMedia(body, media)).toMatchObject([
    { media: { id: imageId, alt: '', caption: 'Here', credit: 'own credit' } },
  ])
  expect(media.get(imageId)?.alt).toBe('own alt')
})

test('what has no asset, or one of another kind, is left out', () => {
  const body = read([
    { _type: 'image', mediaId: goneId },
    { _type: 'image', mediaId: videoId },
    { _type: 'video', mediaId: imageId },
    { _type: 'gallery', images: [{ mediaId: goneId }] },
    { _type: 'gallery', images: [{ mediaId: goneId }, { mediaId: imageId }] },
    { _type: 'divider' },
  ])
  expect(fillMedia(body, media)).toMatchObject([
    { _type: 'gallery', images: [{ _key: 'i1', media: { id: imageId } }] },
    { _type: 'divider' },
  ])
})

test('references are each named once, in order', () => {
  const body = read([linked({ _type: 'articleRef', articleId: goneId }), ...everyBlock('x')])
  expect(articleIdsIn(body)).toEqual([goneId, storyId])
  expect(mediaIdsIn(body)).toEqual([imageId, videoId])
  expect(articleIdsIn([])).toEqual([])
})
