import { escapeHtml } from '../../articles/body/escape.ts'
import type { Attachments, Values } from './shortcodes.ts'

/** Rows, columns and boxes of text of WPBakery, Divi, Avada and Enfold: what is in them is the story. */
const layouts = [
  String.raw`vc_(?:section|row|row_inner|column|column_inner|column_text|tta_\w+)`,
  'et_pb_(?:section|row|row_inner|column|column_inner|text)',
  'fusion_(?:builder_(?:container|row|row_inner|column|column_inner)|text)',
  String.raw`av_(?:section|textblock|row|(?:one|two|three)_\w+)`,
].join('|')

const layout = new RegExp(`^(?:${layouts})$`)

/** What closes them. */
export const layoutEnd = new RegExp(String.raw`\[/(?:${layouts})\]`, 'g')

/** Whether a shortcode only says where on the page something stands. */
export function isLayout(name: string): boolean {
  return layout.test(name)
}

/** Pictures, films and headings of these builders; null for all else. */
export function builderHtml(name: string, values: Values, attachments: Attachments): string | null {
  switch (name) {
    case 'vc_single_image':
      return picture(attachments.get(values.image ?? '')?.url ?? values.custom_src, values)
    case 'et_pb_image':
      return picture(values.src, values)
    case 'vc_video':
      return page(values.link)
    case 'et_pb_video':
      return page(values.src)
    case 'vc_custom_heading':
      return values.text ? `\n\n<h2>${escapeHtml(values.text)}</h2>\n\n` : null
    default:
      return null
  }
}

function picture(url: string | undefined, { alt = '', title_text: title = '' }: Values): string | null {
  return url ? `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt || title)}"></figure>` : null
}

/** As WordPress takes addresses that have a paragraph of their own. */
function page(url: string | undefined): string | null {
  return url && /^https?:\/\/[^\s"<>]+$/.test(url) ? `\n\n<p>${url}</p>\n\n` : null
}
