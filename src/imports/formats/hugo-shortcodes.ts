import { escapeHtml } from '../../articles/body/escape.ts'
import { shorten } from '../../core/errors.ts'
import { attributesOf, pageOf, type Values } from '../html/shortcodes.ts'
import type { Notes } from '../text/notes.ts'

/** `{{< name … >}}` and `{{% name … %}}`. Source: https://gohugo.io/content-management/shortcodes/ */
const written = /\{\{[<%]([^{}]{1,2000})[>%]\}\}/g

/** A link to another page by its file. Where that page is, only the site knows. */
const reference = /\[([^[\]]{0,1000})\]\(\{\{[<%]\s*(?:rel)?ref\s([^{}]{1,500})[>%]\}\}\)/g

/** Those of Hugo itself that are pages of services. Source: https://gohugo.io/shortcodes/ */
const services = new Set(['youtube', 'vimeo', 'instagram', 'x', 'tweet'])

/** Shortcodes of Hugo in Markdown as the HTML that they stand for: figures, and pages of services. Others stay as text, and are noted. */
export function expandHugoShortcodes(text: string, notes: Notes): string {
  const plain = text.replace(reference, (_whole, words: string, page: string) => {
    notes.add(
      `the link to the page ${shorten(page.trim(), 60)} was left out and its words kept: its address is not in the file`,
    )
    return words
  })
  return plain.replace(written, (whole: string, inner: string) => {
    const escaped = /^\/\*([\s\S]*)\*\/$/.exec(inner)
    // How people write about shortcodes.
    if (escaped) return `${whole.slice(0, 3)}${escaped[1]}${whole.slice(-3)}`
    const words = inner.trim().replace(/\/$/, '')
    const [name = ''] = /^\/?[\w./-]+/.exec(words) ?? []
    const html = htmlOf(name, attributesOf(words.slice(name.length)))
    if (html) return `\n\n${html}\n\n`
    if (name !== '' && !name.startsWith('/'))
      notes.add(`the shortcode {{< ${shorten(name, 40)} >}} is not known and was kept as text`)
    return whole
  })
}

function htmlOf(name: string, values: Values): string | null {
  if (name === 'figure') return figure(values)
  const address = services.has(name) ? pageOf(name, values) : null
  return address ? `<figure><iframe src="${escapeHtml(address)}"></iframe></figure>` : null
}

function figure({ src = '', alt = '', title = '', caption = '', attr = '' }: Values): string | null {
  const words = [title, caption, attr].filter((each) => each.trim() !== '').join(' ')
  const picture = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`
  return src ? `<figure>${picture}<figcaption>${escapeHtml(words)}</figcaption></figure>` : null
}
