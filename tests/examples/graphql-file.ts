import { Kind, parse } from 'graphql'
import { directive } from './http-file.ts'

/** One operation of a `.graphql` file, with what its comments say of it. */
export interface GraphqlOperation {
  name: string
  /** The JSON of `# variables:`, which may go on over the next comment lines; `{{Operation.path}}` is still to be filled in. */
  variables: string
  /** Texts that the answer has. */
  expect: string[]
}

/** The operations of a `.graphql` file, in order. Each takes the comments between it and the definition before it. */
export function readGraphqlFile(text: string): GraphqlOperation[] {
  let begin = 0
  return parse(text).definitions.flatMap((definition) => {
    const comments = text.slice(begin, definition.loc?.start).split('\n')
    begin = definition.loc?.end ?? 0
    if (definition.kind !== Kind.OPERATION_DEFINITION) return []
    return {
      name: definition.name?.value ?? '',
      variables: variablesOf(comments),
      expect: directive(comments, 'expect:'),
    }
  })
}

function variablesOf(comments: string[]): string {
  const at = comments.findIndex((line) => line.startsWith('# variables: '))
  if (at < 0) return '{}'
  const more = comments.slice(at + 1)
  const end = more.findIndex((line) => !line.startsWith('#   '))
  const lines = [comments[at] ?? '', ...more.slice(0, end < 0 ? undefined : end)]
  return lines.join('\n').replace(/^# (variables: )?/gm, '')
}
