import { checkBody } from '../../src/articles/body/check.ts'
import { renderHtml } from '../../src/articles/body/html.ts'
import { fillMedia } from '../../src/articles/body/media.ts'
import { renderText } from '../../src/articles/body/text.ts'
import { countWords, readingMinutes } from '../../src/articles/body/words.ts'
import { type Random, randomFor } from './random.ts'
import { crossheads, makeSentence } from './words.ts'

/** One body in the three forms that publishing stores, with marks where each story gets its own words and links. */
export interface BodyPattern {
  body: string
  bodyHtml: string
  bodyText: string
  wordCount: number
  readingMinutes: number
}

/** What the marks are; the loader puts a story's own in their place. One word for one word, so that counts stay right. */
export const marks = {
  place: 'Markplace',
  person: 'Markperson',
  number: '48213',
  targets: [
    '00000000-0000-7000-8000-0000000000a1',
    '00000000-0000-7000-8000-0000000000a2',
    '00000000-0000-7000-8000-0000000000a3',
  ],
}

/** How long paragraphs are together, in characters: with the rest 4 kB of text, an ordinary news story of some 680 words. */
const textLength = 3_500

/** The n-th body, rendered as publishing renders it. @throws when the check of bodies refuses it. */
export function makeBody(index: number): BodyPattern {
  const checked = checkBody(makeBlocks(randomFor(3, index)))
  if ('faults' in checked) throw new Error(`body ${index}: ${JSON.stringify(checked.faults)}`)
  const body = fillMedia(checked.body, new Map())
  const wordCount = countWords(body)
  return {
    body: JSON.stringify(body),
    bodyHtml: renderHtml(body),
    bodyText: renderText(body),
    wordCount,
    readingMinutes: readingMinutes(wordCount),
  }
}

function makeBlocks(random: Random): unknown[] {
  const blocks: unknown[] = [
    textBlock([span(`${marks.place} – ${makeSentence(random)} ${marks.person} counted ${marks.number} signatures.`)]),
  ]
  let length = 0
  while (length < textLength) {
    const sentences = [makeSentence(random), makeSentence(random)]
    length += sentences.join(' ').length
    blocks.push(paragraph(random, sentences, blocks.length))
    if (blocks.length === 3) blocks.push(relatedLinks())
    if (blocks.length % 6 === 0) blocks.push(textBlock([span(random.pick(crossheads))], 'h2'))
  }
  return blocks
}

/** Every fourth paragraph has a word in bold, every fifth a link out, the second and the eighth a link to another story. */
function paragraph(random: Random, [first = '', second = '']: string[], position: number) {
  if (position === 2 || position === 8) {
    const articleId = marks.targets[position === 2 ? 0 : 1]
    return textBlock([span(`${first} `), span('As reported earlier', ['ref']), span(`, ${second}`)], 'normal', [
      { _type: 'articleRef', _key: 'ref', articleId },
    ])
  }
  if (position % 5 === 0) {
    const href = `https://records.example/minutes/${random.below(9_000)}`
    return textBlock([span(`${first} `), span('The minutes', ['out']), span(` record it. ${second}`)], 'normal', [
      { _type: 'link', _key: 'out', href },
    ])
  }
  if (position % 4 === 0) return textBlock([span(`${first} `), span('In short: ', ['strong']), span(second)])
  return textBlock([span(`${first} ${second}`)], position === 7 ? 'blockquote' : 'normal')
}

function relatedLinks() {
  const items = [
    { articleId: marks.targets[1] },
    { articleId: marks.targets[2] },
    { url: 'https://records.example/dossier', headline: 'The documents in full' },
  ]
  return { _type: 'relatedLinks', title: 'Read also', items }
}

function textBlock(children: unknown[], style = 'normal', markDefs: unknown[] = []) {
  return { _type: 'block', style, children, markDefs }
}

function span(text: string, given: string[] = []) {
  return { _type: 'span', text, marks: given }
}
