import { escapeHtml } from '../../articles/body/escape.ts'
import { listOf, objectOf, stringOf } from '../text/json.ts'
import { markdownHtml } from './markdown-html.ts'

type Values = Record<string, unknown>

/** A card of Ghost's editors, by its name in Lexical or Mobiledoc, as the HTML that Ghost makes of it. */
export function cardHtml(type: string, card: Values, note: (message: string) => void): string {
  const text = (name: string) => stringOf(card[name]) ?? ''
  const button = (isShown: unknown) => (isShown === false ? '' : link(text('buttonUrl'), text('buttonText')))
  switch (type) {
    case 'image':
      return figure(
        `<img src="${escapeHtml(text('src'))}" alt="${escapeHtml(text('alt'))}" width="${Number(card.width) || ''}">`,
        text('caption'),
      )
    case 'gallery':
      return `<figure class="kg-gallery-card">${listOf(card.images).map(objectOf).map(pictureHtml).join('')}<figcaption>${text('caption')}</figcaption></figure>`
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
      return figure(`<pre>${escapeHtml(text('code'))}</pre>`, text('caption'))
    case 'html':
      return text('html')
    case 'markdown':
    case 'card-markdown':
      return markdownHtml(text('markdown'), true)
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
      return `${link(text('src'), text('fileTitle') || text('fileName'))}<div>${escapeHtml(text('fileCaption'))}</div>`
    case 'button':
      return button(true)
    case 'callout':
      return `<p>${escapeHtml(text('calloutEmoji'))} ${text('calloutText')}</p>`
    case 'toggle':
      return `<h4>${text('heading')}</h4>${text('content')}`
    case 'header':
      return `<h2>${text('header')}</h2><p>${text('subheader')}</p>${button(card.buttonEnabled)}`
    case 'paywall':
      note('the line that divides what is free from what is paid for was left out')
      return ''
    default:
      return wordsOfCard(type, card, note)
  }
}

/** Texts of cards without a counterpart, such as product, signup and call to action, in the order in which Ghost shows them. */
const texts = ['productTitle', 'productDescription', 'sponsorLabel', 'header', 'subheader', 'textValue', 'disclaimer']

/** A card that only its picture and words are kept of, and where its button leads. */
function wordsOfCard(type: string, card: Values, note: (message: string) => void): string {
  const text = (...names: string[]) => names.map((name) => stringOf(card[name])).find((value) => value) ?? ''
  const picture = text('productImageSrc', 'imageUrl')
  const html = [
    picture && `<img src="${escapeHtml(picture)}">`,
    ...texts.map((name) => text(name) && `<div>${text(name)}</div>`),
    card.productButtonEnabled === false || card.showButton === false
      ? ''
      : link(text('productUrl', 'buttonUrl'), text('productButton', 'buttonText')),
  ].join('')
  note(`the card '${type.slice(0, 40)}' has no counterpart and ${html ? 'its words were kept' : 'was left out'}`)
  return html
}

function pictureHtml({ src, alt, caption }: Values): string {
  return figure(
    `<img src="${escapeHtml(stringOf(src) ?? '')}" alt="${escapeHtml(stringOf(alt) ?? '')}">`,
    stringOf(caption) ?? '',
  )
}

/** Captions are HTML in Ghost. */
function figure(html: string, caption: string): string {
  return `<figure>${html}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`
}

function link(url: string, words: string): string {
  return url ? `<p><a href="${escapeHtml(url)}">${escapeHtml(words || url)}</a></p>` : ''
}
