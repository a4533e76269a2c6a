/** The largest structure factor of a run, in words. */
import type { RunSummary } from '../results/summary/summary.ts';
import { formatEstimate } from '../statistics/estimate.ts';
import { listed } from './model-words.ts';

type Ordered = Pick<RunSummary, 'largestStructureFactor' | 'observables'>;

/** Wave vectors and names that a line has room for. */
const MOST = 6;

/** The largest structure factor in words: `11.9095(6)`, `n = (3, 0) (0, 3) (3, 3)`, and with its name and rivals, `n = …, structureFactor_3_0`; undefined without samples. */
export function largestWords({ largestStructureFactor: largest, observables }: Ordered) {
  if (!largest) return undefined;
  const { name, waveNumbers, rivals } = largest;
  const numbers = waveNumbers.map((n) => `(${n.join(', ')})`);
  const waves = `n = ${listed(numbers, MOST)}`;
  const alike = rivals.length > 0 ? `; equally large within errors: ${listed(rivals, MOST, ', ')}` : '';
  return { value: formatEstimate(observables[name]), waves, place: `${waves}, ${name}${alike}` };
}
