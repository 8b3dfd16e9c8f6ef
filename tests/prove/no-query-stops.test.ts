import { noQueryStops } from '../../prove/attacks/no-query-stops.ts'
import { shortForm } from './short-form.ts'

shortForm(noQueryStops, 'delivery')
