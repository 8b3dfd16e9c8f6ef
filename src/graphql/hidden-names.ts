/**
 * A message of GraphQL about a document, without names of the schema that the document does not have itself: types that a field
 * has, arguments that are missing. Suggestions are left out by the validation already.
 */
export function hideNames(message: string, text: string): string {
  const own = new Set(text.match(name))
  const said = message.replace(/ Did you mean .*$/s, '')
  return said.replace(/"[^"]*"/g, (quoted) =>
    (quoted.match(name) ?? []).every((each) => own.has(each)) ? quoted : '"…"',
  )
}

const name = /[_A-Za-z][_0-9A-Za-z]*/g
