import { setTimeout as wait } from 'node:timers/promises'

/** Holds clients back between their requests. */
export function newGate() {
  let [isOpen, isEnded, waiting] = [false, false, 0]
  let door = newDoor()
  return {
    /** For a client: waits until it may ask something; false when it is to end. */
    pass: async (): Promise<boolean> => {
      if (!isOpen && !isEnded) {
        waiting++
        await door.opened
        waiting--
      }
      return !isEnded
    },
    open: () => {
      isOpen = true
      door.open()
    },
    close: () => {
      isOpen = false
      door = newDoor()
    },
    end: () => {
      isEnded = true
      door.open()
    },
    /** Waits until this many clients stand at the gate; false when they do not within so many ms. */
    settled: async (clients: number, ms: number): Promise<boolean> => {
      for (const end = Date.now() + ms; waiting < clients; await wait(1)) if (Date.now() > end) return false
      return true
    },
  }
}

function newDoor() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
