import { escapeHtml } from '../../articles/body/escape.ts'
import { convertHtml } from '../html/convert.ts'
import { embedOf } from '../html/embeds.ts'
import { bareMedia } from '../html/pictures.ts'
import type { Found, ImportLink } from '../item.ts'
import { webAddress } from '../text/addresses.ts'
import { readInstant } from '../text/dates.ts'
import type { Notes } from '../text/notes.ts'
import { oneLine } from '../text/words.ts'
import { type Draft, finishItem } from './finish.ts'
import { bareAuthor, namesIn } from './parts.ts'
import { wireTag } from './wire-status.ts'

/** Lines of web pages that come along when a story is copied; what follows the sharing is never the story. */
const noise = /^(?:skip to (?:main )?content|advertisement|advertising|\.|read (?:more|also):?|-{3,}|={3,}|\*{3,})$/i
const ending = /^(?:share this(?: article| story)?:?|most popular|most read|sign up (?:for|to) .*|follow us.*)$/i
const crosshead = /^[-–—]{1,3}\s*([^\s–—-].{0,98}?)\s*[-–—]{1,3}$/
const bullet = /^[•●▪‣*·]\s+|^[-–—]\s+(?=\S)/
/** Of a list for sure, not of what somebody says or of a line that was broken at a dash. */
const sureBullet = /^[•●▪‣*·]\s+|^[-–—]\s+\S.*https?:\/\//
const recommended = /^(?:recommended video|watch|video recomendado|vidéo recommandée)s?:?$/i
const furtherWords =
  /^(?:recommended(?: stories| articles| reading| for you)?|it may interest you|you may (?:also )?(?:like|be interested in)|related(?: stories| articles)?|read also|see also|te puede interesar|à lire aussi|lesen sie auch)s?:?$/i
const byline = /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR)\s+\p{Lu}[^.]{1,120}$/u
/** Words of agencies above a headline, in the languages in which they write. */
const urgency =
  /^(?:urgent|flash|snap|newsalert|news alert|alert|bulletin|breaking(?: news)?|update(?: \d{1,2})?|eil(?:meldung)?|urgente|alerte|última hora)\s*[:!.-]*$/i
/** `ALMATY, Jan 8, 2026 (AFP) -`, `SPRINGFIELD, Ill. (AP) -`, `Rouen, 12 mars 2026 (AFP) -`, `Hamburg (dpa/lno) -`. */
const dateline =
  /^(\p{Lu}[\p{L} .'’/-]{1,60}?)(?:,\s*\p{Lu}[\p{L}. ]{1,20}?)??,?\s*(?:,\s*(\p{L}{3,9}\.?\s+\d{1,2}(?:,\s+\d{4})?|\d{1,2}\.?\s+\p{L}{3,12}\.?(?:\s+\d{4})?))?\s*\((\p{L}[\p{L} ./-]{1,30})\)\s*[-–—_]/u

/** A text as a story; what is known of it beside the text goes before what the text says. */
export function storyOfLines(text: string, known: Partial<Draft> & Pick<Draft, 'place'>, notes: Notes): Found {
  const [kicker, all] = urgencyOf(blocksOf(text, notes))
  const headline = known.headline ? null : headOf(all)
  const rest = headline === null ? all : all.slice(1)
  const names = rest[0] && byline.test(rest[0].lines[0] ?? '') ? namesIn(rest.shift()?.lines.join(' ') ?? '') : []
  const standfirst = rest[1]?.isList && rest[0] && !rest[0].isList ? (rest.shift()?.lines.join(' ') ?? null) : null
  const { html, related, film } = convert(rest, notes)
  const converted = convertHtml(html, { base: null })
  const first = rest.find(({ isList }) => !isList)?.lines.join(' ') ?? standfirst ?? ''
  const [, city, day, agency] = dateline.exec(first) ?? []
  return finishItem(
    {
      ...{ kicker, headline: headline ?? '', standfirst },
      ...{ body: converted.body, media: film ? [...converted.media, bareMedia('VIDEO', film)] : converted.media },
      ...{ recommendedVideo: film ? converted.media.length : null, related },
      ...{ bylines: names.map((name) => bareAuthor(name)), tags: wireTag(oneLine(city), 'place', null) },
      source: agency ? { name: agency, url: null, externalId: null } : null,
      publishedAt: readInstant(day ?? null),
      ...known,
    },
    notes,
  )
}

interface TextBlock {
  lines: string[]
  isList: boolean
}

/** Paragraphs: lines up to a blank one, or to one that is indented. */
function blocksOf(text: string, notes: Notes): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0)
      blocks.push({ lines: open, isList: open.every((line) => bullet.test(line) && !crosshead.test(line)) })
    open = []
  }
  for (const written of text.replace(/\r\n?/g, '\n').split('\n')) {
    const line = written.trim()
    if (ending.test(line)) {
      notes.add(`from the line '${line.slice(0, 60)}' on the text belongs to a page and was left out`)
      break
    }
    const beginsList = sureBullet.test(line) && !crosshead.test(line) && open.every((each) => !bullet.test(each))
    if (line === '' || noise.test(line) || /^(?:\t| {2,})\S/.test(written) || beginsList) close()
    if (line !== '' && !noise.test(line)) open.push(line)
  }
  close()
  return blocks
}

/** What stands alone above the headline and says how new it is, and the rest. */
function urgencyOf(blocks: TextBlock[]): [string | null, TextBlock[]] {
  const [first, second] = blocks
  const line = first?.lines.length === 1 ? (first.lines[0] ?? '') : ''
  return second && urgency.test(line) ? [line.replace(/\W+$/, ''), blocks.slice(1)] : [null, blocks]
}

/** The first lines, when they are no paragraph. */
function headOf([first]: TextBlock[]): string | null {
  const words = first?.lines.join(' ') ?? ''
  return first && !first.isList && words.length <= 300 && !dateline.test(words) ? words : null
}

function convert(blocks: TextBlock[], notes: Notes) {
  let html = ''
  let film: string | null = null
  const related: ImportLink[] = []
  /** The words over stories that may be of interest, until they stand over them. */
  let further = ''
  for (const [i, { lines, isList }] of blocks.entries()) {
    const words = lines.join(' ')
    if (recommended.test(words)) {
      film = webAddress(blocks[i + 1]?.lines[0], null)
      if (!film || embedOf(film)) notes.add('it names a recommended video without the address of a file')
      if (film && embedOf(film)) film = null
    } else if (furtherWords.test(words)) further = words
    else if (isList) {
      const list = listOf(lines, related, further, notes)
      html += list
      if (list !== '') further = ''
    } else if (words !== film) {
      html += paragraphOf(lines)
      further = ''
    }
  }
  return { html, related, film }
}

function paragraphOf(lines: string[]): string {
  const [, head] = lines.length === 1 ? (crosshead.exec(lines[0] ?? '') ?? []) : []
  return head ? `<h2>${escapeHtml(head)}</h2>` : `<p>${escapeHtml(lines.join(' '))}</p>`
}

/** A list of links with addresses is related; without them it stays as a list, as its words are all there is. */
function listOf(lines: string[], related: ImportLink[], further: string, notes: Notes): string {
  const items = lines.map((line) => line.replace(bullet, ''))
  const links = items.map((item) => {
    const [, headline = '', url = ''] = /^(.*?)[\s:(<-]*(https?:\/\/[^\s<>)]+)[)>]?$/.exec(item) ?? []
    return { headline: headline.trim(), url }
  })
  const isLink = ({ headline, url }: ImportLink) => headline !== '' && webAddress(url, null) !== null
  // In the text a list stays whole; of what may be of interest each story stands for itself.
  if (further || links.every(isLink)) related.push(...links.filter(isLink))
  const kept = links.every(isLink) ? [] : items.filter((_item, i) => !further || !links[i] || !isLink(links[i]))
  if (kept.length === 0) return ''
  if (further)
    notes.add('stories that may be of interest have no addresses and were kept as a list, under their heading')
  const head = further ? `<h3>${escapeHtml(further)}</h3>` : ''
  return `${head}<ul>${kept.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
}
