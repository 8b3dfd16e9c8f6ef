import { Command } from 'commander'
import { rebuildRelated } from '../related/rebuild.ts'
import { inHouse } from './in-house.ts'
import { startProgress } from './progress.ts'

/** `dateline related …`: suggestions of what to read next. */
export function relatedCommand(): Command {
  const command = new Command('related').description('look after the suggestions of what to read next')
  command
    .command('rebuild')
    .description('make the suggestions of all live stories anew; a run that was stopped is gone on with')
    .option('--anew', 'begin from the beginning, also when a run was stopped')
    .action(rebuild)
  return command
}

/** Progress is in steps: each story is counted, weighed and given its list. */
async function rebuild({ anew = false }: { anew?: boolean }): Promise<void> {
  await inHouse(async (ctx) => {
    let bar: ReturnType<typeof startProgress> | null = null
    let told = 0
    const { stories, isContinued, failed } = await rebuildRelated(
      ctx,
      anew,
      ({ steps, done }) => {
        bar ??= startProgress('steps', steps)
        bar.add(done - told)
        told = done
      },
      (error) => console.error(error instanceof Error ? error.message : error),
    )
    ;(bar as ReturnType<typeof startProgress> | null)?.stop()
    console.log(`${isContinued ? 'went on with' : 'made'} the suggestions of ${stories} stories`)
    if (failed === 0) return
    console.error(`${failed} stories failed and have none until they are published again`)
    process.exitCode = 1
  })
}
