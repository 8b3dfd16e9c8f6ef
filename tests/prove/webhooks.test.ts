import { webhooks } from '../../prove/webhooks/webhooks.ts'
import { shortForm } from './short-form.ts'

shortForm(webhooks)
