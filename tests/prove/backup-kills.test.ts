import { backupKills } from '../../prove/out/backup-kills.ts'
import { shortForm } from './short-form.ts'

shortForm(backupKills, 'out')
