import { noStale } from '../../prove/stale/stale.ts'
import { shortForm } from './short-form.ts'

shortForm(noStale, 'delivery')
