/**
 * Of every answer with a preview in it: it is for one pair of eyes, the address with the token goes to no other site, and no
 * search engine keeps it.
 */
export const privateHeaders = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}
