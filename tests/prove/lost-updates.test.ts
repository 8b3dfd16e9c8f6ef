import { lostUpdates } from '../../prove/updates/lost-updates.ts'
import { shortForm } from './short-form.ts'

shortForm(lostUpdates)
