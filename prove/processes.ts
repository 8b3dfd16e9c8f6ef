import { type ChildProcess, execFile } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

interface Process {
  pid: number
  parent: number
  /** Dead, but its parent has not asked what it died of. */
  isZombie: boolean
}

/** A process and its children; empty when it is gone or `pid` is undefined. */
export async function familyOf(pid: number | undefined): Promise<number[]> {
  if (!pid) return []
  return (await listProcesses())
    .filter((each) => !each.isZombie && (each.pid === pid || each.parent === pid))
    .map((each) => each.pid)
}

/** Sends SIGKILL to all of them at once and waits until none is left. In: processes that we started, by number. */
export async function killFamily(pids: number[]): Promise<void> {
  for (const pid of pids) killOne(pid)
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(2)) {
    const left = (await listProcesses()).filter((each) => pids.includes(each.pid) && !each.isZombie)
    if (left.length === 0) return
  }
  throw new Error(`processes ${pids.join(', ')} do not die`)
}

/** Kills a child of ours and waits until it is gone. */
export async function killChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

async function listProcesses(): Promise<Process[]> {
  if (process.platform !== 'linux') return listByProgram()
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  return lines.filter(Boolean).map((line) => {
    // The name, in brackets, may itself have brackets and spaces.
    const [state, parent] = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return { pid: Number.parseInt(line, 10), parent: Number(parent), isZombie: state === 'Z' }
  })
}

async function listByProgram(): Promise<Process[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,state='])
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, state]) => ({
      pid: Number(pid),
      parent: Number(parent),
      isZombie: state?.startsWith('Z') ?? false,
    }))
}
