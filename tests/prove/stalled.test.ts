import { stalled } from '../../prove/stalled/stalled.ts'
import { shortForm } from './short-form.ts'

shortForm(stalled, 'delivery')
