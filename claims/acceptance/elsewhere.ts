/** What becomes of the order of the models away from the point of the talk. */
import { allAbove } from '../analysis/comparing.ts';
import { type Combined, combinedText } from '../analysis/seeds.ts';
import type { Finding } from '../target.ts';
import type { Outcome } from './outcome.ts';

type Place = readonly [name: string, here: readonly Outcome[]];

/** Transformers beside the linear model at every other temperature and size: those of the paper's form and, where there are others, the best of all. */
export function elsewhere(others: readonly Outcome[]): Finding[] {
  const places: readonly Place[] = [...Map.groupBy(others, placeOf)];
  const hasOthers = others.some((outcome) => isTransformer(outcome) && !isPaperForm(outcome));
  return [paperForm(places), ...(hasOthers ? [bestTransformer(places)] : [])];
}

function paperForm(places: readonly Place[]): Finding {
  return {
    claim:
      'At other temperatures and on larger lattices, too, attention of the paper’s form is ahead of the linear model with all shells.',
    found: `${places.map(([place, here]) => `${place}: ${here.map(words).join(', ')}`).join('; ')}.`,
    verdict: allAbove(
      places.flatMap(([, here]) => here.filter(isPaperForm).map((outcome) => advantage(outcome, here))),
      0,
    ),
  };
}

function bestTransformer(places: readonly Place[]): Finding {
  const best = places.map(([, here]) =>
    here.filter(isTransformer).reduce((a, b) => (b.rate.value > a.rate.value ? b : a)),
  );
  const advantages = places.map(([, here], k) => advantage(best[k], here));
  return {
    claim: 'There, the best of the transformers is ahead of it.',
    found: `${places.map(([place], k) => `${place}: ${best[k].entry.name}, by ${combinedText(advantages[k])}`).join('; ')}.`,
    verdict: allAbove(advantages, 0),
  };
}

const placeOf = ({ entry }: Outcome): string => `${entry.length} × ${entry.length}, T = ${entry.temperature}`;

const words = ({ entry, rate }: Outcome): string => `${entry.name} ${combinedText(rate)}`;

const isTransformer = ({ entry }: Outcome): boolean => entry.effective.kind === 'transformer';

const isPaperForm = ({ entry }: Outcome): boolean => entry.blocks !== undefined;

/** Of an outcome over the linear model at the same place. */
function advantage({ rate }: Outcome, here: readonly Outcome[]): Combined {
  const linear = here.find(({ entry }) => entry.effective.kind === 'linear') as Outcome;
  return { value: rate.value - linear.rate.value, error: Math.hypot(rate.error, linear.rate.error) };
}
