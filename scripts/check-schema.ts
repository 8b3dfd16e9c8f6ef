// Ends with 1 and shows the difference when prisma/schema.prisma and prisma/migrations disagree.
import { schemaDiff } from './schema-diff.ts'

const difference = await schemaDiff('summary')
if (difference === undefined) console.log('The schema and the migrations agree.')
else {
  console.error(`A migration is missing (npm run migration -- NAME); the schema asks for:\n${difference}`)
  process.exitCode = 1
}
