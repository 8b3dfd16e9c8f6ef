import { embeddedKills } from '../../prove/crash/embedded-kills.ts'
import { shortForm } from './short-form.ts'

shortForm(embeddedKills)
