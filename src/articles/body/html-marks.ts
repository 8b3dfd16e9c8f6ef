import type { PortableTextHtmlComponents } from '@portabletext/to-html'
import { attributes, wrap } from './escape.ts'
import type { ArticleRefMark, LinkMark } from './types.ts'

// The rel tokens that search engines read; others are not passed on.
const paidRel = ['nofollow', 'sponsored', 'ugc']

/** How decorators and links of a text become HTML; a mark without text is left out. */
export const markComponents: PortableTextHtmlComponents['marks'] = {
  strong: ({ children }) => wrap('strong', children),
  em: ({ children }) => wrap('em', children),
  underline: ({ children }) => wrap('u', children),
  'strike-through': ({ children }) => wrap('s', children),
  code: ({ children }) => wrap('code', children),
  sub: ({ children }) => wrap('sub', children),
  sup: ({ children }) => wrap('sup', children),
  link: ({ children, value }: { children: string; value?: LinkMark }) =>
    value && children !== '' ? externalLink(value.href, children, value) : children,
  articleRef: ({ children, value }: { children: string; value?: ArticleRefMark }) =>
    value && children !== '' ? storyLink(value.articleId, children) : children,
}

/** The mark of a link to a story: only here does `href="dateline:` come from. `html` may be empty. */
export function storyLink(articleId: string, html: string): string {
  return `<a href="dateline:${articleId}">${html}</a>`
}

/** A link to an address; one to another site gets `rel="noopener"` and the paid-link tokens it was given. */
export function externalLink(
  href: string,
  html: string,
  { title, rel }: { title?: string; rel?: string } = {},
): string {
  const given = rel?.toLowerCase().split(/\s+/) ?? []
  const tokens = ['noopener', ...paidRel.filter((token) => given.includes(token))]
  const isExternal = /^https?:/i.test(href)
  return `<a${attributes({ href, title, rel: isExternal ? tokens.join(' ') : undefined })}>${html}</a>`
}
