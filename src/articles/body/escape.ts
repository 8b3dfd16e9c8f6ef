const special = /[&<>"']/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML may carry it, in content and in quoted attributes: & < > " ' become entities. */
export function escapeHtml(text: string): string {
  return text.replace(special, (character) => entities[character] ?? character)
}

/** Attributes as HTML, each with a space before it; one that is null or undefined is left out. */
export function attributes(values: Record<string, string | number | null | undefined>): string {
  let html = ''
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) html += ` ${name}="${escapeHtml(String(value))}"`
  }
  return html
}

/** An element around content that is HTML already; nothing at all when there is no content. */
export function wrap(tag: string, html: string): string {
  return html === '' ? '' : `<${tag}>${html}</${tag}>`
}
