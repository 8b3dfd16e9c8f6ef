import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders whose short files take long: they start servers and processes of their own, and wait for them. */
const slow = /\/tests\/(prove|crash|db|demo)\//

/**
 * The order of test files in a run: those that take long first, so that all workers end together. Vitest alone would go by the size of
 * the files when it has not run them before, and begin with the proofs at the end.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [
      ...sorted.filter(({ moduleId }) => slow.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !slow.test(moduleId)),
    ]
  }
}
