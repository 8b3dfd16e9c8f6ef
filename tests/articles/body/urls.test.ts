import { describe, expect, test } from 'vitest'
import { checkBody } from '../../../src/articles/body/check.ts'
import { playerUrl } from '../../../src/articles/body/providers.ts'
import type { EmbedProvider } from '../../../src/articles/body/types.ts'
import { linked } from './examples.ts'

const faultsOfLink = (href: string) => checkBody([linked({ _type: 'link', href })])
const faultsOfEmbed = (provider: string, url: string) => checkBody([{ _type: 'embed', provider, url }])

describe('a link', () => {
  test.each([
    'https://example.org',
    'HTTP://example.org/a?b=c#d',
    'https://пример.рф/путь',
    'https://example.org:8443/a:b@c',
    'mailto:desk@example.org?subject=Hi',
    'tel:+77270000000',
    '/',
    '/world/a?b=//c',
    '#part-2',
  ])('to %s is accepted', (href) => {
    expect(faultsOfLink(href)).toHaveProperty('body')
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    '\ufeffjavascript:alert(1)',
    '\u200bjavascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript%3Aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'dateline:01890a5d-ac96-774b-bcce-b302099a8057',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https://user@example.org',
    'https://user:secret@example.org/',
    'https://@example.org/',
    'https:example.org',
    'https:///example.org',
    'https:/\\example.org',
    'https://',
    'https://exa mple.org',
    'https://example.org:99999',
    'https://[::1',
    `https://example.org/${'a'.repeat(5000)}`,
    'mailto:',
    'tel:',
    'relative/path',
    '?a=b',
    '',
  ])('to %j is refused', (href) => {
    expect(faultsOfLink(href)).toMatchObject({ faults: [{ path: 'body[0].markDefs[0].href' }] })
  })
})

describe('an embed', () => {
  test.each([
    ['youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['youtube', 'https://youtu.be/dQw4w9WgXcQ'],
    ['vimeo', 'https://player.vimeo.com/video/76979871'],
    ['x', 'https://twitter.com/a/status/1'],
    ['instagram', 'https://www.instagram.com/p/abc/'],
    ['facebook', 'https://m.facebook.com/a/posts/1'],
    ['tiktok', 'https://vm.tiktok.com/abc/'],
    ['telegram', 'https://t.me/channel/1'],
    ['spotify', 'https://open.spotify.com/track/1'],
    ['soundcloud', 'https://soundcloud.com/a/b'],
    ['datawrapper', 'https://datawrapper.dwcdn.net/abc/1/'],
  ])('of %s from %s is accepted', (provider, url) => {
    expect(faultsOfEmbed(provider, url)).toHaveProperty('body')
  })

  test.each([
    ['youtube', 'https://vimeo.com/1'],
    ['youtube', 'http://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['youtube', 'https://youtube.com.evil.example/watch'],
    ['youtube', 'https://notyoutube.com/watch'],
    ['youtube', 'https://evil.example/youtube.com'],
    ['youtube', 'https://youtube.com@evil.example/'],
    ['youtube', 'https://youtube.com:8443/'],
    ['x', 'https://evil.example\\.x.com/'],
    ['x', 'javascript:x.com'],
    ['x', '//x.com/a'],
    ['x', '/x.com'],
  ])('of %s from %s is refused', (provider, url) => {
    expect(faultsOfEmbed(provider, url)).toMatchObject({ faults: [{ path: 'body[0].url' }] })
  })

  test.each<[EmbedProvider, string, string | undefined]>([
    [
      'youtube',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=x',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    ],
    ['youtube', 'https://youtu.be/dQw4w9WgXcQ?t=1', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['youtube', 'https://youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['youtube', 'https://www.youtube.com/watch?v="onload=1//', undefined],
    ['youtube', 'https://www.youtube.com/@channel', undefined],
    ['vimeo', 'https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['vimeo', 'https://vimeo.com/76979871/abcdef0123', 'https://player.vimeo.com/video/76979871?dnt=1&h=abcdef0123'],
    ['vimeo', 'https://vimeo.com/channels/staff', undefined],
    ['x', 'https://x.com/a/status/1', undefined],
  ])('of %s from %s plays from %s', (provider, url, player) => {
    expect(playerUrl(provider, url)).toBe(player)
  })
})
