import { expect, it } from 'vitest'
import { cardHtml } from '../../src/imports/formats/ghost-cards.ts'
import { convertHtml } from '../../src/imports/html/convert.ts'
import { textOfBody } from './reading.ts'

function convertCard(type: string, card: Record<string, unknown>) {
  const notes: string[] = []
  const html = cardHtml(type, card, (note) => notes.push(note))
  return { ...convertHtml(html, { base: null }), notes }
}

const button = { buttonUrl: 'https://a.example/g', buttonText: 'Give' }

it.each([
  [
    'product',
    {
      ...{ productTitle: 'Lamp', productDescription: '<p>It glows.</p>', productImageSrc: 'https://a.example/l.jpg' },
      ...{ productUrl: 'https://a.example', productButton: 'Buy' },
    },
    'Lamp\n\nIt glows.\n\nBuy',
    ['image', 'block', 'block', 'block'],
  ],
  [
    'signup',
    { header: 'Join', subheader: 'Free', disclaimer: 'No spam', buttonText: 'Go' },
    'Join\n\nFree\n\nNo spam',
    ['block', 'block', 'block'],
  ],
  [
    'call-to-action',
    { textValue: '<p>Give <b>now</b></p>', imageUrl: 'https://a.example/c.jpg', ...button },
    'Give now\n\nGive',
    ['image', 'block', 'block'],
  ],
  ['call-to-action', { textValue: 'Give', showButton: false, ...button }, 'Give', ['block']],
])('the card %s keeps its words and its picture, which is noted', (type, card, words, shape) => {
  const { body, notes } = convertCard(type, card)
  expect(textOfBody(body)).toBe(words)
  expect(body.map(({ _type }) => _type)).toEqual(shape)
  expect(notes).toEqual([`the card '${type}' has no counterpart and its words were kept`])
})

it('a card without words is left out', () => {
  expect(convertCard('unheard-of', {})).toEqual({
    body: [],
    media: [],
    notes: ["the card 'unheard-of' has no counterpart and was left out"],
  })
})

it.each([
  ['code', { code: 'a = 1', caption: 'How <b>so</b>' }, 'a = 1\n\nHow so'],
  [
    'file',
    { src: 'https://a.example/a.pdf', fileTitle: 'Report', fileCaption: 'All of <it>' },
    'Report\n\nAll of <it>',
  ],
  ['header', { header: 'Head', subheader: 'Sub', ...button }, 'Head\n\nSub\n\nGive'],
  ['header', { header: 'Head', subheader: 'Sub', buttonEnabled: false, ...button }, 'Head\n\nSub'],
])('the card %s keeps what stands under it: %j', (type, card, words) => {
  expect(textOfBody(convertCard(type, card).body)).toBe(words)
})

it('pictures of a gallery keep their captions, beside that of the gallery', () => {
  const images = [{ src: 'https://a.example/1.jpg', caption: 'One' }, { src: 'https://a.example/2.jpg' }]
  expect(convertCard('gallery', { images, caption: 'Both' }).body).toMatchObject([
    { _type: 'gallery', title: 'Both', images: [{ caption: 'One' }, { mediaIndex: 1 }] },
  ])
})
