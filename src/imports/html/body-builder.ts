import type { Decorator, ListKind, TextStyle } from '../../articles/body/types.ts'
import type { ImportBlock, ImportBody, ImportMedia } from '../item.ts'
import { isBlank } from '../text/words.ts'

/** A run of text with the same looks. */
interface Run {
  text: string
  marks: Decorator[]
  link: Link | null
}

export interface Link {
  href: string
  title: string | null
}

/** What the next text block is. */
export interface BlockKind {
  style: TextStyle
  listItem: ListKind | null
  level: number
}

export const paragraph: BlockKind = { style: 'normal', listItem: null, level: 1 }

/** Bounds of one block, below those of `checkBody` so that links and keys have room. */
const most = { runs: 400, links: 150, text: 90_000 }

/** Puts a body together: text as it comes, blocks when they are complete. */
export class BodyBuilder {
  readonly blocks: ImportBlock[] = []
  readonly media: ImportMedia[] = []
  readonly notes: string[] = []
  private runs: Run[] = []
  private kind: BlockKind = paragraph
  private keys = 0

  /** What the text from here on belongs to; what was open is closed. */
  begin(kind: BlockKind) {
    this.flush()
    this.kind = kind
  }

  get isOpen(): boolean {
    return this.runs.some(({ text }) => text.trim() !== '')
  }

  /** Text with its white space as it is to be shown. */
  text(text: string, marks: Decorator[], link: Link | null) {
    if (text === '') return
    const last = this.runs.at(-1)
    if (last && sameLooks(last, marks, link) && last.text.length + text.length < most.text) {
      last.text += text
      return
    }
    if (this.runs.length >= most.runs || this.linkCount() >= most.links) {
      this.notes.push('a very long paragraph was divided')
      this.flush()
    }
    for (let at = 0; at < text.length; at += most.text)
      this.runs.push({ text: text.slice(at, at + most.text), marks, link })
  }

  /** Whether white space that comes now would be shown. */
  get endsInSpace(): boolean {
    const last = this.runs.at(-1)?.text ?? ''
    return last === '' || /[ \n]$/.test(last)
  }

  /** Whether the last thing was a line break. */
  get endsInBreak(): boolean {
    return /\n *$/.test(this.runs.at(-1)?.text ?? '')
  }

  /** Closes the text block and begins another of its kind. */
  divide() {
    this.begin(this.kind)
  }

  /** Closes the text block that is open; blank ones vanish. */
  flush() {
    const runs = trimmed(this.runs)
    this.runs = []
    if (runs.length === 0) return
    const links: Link[] = []
    const children = runs.map(({ text, marks, link }) => ({
      _type: 'span' as const,
      _key: this.key('s'),
      text,
      marks: [...marks, ...(link ? [this.markOf(link, links)] : [])],
    }))
    const markDefs = links.map(({ href, title }, i) => ({
      ...{ _type: 'link' as const, _key: `m${i}`, href },
      ...(title && { title }),
    }))
    const { style, listItem, level } = this.kind
    const item = listItem ? { listItem, level } : {}
    this.blocks.push({
      _type: 'block',
      _key: this.key('b'),
      style,
      ...item,
      children,
      ...(links.length > 0 && { markDefs }),
    })
  }

  /** A block that is no text; what was open is closed before it. */
  add(block: (key: string) => ImportBlock) {
    this.flush()
    this.blocks.push(block(this.key('b')))
  }

  /** The place of a picture or film, known or new. */
  mediaIndex(media: ImportMedia): number {
    const known = this.media.findIndex(({ url, externalId }) => url === media.url && externalId === media.externalId)
    return known >= 0 ? known : this.media.push(media) - 1
  }

  key(prefix: string): string {
    this.keys += 1
    return `${prefix}${this.keys}`
  }

  body(): ImportBody {
    this.flush()
    return this.blocks
  }

  private markOf(link: Link, links: Link[]): string {
    const known = links.findIndex(({ href, title }) => href === link.href && title === link.title)
    return `m${known >= 0 ? known : links.push(link) - 1}`
  }

  private linkCount(): number {
    return this.runs.filter(({ link }) => link).length
  }
}

function sameLooks(run: Run, marks: Decorator[], link: Link | null): boolean {
  const isSameLink = run.link?.href === link?.href && run.link?.title === link?.title
  return isSameLink && run.marks.length === marks.length && run.marks.every((mark) => marks.includes(mark))
}

/** Without white space at the ends of the block; runs that are left empty go. */
function trimmed(runs: Run[]): Run[] {
  const first = runs.findIndex(({ text }) => !isBlank(text))
  if (first < 0) return []
  const last = runs.findLastIndex(({ text }) => !isBlank(text))
  return runs.slice(first, last + 1).map((run, i, all) => {
    const start = i === 0 ? run.text.replace(/^[\s\u200b\ufeff]+/, '') : run.text
    return { ...run, text: i === all.length - 1 ? start.replace(/[\s\u200b\ufeff]+$/, '') : start }
  })
}
