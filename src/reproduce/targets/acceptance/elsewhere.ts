/** What becomes of the order of the models away from the point of the talk. */
import { allAbove } from '../../comparing.ts';
import { type Combined, combinedText } from '../../seeds.ts';
import type { Finding } from '../../target.ts';
import type { Outcome } from './acceptance.ts';

/** Attention beside the linear model at every other temperature and size, and what the best of all reaches there. */
export function elsewhere(others: readonly Outcome[]): Finding {
  const places = [...Map.groupBy(others, placeOf)];
  return {
    claim: 'At other temperatures and on larger lattices, too, attention is ahead of the linear model with all shells.',
    found: `${places.map(([place, here]) => `${place}: ${here.map(words).join(', ')}`).join('; ')}.`,
    verdict: allAbove(
      places.map(([, here]) => advantage(here)),
      0,
    ),
  };
}

const placeOf = ({ entry }: Outcome): string => `${entry.length} × ${entry.length}, T = ${entry.temperature}`;

const words = ({ entry, rate }: Outcome): string => `${entry.name} ${combinedText(rate)}`;

function advantage(here: readonly Outcome[]): Combined {
  const [attention, linear] = ['transformer', 'linear'].map((kind) => {
    const outcome = here.find(({ entry }) => entry.effective.kind === kind);
    if (!outcome) throw new Error(`no outcome of ${kind}`);
    return outcome.rate;
  });
  return { value: attention.value - linear.value, error: Math.hypot(attention.error, linear.error) };
}
