import { fitFaults } from './openapi.ts'

/** What docs/errors.md says of one code. */
interface Section {
  code: string
  text: string
  rest: unknown
  graphql: unknown
}

type Catalogue = Record<string, { status: number; title: string }>

/** Where docs/errors.md and the catalogue disagree, and examples that a client would never meet. `problem`: the shape of a REST error. */
export function errorDocFaults(markdown: string, catalogue: Catalogue, problem: object): string[] {
  const sections = sectionsOf(markdown)
  const told = new Set(sections.map(({ code }) => code))
  return [
    ...Object.keys(catalogue).flatMap((code) =>
      told.has(code) ? [] : [`docs/errors.md lacks '${code}', which src/core/errors.ts has`],
    ),
    ...sections.flatMap((section) => {
      const entry = Object.hasOwn(catalogue, section.code) ? catalogue[section.code] : undefined
      const faults = entry ? sectionFaults(section, entry, problem) : ['src/core/errors.ts does not have it']
      return faults.map((fault) => `docs/errors.md, ${section.code}: ${fault}`)
    }),
  ]
}

function sectionsOf(markdown: string): Section[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((text) => ({
      code: text.split('\n')[0]?.trim() ?? '',
      text,
      rest: exampleBehind(text, 'Over REST:'),
      graphql: exampleBehind(text, 'In GraphQL:'),
    }))
}

/** The JSON of the block behind these words; undefined when there is none, null when it is not JSON. */
function exampleBehind(text: string, words: string): unknown {
  const [, behind] = text.split(`\n${words}\n`)
  const json = behind && /^\s*```json\n([\s\S]*?)\n```/.exec(behind)?.[1]
  if (json === undefined) return undefined
  try {
    return JSON.parse(json ?? '')
  } catch {
    return null
  }
}

function sectionFaults(section: Section, entry: { status: number; title: string }, problem: object): string[] {
  const { text, rest, graphql } = section
  return [
    ...(text.includes(`\n${entry.status}: ${entry.title}.\n`) ? [] : [`must say '${entry.status}: ${entry.title}.'`]),
    ...(/^\*\*When\*\* \S/m.test(text) ? [] : ["must say '**When** …'"]),
    ...(/^\*\*The way out\*\* \S/m.test(text) ? [] : ["must say '**The way out** …'"]),
    ...(rest === undefined && !text.includes('\nOnly GraphQL has it.\n') ? ['has no example over REST'] : []),
    ...(graphql === undefined && !text.includes('\nOnly REST has it.\n') ? ['has no example in GraphQL'] : []),
    ...(rest === undefined ? [] : restFaults(section, entry, problem)),
    ...(graphql === undefined ? [] : graphqlFaults(section)),
    ...(rest && graphql ? differences(section) : []),
  ]
}

function restFaults(
  { code, rest }: Section,
  { status, title }: { status: number; title: string },
  problem: object,
): string[] {
  const unfit = fitFaults(problem, rest)
  if (unfit.length > 0) return unfit.map((fault) => `its REST example does not fit: ${fault}`)
  const expected: Record<string, unknown> = { code, status, title, type: `urn:dateline:error:${code}` }
  const shown = rest as Record<string, unknown>
  return Object.entries(expected).flatMap(([name, value]) =>
    shown[name] === value ? [] : [`its REST example has ${name} '${shown[name]}', not '${value}'`],
  )
}

const graphqlErrors = {
  type: 'object',
  required: ['errors'],
  additionalProperties: false,
  properties: {
    data: { type: ['object', 'null'] },
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['message', 'extensions'],
        additionalProperties: false,
        properties: {
          message: { type: 'string', minLength: 1 },
          extensions: {
            type: 'object',
            required: ['code'],
            properties: { code: { type: 'string' }, faults: { type: 'array' } },
          },
          locations: { type: 'array' },
          path: { type: 'array' },
        },
      },
    },
  },
}

interface GraphqlErrors {
  errors: { message: string; extensions: Record<string, unknown> }[]
}

function graphqlFaults({ code, graphql }: Section): string[] {
  const unfit = fitFaults(graphqlErrors, graphql)
  if (unfit.length > 0) return unfit.map((fault) => `its GraphQL example does not fit: ${fault}`)
  const shown = (graphql as GraphqlErrors).errors[0]?.extensions.code
  return shown === code ? [] : [`its GraphQL example has the code '${shown}'`]
}

/** The two faces say the same of the same thing; only what is internal is told in other words. */
function differences({ code, rest, graphql }: Section): string[] {
  const problem = rest as { detail: string; errors?: unknown }
  const error = (graphql as GraphqlErrors).errors?.[0]
  return [
    ...(code === 'internal' || problem.detail === error?.message ? [] : ['its two examples have other words']),
    ...(JSON.stringify(problem.errors) === JSON.stringify(error?.extensions?.faults)
      ? []
      : ['its two examples have other faults']),
  ]
}
