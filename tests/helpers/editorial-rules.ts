import { describe } from 'vitest'
import type { Newsroom } from './app.ts'
import { inputRules } from './rules/inputs.ts'
import { listRules } from './rules/lists.ts'
import type { EditorialNoun } from './rules/noun.ts'
import { permissionRules } from './rules/permissions.ts'
import { versionRules } from './rules/versions.ts'

/** The rules that hold for every noun that staff make, change, read and list, on both faces. */
export function editorialRules(news: Newsroom, noun: EditorialNoun): void {
  describe('who may', () => permissionRules(news, noun))
  describe('what is refused', () => inputRules(news, noun))
  describe('ids and versions', () => versionRules(news, noun))
  describe('the list', () => listRules(news, noun))
}
