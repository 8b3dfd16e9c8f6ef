/** One change of an asset at a time; whoever makes a copy of one or relies on its type shares it meanwhile. */
export const mediaLock = 'media'
