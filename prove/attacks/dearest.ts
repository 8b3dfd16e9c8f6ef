import type { Attack } from './corpus.ts'

const story = 'id slug path locale headline standfirst body bodyHtml bodyText'
const around = `${story} bylines { role displayName author { name } } section { name } tags { slug name } leadMedia { url caption } jsonLd`

/** What is not refused: the dearest that one operation may ask for, from a full newsroom. */
export const dearest: Attack[] = [
  ask('the text of as many stories as one operation may ask for', `{articles(first:80){nodes{${story}}}}`),
  ask('all around as many stories as one operation may ask for', `{articles(first:55){nodes{${around}}}}`),
  ask(
    'the blocks of as many stories as one operation may ask for',
    '{articles(first:20){nodes{id blocks{__typename ...on TextBlock{text spans{text marks} links{href}}}}}}',
  ),
  ask(
    'lists in a list',
    '{articles(first:10){nodes{tags{articles(first:5){nodes{id headline related(first:3){headline url}}}}}}}',
  ),
  ask(
    'a search with its facets',
    '{search(query:"minister OR council OR harbour",first:100){nodes{headline} edges{highlight{headline snippet}} totalCount{count} facets{section{key count} tag{key count} author{key count} month{key count}}}}',
  ),
  ask(
    'the largest introspection',
    '{__schema{types{name description fields{name description args{name} type{name ofType{name}}} enumValues{name}}}}',
  ),
]

function ask(name: string, query: string): Attack {
  return { name, code: null, body: { query } }
}
