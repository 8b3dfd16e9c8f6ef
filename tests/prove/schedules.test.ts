import { schedules } from '../../prove/schedules/schedules.ts'
import { shortForm } from './short-form.ts'

shortForm(schedules)
