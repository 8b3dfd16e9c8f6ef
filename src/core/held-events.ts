import type { Transaction } from './ctx.ts'

const held = new WeakMap<Transaction, unknown[]>()

/** The events that this transaction holds back to record them at its end; null when it records each at once. */
export function heldEvents<E>(tx: Transaction): E[] | null {
  return (held.get(tx) as E[] | undefined) ?? null
}

/** From now on the events of this transaction are held back. Gives their list, which grows. */
export function holdEvents<E>(tx: Transaction): E[] {
  const list: E[] = []
  held.set(tx, list)
  return list
}

/** Events are recorded at once again. */
export function releaseEvents(tx: Transaction): void {
  held.delete(tx)
}

/**
 * One thing of several in a transaction: when it is refused, what it wrote is undone, and the others stay. Events of it are held
 * back, and forgotten with it. @throws what `work` throws
 */
export async function inSavepoint<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  const count = held.get(tx)?.length ?? 0
  await tx.$executeRaw`SAVEPOINT thing`
  try {
    const value = await work()
    await tx.$executeRaw`RELEASE SAVEPOINT thing`
    return value
  } catch (error) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT thing`
    held.get(tx)?.splice(count)
    throw error
  }
}
