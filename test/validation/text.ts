/** A validation in the terminal. */
import { table } from '../../src/report/table.ts';
import { titleOf } from './cases.ts';
import type { Comparison } from './comparison.ts';
import { KILL_COUNT, type Killed } from './kills.ts';
import { type ComparedCase, quantityCount, type Validation } from './validate.ts';

export const caseText = (compared: ComparedCase): string =>
  `\n${titleOf(compared)}\n${table([HEADER, ...compared.comparisons.map(cells)])}`;

export function verdictText({ compared, limit, failed }: Validation): string {
  const lines = failed.map((name) => `failed: ${name}`);
  const count = `${failed.length} of ${quantityCount(compared)} quantities failed`;
  return [...lines, '', `${count}; limit of each probability ${limit.toExponential(1)}`].join('\n');
}

export const killsText = ({ what, survived }: Killed): string =>
  `${KILL_COUNT} × kill -9 of ${what}: ${survived ? 'bit-identical in the end' : 'failed'}`;

const HEADER = ['', 'known', 'found', 'error ‰', 'pull', 'p', 'variance', 'p'];

function cells({ quantity, known, mean, relativeError, pull, variance, probabilities }: Comparison): string[] {
  const numbers = [known.toFixed(6), mean.toFixed(6), (1000 * relativeError).toFixed(2)];
  const spread = [variance.toFixed(2), probabilities.variance.toPrecision(2)];
  return [quantity, ...numbers, pull.toFixed(2), probabilities.pull.toPrecision(2), ...spread];
}
