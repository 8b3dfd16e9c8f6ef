/** One change of the tree of tags at a time; a publish shares it, so that no tag is merged under its hands. */
export const tagTreeLock = 'tag-tree'
