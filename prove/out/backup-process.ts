// Makes or restores a backup when it is told to, as `dateline backup` and `dateline restore` do, to its end or until it is killed.
import { once } from 'node:events'
import { makeBackup } from '../../src/backups/backup.ts'
import { restoreBackup } from '../../src/backups/restore-backup.ts'
import { filesOf } from './media.ts'

const { verb, url, folder, media } = JSON.parse(process.argv[2] ?? '{}')
const files = filesOf(media)
const begun = once(process, 'message')
process.send?.('loaded')
await begun
if (verb === 'backup') await makeBackup(url, folder, { files: { store: files.store, earlier: null } })
else await restoreBackup(url, folder, { shown: 'it', replaces: true, files })
process.disconnect?.()
