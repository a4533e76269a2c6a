/** What becomes of the order of the models away from the point of the talk. */
import { allAbove } from '../../comparing.ts';
import { type Combined, combinedText } from '../../seeds.ts';
import type { Finding } from '../../target.ts';
import type { Outcome } from './acceptance.ts';

/** The best attention beside the linear model at every other temperature and size, and what the others reach there. */
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

/** Of the best transformer. */
function advantage(here: readonly Outcome[]): Combined {
  const [attention, linear] = ['transformer', 'linear'].map((kind) => {
    const rates = here.filter(({ entry }) => entry.effective.kind === kind).map(({ rate }) => rate);
    return rates.reduce((a, b) => (b.value > a.value ? b : a));
  });
  return { value: attention.value - linear.value, error: Math.hypot(attention.error, linear.error) };
}
