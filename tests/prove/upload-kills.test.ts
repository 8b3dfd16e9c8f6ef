import { uploadKills } from '../../prove/out/upload-kills.ts'
import { shortForm } from './short-form.ts'

shortForm(uploadKills, 'out')
