const knownTags = new Set(
  `p h2 h3 h4 blockquote ul ol li strong em u s code sub sup a br figure figcaption small img video audio iframe aside
  table caption thead tbody tr th td hr`.split(/\s+/),
)
const voidTags = new Set(['br', 'img', 'hr'])
const knownAttributes = new Set(
  `href title rel src alt width height loading aria-label controls preload allowfullscreen referrerpolicy scope class
  data-provider`.split(/\s+/),
)
const safeAddress = /^(https?:|mailto:|tel:|\/(?!\/)|#|dateline:)/i
const attribute = / ([a-z-]+)(?:="([^"<>]*)")?/gy

/**
 * What a browser could take for something else than plain, well-nested HTML of the known tags and attributes: a small
 * strict scanner that knows only what the renderer may write. Empty when all is well.
 */
export function unsafeParts(html: string): string[] {
  const problems: string[] = []
  const open: string[] = []
  for (const part of html.split(/(?=<)|(?<=>)/)) {
    if (!part.startsWith('<')) {
      if (part.includes('>')) problems.push(part)
    } else if (part.startsWith('</')) {
      if (`</${open.pop()}>` !== part) problems.push(part)
    } else {
      const tag = /^<([a-z0-9]+)/.exec(part)?.[1] ?? ''
      if (!knownTags.has(tag) || !hasSafeAttributes(part.slice(tag.length + 1))) problems.push(part)
      if (!voidTags.has(tag)) open.push(tag)
    }
  }
  return [...problems, ...open]
}

function hasSafeAttributes(text: string): boolean {
  let end = 0
  attribute.lastIndex = 0
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    const [, name = '', value = ''] = found
    if (!knownAttributes.has(name)) return false
    if ((name === 'href' || name === 'src') && !safeAddress.test(value)) return false
    end = attribute.lastIndex
  }
  return text.slice(end) === '>'
}
