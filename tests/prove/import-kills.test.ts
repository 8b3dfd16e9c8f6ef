import { importKills } from '../../prove/imports/import-kills.ts'
import { shortForm } from './short-form.ts'

shortForm(importKills, 'import')
