import { type Checking, showValue } from '../faults.ts'
import { type Fields, maxLine, openFields, withoutAbsent } from '../fields.ts'
import { fillKeys, isObject } from '../keys.ts'
import { type ArticleRefMark, decorators, type LinkMark, type MarkDef } from '../types.ts'
import { linkFault } from '../urls.ts'

const maxMarkDefs = 200
const linkFields = ['_type', '_key', 'href', 'title', 'rel']
const articleRefFields = ['_type', '_key', 'articleId']

// What `rel` may list; `noopener` is added to external links in any case.
const relTokens = ['nofollow', 'sponsored', 'ugc', 'noopener']

/** Reads the definitions of a block's links; undefined when it has none. */
export function checkMarkDefs(block: Fields): MarkDef[] | undefined {
  const items = block.optionalList('markDefs', { min: 0, max: maxMarkDefs })
  if (!items) return undefined
  const path = `${block.path}.markDefs`
  const keys = fillKeys(items, 'm', path, block.checking)
  return items.flatMap((item, index) =>
    block.checking.isFull ? [] : checkMarkDef(item, `${path}[${index}]`, keys[index] ?? '', block.checking),
  )
}

function checkMarkDef(item: unknown, path: string, key: string, checking: Checking): MarkDef | [] {
  if (!isObject(item)) {
    checking.refuse(path, `is ${showValue(item)}; send an object of type link or articleRef`)
    return []
  }
  const type = item._type
  if (type !== 'link' && type !== 'articleRef') {
    checking.refuse(`${path}._type`, `_type is ${showValue(type)}; a markDef is of type link or articleRef`)
    return []
  }
  const fields = openFields(item, path, type === 'link' ? linkFields : articleRefFields, checking)
  if (!fields) return []
  refuseUselessKey(fields)
  return type === 'link' ? checkLink(fields, key) : checkArticleRef(fields, key)
}

// No text could name a markDef without a key, and one named like a decorator would turn that decorator into a link.
function refuseUselessKey(fields: Fields): void {
  const key = fields.value('_key')
  if (key === undefined) fields.refuse('_key', '_key is missing; give one, so that the marks of a text can name it')
  if (decorators.some((name) => name === key)) {
    fields.refuse('_key', `_key ${showValue(key)} is the name of a decorator; choose another`)
  }
}

function checkLink(fields: Fields, _key: string): LinkMark {
  const href = fields.address('href', linkFault)
  const title = fields.optionalText('title', maxLine)
  return withoutAbsent<LinkMark>({ _type: 'link', _key, href, title, rel: checkRel(fields) })
}

function checkRel(fields: Fields): string | undefined {
  const rel = fields.optionalText('rel', 100)
  const unknown = rel?.split(/\s+/).find((token) => token !== '' && !relTokens.includes(token.toLowerCase()))
  if (unknown) fields.refuse('rel', `rel names ${showValue(unknown)}; use ${relTokens.join(', ')}`)
  return rel
}

function checkArticleRef(fields: Fields, _key: string): ArticleRefMark {
  return { _type: 'articleRef', _key, articleId: fields.uuid('articleId') }
}
