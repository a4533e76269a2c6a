/** A workshop whose results are written, not computed, so that tests see whether findings follow from numbers. */
import { expect } from 'vitest';
import type { Finding, Reproduction, Target, Verdict } from '../../claims/target.ts';
import type { CommonFitResult } from '../../claims/workshop/tasks/fit-on-common-data.ts';
import type { TaskName } from '../../claims/workshop/tasks.ts';
import type { RunResult, Workshop } from '../../claims/workshop/workshop.ts';
import { figureSvg } from '../../src/report/figures/figure.ts';

type Answers = Partial<Record<TaskName, (argument: never) => unknown>>;

/** A workshop that answers tasks; `observables` are the means of every run, with an error of 0.01. */
export function cannedWorkshop(answers: Answers, observables: Readonly<Record<string, number>> = {}): Workshop {
  const estimates = Object.entries(observables).map(([name, mean]) => [name, { kind: 'estimate', mean, error: 0.01 }]);
  const result = { summary: { observables: Object.fromEntries(estimates) } } as unknown as RunResult;
  return {
    isQuick: true,
    run: async () => result,
    compute: async (_, task, argument) => answers[task]?.(argument as never) as never,
  };
}

/** A fit with an error of 5 %, and of 0.02 in the acceptance; `factor` is that of a seed, 1 or nearly so. */
export const fitted = (error: number, acceptance: number | null, factor = 1): CommonFitResult => ({
  parameters: 50,
  trainingError: 0.9 * error,
  seconds: 3,
  spread: 37,
  error: error * factor,
  errorOfError: 0.05 * error,
  acceptance: acceptance === null ? null : { value: acceptance, error: 0.02 },
});

/** Reproduces a target, checks that everything can be shown, and returns the verdicts by claim. */
export async function verdictsOf(target: Target, workshop: Workshop): Promise<Map<string, Verdict>> {
  const reproduction = await target.reproduce(workshop);
  expectComplete(reproduction);
  return new Map(reproduction.findings.map(({ claim, verdict }) => [claim, verdict]));
}

export function expectComplete({ figures, tables, findings }: Reproduction): void {
  for (const { spec } of figures) {
    expect(figureSvg(spec)).not.toMatch(/NaN|undefined/);
    expect(spec.caption).toMatch(/seeds 1, 2/);
  }
  for (const { rows } of tables) {
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row.length).toBe(rows[0].length);
      expect(row.join()).not.toMatch(/NaN|undefined|Infinity|∞/);
    }
  }
  for (const { claim, found } of findings as readonly Finding[])
    expect(claim + found).not.toMatch(/NaN|undefined|Infinity|∞/);
}
