import pc from 'picocolors'

/** What commands tell of the database that they open: warnings only, on standard error. */
export const log = {
  info: (_message: string) => {},
  warn: (message: string) => console.error(`${pc.yellow('warning:')} ${message}`),
}
