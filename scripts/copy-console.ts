import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { consoleAssets, packagedPath } from '../src/graphql/console.ts'

/** Copies the files of the GraphQL console from the packages into `target` (`dist/graphiql` for a build), replacing older ones. */
export function copyConsoleAssets(target: string): void {
  mkdirSync(target, { recursive: true })
  for (const asset of consoleAssets) copyFileSync(packagedPath(asset), join(target, asset.name))
}
