import type { WholeNode } from '../articles/delivery.ts'
import { articleNodesById } from '../articles/loaders.ts'
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

/** At hand for a preview, looked up at once for live stories. */
async function storylineLoader(queries: { obj: WholeNode }[], { ctx }: GraphqlContext) {
  const ids = queries.flatMap(({ obj }) => (obj.lists ? [] : obj.id))
  const found = ids.length > 0 ? await storylinesOfArticles(ctx, [...new Set(ids)]) : null
  return queries.map(({ obj }) => (obj.lists ? obj.lists.storyline : (found?.get(obj.id) ?? null)))
}

const nodeBy = <P>(idOf: (parent: P) => string | null) =>
  loadBy<GraphqlContext, P, WholeNode | null>(articleNodesById, idOf, null)

export const storylineLoaders = {
  Article: {
    storyline: storylineLoader,
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
