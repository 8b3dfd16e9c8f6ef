import { describe, expect, it } from 'vitest'
import { textElement, xmlCdata, xmlElement, xmlText } from '../../src/lib/xml.ts'
import { parseXml, textsOf } from '../feeds/validators.ts'

const declared = (xml: string) => `<?xml version="1.0" encoding="UTF-8"?>${xml}`

describe('text in XML', () => {
  it.each([
    ['plain words', 'Gas prices', 'Gas prices'],
    ['what means something', 'AT&T <b> "x" \'y\'', 'AT&T <b> "x" \'y\''],
    ['the end of CDATA', 'a ]]> b ]]]]>> c', 'a ]]> b ]]]]>> c'],
    ['nothing but the end of CDATA', ']]>', ']]>'],
    ['control characters', 'a\u0000b\u0008c\u001fd\u000be', 'abcde'],
    ['lone surrogates and what is no character', 'a\ud800b\udfffc\ufffed\uffff', 'abcd'],
    ['emoji and characters of four bytes', '👩‍👩‍👧 𠮷', '👩‍👩‍👧 𠮷'],
    ['right to left', 'الأخبار \u200fעברית', 'الأخبار \u200fעברית'],
    ['entities that are text', '&amp; &lt; &#0;', '&amp; &lt; &#0;'],
  ])('comes out of a parser as it was: %s', async (_, text, read) => {
    const { r } = await parseXml(
      declared(`<r><t>${xmlText(text)}</t><c>${xmlCdata(text)}</c>${textElement('e', text)}</r>`),
    )
    expect([textsOf(r as never, 't'), textsOf(r as never, 'c'), textsOf(r as never, 'e')]).toEqual([
      [read],
      [read],
      [read],
    ])
  })

  it('keeps line ends and tabs in attributes', async () => {
    const { r } = await parseXml(declared(xmlElement('r', [], { a: 'x\n"y"\t<z>\r&\u0001' })))
    expect(r?.$.a).toBe('x\n"y"\t<z>\r&')
  })

  it('leaves out what is not there', () => {
    expect(textElement('t', null)).toBe('')
    expect(textElement('t', '')).toBe('')
    expect(xmlElement('t', [], { a: null, b: undefined, c: 0 })).toBe('<t c="0"/>')
  })
})
