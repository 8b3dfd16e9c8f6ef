import { type Fields, maxLine, maxPassage, openFields, withoutAbsent } from '../fields.ts'
import { fillKeys } from '../keys.ts'
import { embedUrlFault } from '../providers.ts'
import { type EmbedBlock, embedProviders, type RelatedLink, type RelatedLinksBlock } from '../types.ts'
import { webUrlFault } from '../urls.ts'

/** The fields of embeds and lists of links. */
export const embedFields = ['_type', '_key', 'provider', 'url', 'title', 'caption']
export const relatedLinksFields = ['_type', '_key', 'title', 'items']

const relatedLinkFields = ['_key', 'articleId', 'url', 'headline']

/** Reads a page of another service: its address must be the provider's own. */
export function checkEmbed(fields: Fields, _key: string): EmbedBlock {
  if (!fields.has('provider')) fields.refuse('provider', `provider is missing; use one of ${embedProviders.join(', ')}`)
  const provider = fields.optionalChoice('provider', embedProviders)
  const url = fields.address('url', (address) => provider && embedUrlFault(address, provider))
  const title = fields.optionalText('title', maxLine)
  const caption = fields.optionalText('caption', maxPassage)
  return withoutAbsent<EmbedBlock>({ _type: 'embed', _key, provider: provider ?? 'youtube', url, title, caption })
}

/** Reads a list of 1 to 20 links to stories and pages. */
export function checkRelatedLinks(fields: Fields, _key: string): RelatedLinksBlock {
  const list = fields.list('items', { min: 1, max: 20 })
  const path = `${fields.path}.items`
  const keys = fillKeys(list, 'l', path, fields.checking)
  const items = list.flatMap((item, index) => {
    const link = openFields(item, `${path}[${index}]`, relatedLinkFields, fields.checking)
    return link ? checkRelatedLink(link, keys[index] ?? '') : []
  })
  const title = fields.optionalText('title', maxLine)
  return withoutAbsent<RelatedLinksBlock>({ _type: 'relatedLinks', _key, title, items })
}

function checkRelatedLink(fields: Fields, _key: string): RelatedLink {
  if (fields.has('articleId') === fields.has('url')) {
    fields.checking.refuse(fields.path, 'needs exactly one of articleId (a story) and url (a page elsewhere)')
  }
  const url = fields.has('url') ? fields.address('url', webUrlFault) : undefined
  const headline = fields.has('url') ? fields.words('headline', maxLine) : fields.optionalText('headline', maxLine)
  return withoutAbsent<RelatedLink>({ _key, articleId: fields.optionalUuid('articleId'), url, headline })
}
