/** An average of a run. */
import type { RunResult } from '../workshop/workshop.ts';
import type { Combined } from './seeds.ts';

/** The mean and the error of an observable; undefined where the run is too short for an error bar. */
export function averageOf({ summary }: RunResult, name: string): Combined | undefined {
  const estimate = summary.observables[name];
  return estimate?.kind === 'estimate' ? { value: estimate.mean, error: estimate.error } : undefined;
}
