// Lists files and functions of src that are longer than the house likes. A list to look at, never a failure.
import { sizeWarnings } from '../tests/laws/sizes.ts'
import { readTree } from '../tests/laws/tree.ts'

for (const warning of sizeWarnings(readTree())) console.log(`long: ${warning}`)
