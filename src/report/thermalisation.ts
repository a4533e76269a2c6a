/** Whether the chains of a run still depend on their starts, in words. */
import type { Comparison, Reason } from '../results/summary/comparison.ts';
import type { Thermalisation } from '../results/summary/thermalisation.ts';
import { count } from '../words/count.ts';
import { listed } from './model-words.ts';

/** A line per comparison, and a warning per line where something is wrong. */
export function thermalisationText(thermalisation: Thermalisation): string {
  const rows = thermalisationRows(thermalisation);
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, words]) => `${name.padEnd(width)}  ${words}`);
  return [...lines, ...thermalisation.warnings.map((warning) => `WARNING: ${warning}`)].join('\n');
}

/** What was compared, how it came out, and what could not be compared. */
export function thermalisationRows({ starts, drift, warmUp }: Thermalisation): (readonly [string, string])[] {
  return [
    ['hot against cold chains', comparisonWords(starts)],
    ['drift within chains', comparisonWords(drift)],
    ...leftOutRows(leftOutWords(starts), leftOutWords(drift)),
    ['warm-up', `${count(warmUp.ofRun, 'sample')} left out; suggested by the data: ${warmUp.suggested || 'none'}`],
  ];
}

function comparisonWords({ sigma, leftOut, worst }: Comparison): string {
  const reasons = Object.values(leftOut);
  if (!worst) return withoutComparison(reasons);
  const [largest, limit] = [Math.abs(worst.sigma), worst.limit].map((value) => value.toFixed(1));
  const chance =
    Math.abs(worst.sigma) <= worst.limit
      ? `expected by chance up to ${limit} σ`
      : `beyond the ${limit} σ expected by chance`;
  const compared = count(Object.keys(sigma).length, 'observable');
  return `largest deviation ${largest} σ (${worst.observable}), ${chance} (${compared})`;
}

function withoutComparison(reasons: readonly Reason[]): string {
  const some = reasons.length > 0;
  if (some && reasons.every((reason) => reason === 'constant')) return 'nothing to compare';
  if (some && reasons.every((reason) => reason === INDEPENDENT)) return 'nothing to compare: every sample begins anew';
  const isAlike = reasons.includes('one kind of start') && !reasons.includes('too few samples');
  return isAlike ? 'cannot be compared: there is one kind of start only' : 'not enough data to tell';
}

/** Said once, and not of every observable. */
const INDEPENDENT: Reason = 'independent samples';

function leftOutRows(starts: string, drift: string): (readonly [string, string])[] {
  if (starts === drift) return starts ? [['left out of both', starts]] : [];
  const rows = [
    ['left out of hot and cold', starts],
    ['left out of drift', drift],
  ] as const;
  return rows.filter(([, words]) => words);
}

/** Names that a line has room for; `report --json` has all. */
const MOST = 6;

/** What is left out, in words: `constant: density, density2; too few samples: binder, and 3 others`; empty where nothing is. */
function leftOutWords({ leftOut }: Comparison): string {
  const names = Object.keys(leftOut).filter((name) => leftOut[name] !== INDEPENDENT);
  const byReason = Map.groupBy(names, (name) => leftOut[name]);
  return [...byReason].map(([reason, names]) => `${reason}: ${listed(names, MOST, ', ')}`).join('; ');
}
