export interface ShareLink {
  network: string
  url: string
}

/**
 * Links that share a page, one a network, in the order of their use by newsrooms. They are plain links: no script, no
 * counting. Formats: the share endpoints that each network documents.
 */
export function shareLinksOf({ canonicalUrl, headline }: { canonicalUrl: string; headline: string }): ShareLink[] {
  const url = encodeURIComponent(canonicalUrl)
  const text = encodeURIComponent(headline)
  return [
    { network: 'x', url: `https://x.com/intent/post?url=${url}&text=${text}` },
    { network: 'facebook', url: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { network: 'whatsapp', url: `https://wa.me/?text=${text}%20${url}` },
    { network: 'telegram', url: `https://t.me/share/url?url=${url}&text=${text}` },
    { network: 'linkedin', url: `https://www.linkedin.com/sharing/share-offsite/?url=${url}` },
    { network: 'email', url: `mailto:?subject=${text}&body=${url}` },
  ]
}
