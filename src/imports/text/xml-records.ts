import { SaxesParser } from 'saxes'
import { shorten } from '../../core/errors.ts'
import { XmlRepairer } from './repair-xml.ts'
import type { XmlElement } from './xml.ts'
import { XmlNames } from './xml-names.ts'

/** What one record may hold. More is no story; it would only cost memory and time. */
const limits = { depth: 250, elements: 100_000, characters: 16_000_000 }
/** What is kept of a record that has more than that: enough to name it. */
const keptOfRefused = 100
/** Faults of one record at which the whole file is given up: each costs the parser as much as a paragraph. */
const maxErrors = 10_000
/** Nesting at which the whole file is given up. */
const maxDepth = 2_000
/** Notes that are kept of one record. */
const maxNotes = 200
/** Characters that one token (a text, a comment, an attribute) may have before the file is given up. */
const maxToken = 32_000_000

/** One of the things of a file, complete. `fault` says why it cannot be trusted to be whole. */
export interface XmlRecord {
  element: XmlElement
  notes: string[]
  fault: { line: number; reason: string } | null
}

/** What parsing found: a record, or the end of all reading. */
export type XmlFound = { record: XmlRecord } | { broken: { line: number; reason: string } }

/** Faults that leave the structure as it is: the parser goes on and loses nothing. */
const harmless =
  /declaration|disallowed character|"\]\]>"|whitespace|duplicate attribute|outside of root|one root|attribute|empty entity|version number|name\/value|value required|malformed comment|processing instruction|malformed character/

/** Whether XML says more than the type of its document: only then there are entities. */
const declares = /<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|%[\w.-]+;/i

/**
 * Reads XML of any length and gives the elements that stand `depthOf(root)` levels below the root (0: the root itself), each as a tree.
 * No DTD is read, no entity expanded, nothing fetched.
 */
export class XmlRecords {
  /** The root, without what is in it. */
  root: XmlElement | null = null
  private readonly depthOf: (root: XmlElement) => number
  private readonly parser = new SaxesParser({ xmlns: false, position: true })
  private readonly names = new XmlNames()
  private readonly repairer = new XmlRepairer((line, message) => this.note(line, message))
  private notes: { line: number; message: string }[] = []
  private found: XmlFound[] = []
  private open: XmlElement[] = []
  private depth = 0
  private recordDepth = 0
  private size = { elements: 0, characters: 0 }
  private fault: { line: number; reason: string } | null = null
  private sinceEvent = 0
  private isBroken = false
  private errors = 0

  constructor(depthOf: (root: XmlElement) => number) {
    this.depthOf = depthOf
    this.parser.on('error', (error) => this.onError(error.message))
    this.parser.on('doctype', (text) => {
      if (declares.test(text))
        this.breakOff('declares entities or elements in its DOCTYPE, which are never expanded; remove them')
    })
    this.parser.on('opentag', ({ name, attributes }) => this.onOpen(name, attributes))
    this.parser.on('closetag', () => this.onClose())
    this.parser.on('text', (text) => this.onText(text))
    this.parser.on('cdata', (text) => this.onText(text))
  }

  write(text: string): XmlFound[] {
    return this.feed(this.repairer.write(text))
  }

  /** The file is at its end; what is open in it is not whole. */
  end(): XmlFound[] {
    const found = this.feed(this.repairer.end())
    if (this.isBroken) return found
    if (this.depth > 0)
      this.breakOff(`ends before </${shorten(this.open[0]?.name ?? this.root?.name ?? '', 40)}> comes`)
    else if (!this.root) this.breakOff('has no element')
    return [...found, ...this.take()]
  }

  private feed(text: string): XmlFound[] {
    this.sinceEvent += text.length
    // In pieces, so that a fault that ends all reading is met before the rest is gone through.
    try {
      for (let at = 0; at < text.length && !this.isBroken; at += 65_536) this.parser.write(text.slice(at, at + 65_536))
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error
    }
    if (!this.isBroken && this.sinceEvent > maxToken)
      this.breakOff(`has a text or tag of more than ${maxToken / 1e6} million characters`)
    return this.take()
  }

  private take(): XmlFound[] {
    const { found } = this
    this.found = []
    return found
  }

  private breakOff(reason: string) {
    if (this.isBroken) return
    this.isBroken = true
    this.open = []
    this.found.push({ broken: { line: this.parser.line, reason } })
  }

  private onError(message: string) {
    const words = message.replace(/^\d+:\d+: /, '')
    if (this.isBroken) return
    this.errors += 1
    if (this.errors > maxErrors) {
      this.breakOff(`has more than ${maxErrors} faults`)
      throw new GivenUp()
    }
    if (harmless.test(words)) this.note(this.parser.line, `not well-formed: ${shorten(words)}`)
    else this.fail(shorten(words))
  }

  private note(line: number, message: string) {
    if (this.notes.length >= maxNotes) return
    const last = this.notes.at(-1)
    if (last?.line !== line || last.message !== message) this.notes.push({ line, message })
  }

  private fail(reason: string) {
    this.fault ??= { line: this.parser.line, reason }
  }

  private onOpen(written: string, attributes: Record<string, string>) {
    this.sinceEvent = 0
    if (this.isBroken) return
    this.depth += 1
    if (this.depth > maxDepth) return this.breakOff(`is nested more than ${maxDepth} deep`)
    if (this.depth > this.recordDepth && this.isFull()) return
    const element = { ...this.names.read(written, attributes), children: [], line: this.parser.line }
    if (this.depth === 1 && !this.root) {
      this.root = element
      this.recordDepth = this.depthOf(element)
    }
    if (this.depth <= this.recordDepth) return
    if (this.open.length >= limits.depth) return this.fail(`is nested more than ${limits.depth} deep`)
    this.open.at(-1)?.children.push(element)
    this.open.push(element)
  }

  /** Counts an element of the record; whether it has too many, of which nothing more is made. */
  private isFull(): boolean {
    this.size.elements += 1
    if (this.size.elements <= limits.elements) return false
    if (this.size.elements === limits.elements + 1) {
      this.fail(`has more than ${limits.elements} elements`)
      for (const each of this.open) each.children.length = Math.min(each.children.length, keptOfRefused)
    }
    return true
  }

  private onText(text: string) {
    this.sinceEvent = 0
    const parent = this.open.at(-1)
    if (!parent || this.isBroken) return
    this.size.characters += text.length
    if (this.size.characters > limits.characters)
      this.fail(`has more than ${limits.characters / 1e6} million characters`)
    else parent.children.push(text)
  }

  private onClose() {
    this.sinceEvent = 0
    if (this.isBroken) return
    const inside = this.depth - this.recordDepth
    this.depth -= 1
    if (inside <= 0 || inside > this.open.length) return
    const element = this.open.pop()
    if (this.open.length === 0 && element) this.give(element)
  }

  private give(element: XmlElement) {
    const { line } = this.parser
    const own = this.notes.filter((note) => note.line <= line)
    this.notes = this.notes.filter((note) => note.line > line)
    const notes = own.map((note) => `line ${note.line}: ${note.message}`)
    this.found.push({ record: { element, notes, fault: this.fault } })
    this.fault = null
    this.size = { elements: 0, characters: 0 }
    this.errors = 0
  }
}

/** Leaves the parser in the middle of what it is at. */
class GivenUp extends Error {}
