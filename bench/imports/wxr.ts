import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { randomFor } from '../archive/random.ts'
import { firstNames, lastNames, makeHeadline, makeSentence, places, topics } from '../archive/words.ts'

/** Characters of the paragraphs of a story: with its markup 4 kB, an ordinary news story. */
const textLength = 3_500

/** Writes a WordPress export of so many stories, always the same, and gives its bytes. */
export async function writeWxr(path: string, size: number): Promise<number> {
  const file = createWriteStream(path)
  const write = async (text: string) => {
    if (!file.write(text)) await once(file, 'drain')
  }
  await write(head())
  for (let n = 1; n <= size; n++) await write(itemOf(n))
  file.end('</channel></rss>\n')
  await finished(file)
  return file.bytesWritten
}

const names = firstNames.flatMap((first) => lastNames.slice(0, 4).map((last) => `${first} ${last}`))
const categories = topics.slice(0, 20)

function head(): string {
  const authors = names.map(
    (name, i) =>
      `<wp:author><wp:author_id>${i + 1}</wp:author_id><wp:author_login><![CDATA[writer${i + 1}]]></wp:author_login><wp:author_email><![CDATA[writer${i + 1}@bench.example]]></wp:author_email><wp:author_display_name><![CDATA[${name}]]></wp:author_display_name></wp:author>`,
  )
  const sections = categories.map(
    (name, i) =>
      `<wp:category><wp:term_id>${i + 1}</wp:term_id><wp:category_nicename><![CDATA[${name}]]></wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[${name}]]></wp:cat_name></wp:category>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Bench</title><link>https://bench.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://bench.example</wp:base_site_url><wp:base_blog_url>https://bench.example</wp:base_blog_url>
${authors.join('\n')}
${sections.join('\n')}
`
}

function itemOf(n: number): string {
  const random = randomFor(41, n)
  const place = random.pick(places)
  const headline = makeHeadline(random)
  const at = new Date(Date.UTC(2012, 0, 1) + n * 1_800_000)
  const stamp = at.toISOString().slice(0, 19).replace('T', ' ')
  const slug = `story-${n}`
  const category = random.pick(categories)
  const tags = [n % 300, (n * 7) % 300, (n * 13) % 300].map(
    (tag) => `<category domain="post_tag" nicename="subject-${tag}"><![CDATA[Subject ${tag}]]></category>`,
  )
  return `<item><title><![CDATA[${headline}]]></title><link>https://bench.example/${at.getUTCFullYear()}/${slug}/</link>
<pubDate>${at.toUTCString()}</pubDate><dc:creator><![CDATA[writer${(n % names.length) + 1}]]></dc:creator>
<guid isPermaLink="false">https://bench.example/?p=${n}</guid><description></description>
<content:encoded><![CDATA[${bodyOf(random, place)}]]></content:encoded><excerpt:encoded><![CDATA[${makeSentence(random)}]]></excerpt:encoded>
<wp:post_id>${n}</wp:post_id><wp:post_date><![CDATA[${stamp}]]></wp:post_date><wp:post_date_gmt><![CDATA[${stamp}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[${slug}]]></wp:post_name><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type>
<category domain="category" nicename="${category}"><![CDATA[${category}]]></category>
${tags.join('\n')}
</item>
`
}

function bodyOf(random: ReturnType<typeof randomFor>, place: string): string {
  const blocks: string[] = []
  for (let length = 0; length < textLength; ) {
    const text = `${makeSentence(random)} <strong>${place}</strong> ${makeSentence(random)} <a href="https://bench.example/more">more</a>`
    length += text.length
    blocks.push(`<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`)
    if (blocks.length % 5 === 0) blocks.push(`<!-- wp:heading -->\n<h2>${place}</h2>\n<!-- /wp:heading -->`)
  }
  return blocks.join('\n\n')
}
