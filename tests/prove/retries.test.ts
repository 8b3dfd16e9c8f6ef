import { retries } from '../../prove/retries/retries.ts'
import { shortForm } from './short-form.ts'

shortForm(retries)
