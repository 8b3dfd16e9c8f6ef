import { escapeHtml } from '../../articles/body/escape.ts'
import { listOf, objectOf, stringOf } from '../text/json.ts'
import { markdownHtml } from './markdown-html.ts'

type Values = Record<string, unknown>

/** A card of Ghost's editors, by its name in Lexical or Mobiledoc, as the HTML that Ghost makes of it. */
export function cardHtml(type: string, card: Values, note: (message: string) => void): string {
  const text = (name: string) => stringOf(card[name]) ?? ''
  switch (type) {
    case 'image':
      return figure(
        `<img src="${escapeHtml(text('src'))}" alt="${escapeHtml(text('alt'))}" width="${Number(card.width) || ''}">`,
        text('caption'),
      )
    case 'gallery':
      return `<figure class="kg-gallery-card">${listOf(card.images)
        .map(objectOf)
        .map(
          (image) =>
            `<figure><img src="${escapeHtml(stringOf(image.src) ?? '')}" alt="${escapeHtml(stringOf(image.alt) ?? '')}"></figure>`,
        )
        .join('')}<figcaption>${text('caption')}</figcaption></figure>`
    case 'embed':
      return figure(
        /<(?:iframe|blockquote)/.test(text('html'))
          ? text('html')
          : `<div class="wp-block-embed__wrapper">${escapeHtml(text('url'))}</div>`,
        text('caption'),
      )
    case 'bookmark':
      return `<figure class="kg-bookmark-card"><a class="kg-bookmark-container" href="${escapeHtml(text('url'))}"><div class="kg-bookmark-title">${escapeHtml(stringOf(objectOf(card.metadata).title) ?? text('url'))}</div></a></figure>`
    case 'codeblock':
    case 'code':
      return `<pre>${escapeHtml(text('code'))}</pre>`
    case 'html':
      return text('html')
    case 'markdown':
    case 'card-markdown':
      return markdownHtml(text('markdown'))
    case 'hr':
    case 'horizontalrule':
      return '<hr>'
    case 'video':
    case 'audio':
      return figure(
        `<${type} src="${escapeHtml(text('src'))}"></${type}>`,
        text('caption') || escapeHtml(text('title')),
      )
    case 'file':
      return link(text('src'), text('fileTitle') || text('fileName'))
    case 'button':
      return link(text('buttonUrl'), text('buttonText'))
    case 'callout':
      return `<p>${escapeHtml(text('calloutEmoji'))} ${text('calloutText')}</p>`
    case 'toggle':
      return `<h4>${text('heading')}</h4>${text('content')}`
    case 'header':
      return `<h2>${text('header')}</h2><p>${text('subheader')}</p>`
    case 'paywall':
      note('the line that divides what is free from what is paid for was left out')
      return ''
    default:
      note(`the card '${type.slice(0, 40)}' has no counterpart and was left out`)
      return ''
  }
}

/** Captions are HTML in Ghost. */
function figure(html: string, caption: string): string {
  return `<figure>${html}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
}

function link(url: string, words: string): string {
  return url ? `<p><a href="${escapeHtml(url)}">${escapeHtml(words || url)}</a></p>` : ''
}
