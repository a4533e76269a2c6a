/** Whether the chains of a run have forgotten their starts, in words. */
import type { Comparison, Thermalisation } from '../run/summary/thermalisation.ts';
import { count } from './model-words.ts';

/** A line per comparison, and a warning per line where something is wrong. */
export function thermalisationText(thermalisation: Thermalisation): string {
  const rows = thermalisationRows(thermalisation);
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, words]) => `${name.padEnd(width)}  ${words}`);
  return [...lines, ...thermalisation.warnings.map((warning) => `WARNING: ${warning}`)].join('\n');
}

/** What was compared, and how it came out. */
export function thermalisationRows({ starts, drift, warmUp }: Thermalisation): (readonly [string, string])[] {
  return [
    ['hot against cold chains', comparisonWords(starts)],
    ['drift within chains', comparisonWords(drift)],
    ['warm-up', `${count(warmUp.ofRun, 'sample')} left out, the data ask for ${warmUp.suggested || 'none'}`],
  ];
}

function comparisonWords({ sigma, worst }: Comparison): string {
  if (!worst) return 'not enough data to tell';
  const verdict = Math.abs(worst.sigma) <= worst.limit ? 'within chance' : 'beyond chance';
  const largest = `${Math.abs(worst.sigma).toFixed(1)} sigma at most, ${worst.observable}`;
  const chance = `${count(Object.keys(sigma).length, 'observable')}: up to ${worst.limit.toFixed(1)} by chance`;
  return `${verdict}: ${largest} (${chance})`;
}
