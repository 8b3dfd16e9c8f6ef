import type { Facts } from '../helpers/ask.ts'

/** The parts of a news page, in the order in which they stand on it. */
export interface NewsPage {
  headline: string
  standfirst: string
  /** Under the opening. */
  bullets: string[]
  text: { style: 'normal' | 'h2'; words: string }[]
  /** To read next. */
  interest: string[]
  picture: string
}

/**
 * Reads a page as it is copied from a browser: headline, opening, bullets, paragraphs, crossheads between dashes, the mark of
 * a video, the list of what may interest, the mark for sharing, the picture's file name. Judged by its structure alone.
 */
export function readNewsPage(page: string): NewsPage {
  const lines = page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const at = (mark: RegExp) => lines.findIndex((line) => mark.test(line))
  const isBullet = (line: string) => line.startsWith('• ')
  const start = lines[0]?.startsWith('Skip to') ? 1 : 0
  const [video, interest, share] = [at(/^RECOMMENDED VIDEO$/), at(/^IT MAY INTEREST YOU$/), at(/^Share this article/)]
  const above = lines.slice(start + 2, video)
  const bullet = (line: string) => line.slice(2)
  return {
    headline: lines[start] ?? '',
    standfirst: lines[start + 1] ?? '',
    bullets: above.filter(isBullet).map(bullet),
    text: above.filter((line) => !isBullet(line)).map(toPart),
    interest: lines.slice(interest, share).filter(isBullet).map(bullet),
    picture: lines[share + 1] ?? '',
  }
}

function toPart(line: string): NewsPage['text'][number] {
  const crosshead = /^– (.+) –$/.exec(line)?.[1]
  return crosshead ? { style: 'h2', words: crosshead } : { style: 'normal', words: line }
}

/** A block for a part of the text. */
export function toBlock({ style, words }: NewsPage['text'][number]): Facts {
  return { _type: 'block', style, children: [{ _type: 'span', text: words }] }
}

/** A page of our own invention with the same parts. */
export const inventedPage = `
Skip to content

Harbour master of Port Verran resigns over the missing ferry

The harbour master of Port Verran has stepped down, the council said on Friday, after a week in which nobody could say where the night ferry was.

  • Why the island line has only one ferry
  • “We heard the horn and then nothing”: passengers tell
  • Fog, fuel and a broken radio: what is known

After six days without news, the council of the islands met behind closed doors and called for an inquiry.

The resignation of Tamsin Orrell, who ran the port for eleven years, is the first since the ferry went missing.

“I have nothing to add to what I wrote,” she told reporters at the gate.

– The last message –

The ferry’s last message, at 03:40 on Sunday, asked for a berth, the coastguard said.

A correspondent of the wire in Port Verran reported that the quay was closed and the lights were on.

– Forty boats –

More than 40 boats joined the search on Thursday, according to the coastguard.

“We will go out again tomorrow,” said a fisherman who gave his name as Jory.

RECOMMENDED VIDEO

IT MAY INTEREST YOU

  • How a ferry can vanish from the radar
  • Council votes money for a second boat
  • The islands without bread: a photo essay
  • Port Verran in five dates
  • The night the lighthouse failed

.

Share this article:
verran quay.jpg
most popular`
