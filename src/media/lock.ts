/** One change of an asset at a time; whoever makes a copy of one or relies on its type shares it meanwhile. */
export const mediaLock = 'media'

/** One new asset with a file at a time, so that of two who bring the same file one finds the other's. */
export const mediaFilesLock = 'media-files'
