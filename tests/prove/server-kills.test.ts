import { serverKills } from '../../prove/crash/server-kills.ts'
import { shortForm } from './short-form.ts'

shortForm(serverKills)
