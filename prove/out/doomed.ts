import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { killChild } from '../processes.ts'
import { programOf } from '../program.ts'

/** A process that has loaded its code, and begins when it is told to. */
export interface Doomed {
  /** Lets it begin, and kills it after so many ms; false when it was done before, as it should be. @throws when it failed */
  killAfter(ms: number): Promise<boolean>
  /** What it has said. */
  said: unknown[]
}

/** Starts a program, such as 'prove/out/upload-process.ts', that says 'loaded' and then waits for a message. */
export function startDoomed(program: string, settings: object): Doomed {
  const child = fork(programOf(program), [JSON.stringify(settings)])
  const said: unknown[] = []
  child.on('message', (word) => word !== 'loaded' && said.push(word))
  const loaded = once(child, 'message')
  const ended = once(child, 'exit')
  const requireWell = () => {
    if (child.exitCode !== 0) throw new Error(`${program} ended with ${child.exitCode}`)
  }
  return {
    said,
    killAfter: async (ms) => {
      await Promise.race([loaded, ended])
      child.send('go')
      await Promise.race([wait(ms), ended])
      const isLate = child.exitCode !== null
      if (isLate) requireWell()
      await killChild(child)
      return !isLate
    },
  }
}
