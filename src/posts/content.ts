import { checkBody } from '../articles/body/check.ts'
import { renderText } from '../articles/body/text.ts'
import { bylineFaults, instantFault, wholeByline } from '../articles/content.ts'
import { type Fault, invalidInput, Refusal } from '../core/errors.ts'
import type { PostContent, PostInput, PostPatch } from './post.ts'

type Given = Omit<PostPatch, 'note'>

const emptyContent: PostContent = { title: null, body: [], at: null, isKeyEvent: false, isPinned: false, bylines: [] }

/** The content of a new post. @throws invalid_input with every fault of the body and of fields that contradict each other. */
export function newPostContent({ note: _, ...input }: PostInput): PostContent {
  return complete(emptyContent, input)
}

/** The content after a change; what the patch leaves out stays. @throws invalid_input as `newPostContent`. */
export function changedPostContent(before: PostContent, { note: _, ...patch }: PostPatch): PostContent {
  return complete(before, patch)
}

function complete(before: PostContent, { body: givenBody, at, bylines: givenBylines, ...given }: Given): PostContent {
  const bylines = givenBylines?.map((byline) => ({ ...byline, authorId: byline.authorId.toLowerCase() }))
  const faults: Fault[] = [...bylineFaults({ ...(bylines && { bylines }) }), ...instantFault('at', at)]
  const checked = givenBody ? checkBody(givenBody) : { body: before.body }
  if ('faults' in checked) faults.push(...checked.faults)
  if (faults.length > 0) throw invalidInput(faults)
  return {
    ...before,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    body: 'body' in checked ? checked.body : [],
    ...(at !== undefined && { at: at && new Date(at).toISOString() }),
    ...(bylines && { bylines: bylines.map(wholeByline) }),
  }
}

/** What a post needs to go live: words, or something to see. @throws not_publishable */
export function requirePublishablePost({ title, body }: PostContent): void {
  const shows = body.some(({ _type }) => _type !== 'block' && _type !== 'divider')
  if (title !== null || shows || renderText(body).trim() !== '') return
  const faults = [{ path: 'body', message: 'must have text or something to see, or the post a title' }]
  throw new Refusal('not_publishable', 'the post cannot go live: body must have text or something to see', { faults })
}
