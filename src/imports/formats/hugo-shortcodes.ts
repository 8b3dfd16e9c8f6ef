import { escapeHtml } from '../../articles/body/escape.ts'
import { shorten } from '../../core/errors.ts'
import type { Notes } from '../text/notes.ts'

type Values = Record<string, string>

/** `{{< name … >}}` and `{{% name … %}}`. Source: https://gohugo.io/content-management/shortcodes/ */
const written = /\{\{[<%]([^{}]{1,2000})[>%]\}\}/g

/** Pages of services by what stands for one: the first word in it. Source: https://gohugo.io/shortcodes/ */
const pages: Record<string, (id: string, second: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  x: (user, id) => `https://x.com/${user}/status/${id}`,
  tweet: (user, id) => `https://x.com/${user}/status/${id}`,
}

/** Shortcodes of Hugo in Markdown as the HTML that they stand for: figures, and pages of services. Others stay as text, and are noted. */
export function expandHugoShortcodes(text: string, notes: Notes): string {
  return text.replace(written, (whole: string, inner: string) => {
    const escaped = /^\/\*([\s\S]*)\*\/$/.exec(inner)
    // How people write about shortcodes.
    if (escaped) return `${whole.slice(0, 3)}${escaped[1]}${whole.slice(-3)}`
    const words = inner.trim().replace(/\/$/, '')
    const [name = ''] = /^\/?[\w./-]+/.exec(words) ?? []
    const values = valuesOf(words.slice(name.length))
    const html = name === 'figure' ? figure(values) : page(name, values)
    if (html) return `\n\n${html}\n\n`
    if (name !== '' && !name.startsWith('/'))
      notes.add(`the shortcode {{< ${shorten(name, 40)} >}} is not known and was kept as text`)
    return whole
  })
}

/** Named values, and those without a name by their place. */
function valuesOf(rest: string): Values {
  const values: Values = {}
  let place = 0
  for (const [, name, quoted, raw, bare] of rest.matchAll(/(?:([\w-]+)=)?(?:"([^"]*)"|`([^`]*)`|([^\s"`=]+))/g))
    values[name?.toLowerCase() ?? String(place++)] = quoted ?? raw ?? bare ?? ''
  return values
}

function figure({ src = '', alt = '', title = '', caption = '', attr = '' }: Values): string | null {
  const words = [title, caption, attr].filter((each) => each.trim() !== '').join(' ')
  const picture = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`
  return src ? `<figure>${picture}<figcaption>${escapeHtml(words)}</figcaption></figure>` : null
}

function page(name: string, values: Values): string | null {
  const [first = values.id ?? values.user ?? '', second = values.id ?? ''] = [values['0'], values['1']]
  const address = first && Object.hasOwn(pages, name) ? pages[name]?.(first, second) : null
  return address ? `<figure><iframe src="${escapeHtml(address)}"></iframe></figure>` : null
}
