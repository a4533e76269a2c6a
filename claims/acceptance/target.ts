/** Acceptance against the number of attention blocks, beside the models that are no transformers. */

import type { RunTraining } from '../../src/chain/learning/models.ts';
import { LOG_RATIO } from '../../src/chain/spec-chain.ts';
import { acceptanceOf } from '../analysis/acceptance.ts';
import { combined } from '../analysis/seeds.ts';
import type { Target } from '../target.ts';
import type { RunResult, Workshop } from '../workshop/workshop.ts';
import { elsewhere } from './elsewhere.ts';
import { type Entry, otherEntries, talkEntries } from './entries.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import type { Outcome } from './outcome.ts';
import { tables } from './tables.ts';

export const acceptance: Target = {
  name: 'acceptance',
  title: 'Acceptance against the number of attention blocks',
  talk: 'On 6 × 6 sites at T = 0.05 the acceptance of self-learning Monte Carlo rises with the number of attention blocks, from about 21 % of the linear model on, and follows the loss.',
  method:
    'Every model is learned by the self-learning loop from random spins, then frozen. Proposals are decorrelated: the inner chain runs until it has forgotten where it began, since short ' +
    'inner chains are accepted more often and prove nothing. The linear model of the talk is a truncated one; the same model with all shells stands beside it.',
  async reproduce(workshop) {
    const seeds = workshop.isQuick ? [1] : [1, 2, 3];
    const compute = (entries: readonly Entry[]) =>
      Promise.all(entries.map((entry) => outcomeOf(workshop, entry, seeds)));
    const [talk, others] = await Promise.all([
      compute(talkEntries(workshop.isQuick)),
      compute(otherEntries(workshop.isQuick)),
    ]);
    const source = { seeds, evaluations: talk.map(({ entry }) => entry.exactEvaluations) };
    return {
      figures: figures(talk, others, source),
      tables: tables(talk, others),
      findings: [...findings(talk), ...elsewhere(others)],
    };
  },
};

async function outcomeOf(workshop: Workshop, entry: Entry, seeds: readonly number[]): Promise<Outcome> {
  const { name, length, temperature, effective, exactEvaluations } = entry;
  const { samples = workshop.isQuick ? 1000 : 4000 } = entry;
  const results = await Promise.all(
    seeds.map((seed) =>
      workshop.run(`${name}, ${length}x${length}, T = ${temperature}, seed ${seed}`, {
        lattice: { size: [length, length] },
        model: { temperature },
        effective,
        training: { exactEvaluations },
        sampling: { chains: 1, samples, warmUp: 100, proposal: 'decorrelated', seed },
      }),
    ),
  );
  const measured = results.map(({ data }) => acceptanceOf(data.measured(LOG_RATIO)));
  const rate = combined(measured.map(({ rate: value, error }) => ({ value, error })));
  return { entry, measured, heldOut: results.map(heldOutError), rate };
}

function heldOutError({ data }: RunResult): number {
  if (!data.model) throw new Error(`${data.run.directory}: no learned model`);
  return (data.model.training as unknown as RunTraining).loss.heldOut;
}
