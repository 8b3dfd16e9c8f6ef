import type { Position } from '../core/page.ts'
import type { PostList, PostRow } from './published.ts'
import type { PostReader } from './reading.ts'

/** Reads posts that are here already, newest first, as `inDatabase` reads those of a table. Pure. */
export function inHand(posts: PostRow[]): PostReader<PostRow[]> {
  const isOf = {
    all: () => true,
    keyEvents: (post: PostRow) => post.isKeyEvent,
    pinned: (post: PostRow) => post.isPinned,
  }
  const of = (list: PostList) => posts.filter(isOf[list])
  const indexOf = (id: string) => posts.findIndex((post) => post.id === id)
  const nearest = (newer: PostRow[], most: number) => newer.slice(Math.max(0, newer.length - most))
  return {
    newestPosts: (list, most, after) =>
      of(list)
        .filter((post) => !after || compare(post, after) < 0)
        .slice(0, most),
    postsAbove: (list, most, place) =>
      nearest(
        of(list).filter((post) => compare(post, place) > 0),
        most,
      ),
    postsSince: (most, instant) =>
      nearest(
        posts.filter(({ at }) => new Date(at) > instant),
        most,
      ),
    postsAbovePost: (most, id) => nearest(posts.slice(0, Math.max(0, indexOf(id))), most),
    postsFromPost: (most, id) => (indexOf(id) < 0 ? [] : posts.slice(indexOf(id), indexOf(id) + most)),
  }
}

/** Below 0 for a post that is older than the place. */
function compare({ at, id }: PostRow, place: Position): number {
  const time = new Date(at).getTime() - new Date(place.key).getTime()
  return time === 0 ? Number(id > place.id) - Number(id < place.id) : time
}
