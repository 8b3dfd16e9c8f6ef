import { noDraftLeaves } from '../../prove/hostile/no-draft-leaves.ts'
import { shortForm } from './short-form.ts'

shortForm(noDraftLeaves, 'delivery')
