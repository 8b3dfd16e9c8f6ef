import { articleNodesById } from '../articles/loaders.ts'
import type { WholeNode } from '../articles/published.ts'
import { loadBy, loadPages } from '../graphql/connection.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import type { TagNode } from '../tags/tag.ts'
import {
  type ArticleStorylineNode,
  replacersOfArticles,
  storylineNodesOfTags,
  storylinesOfArticles,
} from './delivery.ts'
import type { StorylineNode } from './storyline.ts'
import { timelinesOfTags } from './timeline.ts'

type Timeline = { obj: StorylineNode; params: object }
const loadTimelines = loadPages(timelinesOfTags)

const nodeBy = <P>(idOf: (parent: P) => string | null) =>
  loadBy<GraphqlContext, P, WholeNode | null>(articleNodesById, idOf, null)

export const storylineLoaders = {
  Article: {
    storyline: loadBy<GraphqlContext, WholeNode, ArticleStorylineNode | null>(
      storylinesOfArticles,
      ({ id }) => id,
      null,
    ),
    replaces: nodeBy<WholeNode>(({ replacesId }) => replacesId),
    replacedBy: loadBy<GraphqlContext, WholeNode, WholeNode | null>(replacersOfArticles, ({ id }) => id, null),
  },
  ArticleStoryline: { newest: nodeBy<ArticleStorylineNode>(({ newestId }) => newestId) },
  Tag: {
    storyline: loadBy<GraphqlContext, TagNode, StorylineNode | null>(
      storylineNodesOfTags,
      ({ id, type }) => (type === 'STORYLINE' ? id : null),
      null,
    ),
  },
  Storyline: {
    lead: nodeBy<StorylineNode>(({ leadId }) => leadId),
    timeline: (queries: Timeline[], context: GraphqlContext) =>
      loadTimelines(
        queries.map(({ obj, params }) => ({ obj: { id: obj.tagId }, params })),
        context,
      ),
  },
}
