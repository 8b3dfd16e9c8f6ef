import type { Decorator, MarkDef, Span } from '../../articles/body/types.ts'

// A link first, so that marks inside its label are read with the label; two-sign marks before their one-sign kin.
const notation =
  /\[(?<label>[^\]]+)\]\((?<target>[^)\s]+)(?: "(?<title>[^"]+)")?\)|\*\*(?<strong>.+?)\*\*|\*(?<em>.+?)\*|__(?<underline>.+?)__|~~(?<strike>.+?)~~|~(?<sub>.+?)~|\^(?<sup>.+?)\^|`(?<code>.+?)`/

const decoratorOf: Record<string, Decorator> = {
  strong: 'strong',
  em: 'em',
  underline: 'underline',
  strike: 'strike-through',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
}

interface InlineText {
  children: Span[]
  markDefs: MarkDef[]
}

/**
 * Reads the short notation of the demo stories into spans and link definitions, whose keys start with `key`.
 * `**strong**` `*em*` `__underline__` `~~strike~~` `~sub~` `^sup^` `` `code` ``, `[label](https://… "title")` (the
 * title may be left out) and `[label](story:KEY)`. Marks can stand inside each other, but no mark inside another of
 * its own sign, nor `***`; there is no escape sign.
 */
export function inlineText(text: string, key: string): InlineText {
  const inline: InlineText = { children: [], markDefs: [] }
  readMarks(text, [], key, inline)
  return inline
}

function readMarks(text: string, marks: string[], key: string, inline: InlineText): void {
  const found = notation.exec(text)
  addSpan(text.slice(0, found?.index), marks, key, inline)
  if (!found) return
  const groups = found.groups ?? {}
  if (groups.label && groups.target) {
    readMarks(groups.label, [...marks, addLink(groups.target, groups.title, key, inline)], key, inline)
  } else {
    const [name = '', inner = ''] = Object.entries(groups).find(([, value]) => value !== undefined) ?? []
    readMarks(inner, [...marks, decoratorOf[name] ?? 'em'], key, inline)
  }
  readMarks(text.slice(found.index + found[0].length), marks, key, inline)
}

function addSpan(text: string, marks: string[], key: string, inline: InlineText): void {
  if (!text) return
  const _key = `${key}s${inline.children.length}`
  inline.children.push({ _type: 'span', _key, text, ...(marks.length > 0 && { marks }) })
}

function addLink(target: string, title: string | undefined, key: string, inline: InlineText): string {
  const _key = `${key}m${inline.markDefs.length}`
  inline.markDefs.push(
    target.startsWith('story:')
      ? { _type: 'articleRef', _key, articleId: target }
      : { _type: 'link', _key, href: target, ...(title && { title }) },
  )
  return _key
}
