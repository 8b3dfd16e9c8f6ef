// Writes docs/openapi.json from the routes; with --check, ends with 1 when the committed file is out of date. Needs no database.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { openapiDocument } from './openapi-document.ts'

const target = new URL('../docs/openapi.json', import.meta.url)
const text = `${JSON.stringify(await openapiDocument(), null, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error('docs/openapi.json is out of date: run npm run generate')
  process.exitCode = 1
}
