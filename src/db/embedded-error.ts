/** The way out that is always open when the embedded database cannot run. */
export const OWN_SERVER = 'set DATABASE_URL to use a PostgreSQL server of your own'

/** The embedded database cannot be started; the message names the cause and the way out, and may be shown as it is. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError'
}

/**
 * The refusal for a file operation that failed, in words.
 * In: what was tried ("write the data directory"), the path, the error of node:fs.
 */
export function fileRefusal(deed: string, path: string, cause: unknown): DatabaseStartError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause)
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a part of the path is not a folder',
    EEXIST: 'a file is in the way',
  }
  const message = `cannot ${deed} ${path}: ${reasons[code] ?? code}; choose another DATA_DIR or ${OWN_SERVER}`
  return new DatabaseStartError(message, { cause })
}

/**
 * The refusal for a program of PostgreSQL (initdb, postgres) that ended with an error.
 * In: the program's name, what it printed, the folder it worked on. The last lines of the output are quoted.
 */
export function programRefusal(program: string, output: string, folder: string): DatabaseStartError {
  const said = lastLines(output)
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new DatabaseStartError(
      `${program} cannot write ${folder}: the disk is full; free some space and start again`,
    )
  }
  if (/Permission denied|Operation not permitted/.test(output)) {
    return new DatabaseStartError(
      `${program} may not use ${folder}; give the folder to the user who runs it, or ${OWN_SERVER}. It said: ${said}`,
    )
  }
  return new DatabaseStartError(`${program} failed on ${folder}; ${OWN_SERVER}, or repair it. It said: ${said}`)
}

function lastLines(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(-4).join(' | ') || 'nothing'
}
