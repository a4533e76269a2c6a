/** Observables against temperature: a chain of the exact weight beside self-learning with a transformer. */
import { agreement, agreementText } from '../analysis/agreement.ts';
import type { Finding, Reproduction, Target } from '../target.ts';
import type { RunResult, Workshop } from '../workshop/workshop.ts';
import { figuresOf } from './figures.ts';
import { FULL, type Plan, QUICK, SEED } from './plan.ts';
import { averageOf, type Pair, placeOf, QUANTITIES, referenceDifferences, samplerDifferences } from './quantities.ts';
import { tablesOf } from './tables.ts';

export const observables: Target = {
  name: 'observables',
  title: 'Observables against temperature, by both ways',
  talk:
    'Self-learning Monte Carlo is exact: proposals of the effective model are tested with the exact weight. The slides show no averages; whoever uses the method wants to see that they are those ' +
    'of ordinary Monte Carlo.',
  method:
    'Two chains, one from random spins and one from the Néel state, of hybrid Monte Carlo with exact weight and forces; two of self-learning Monte Carlo with a transformer of six shells, learned from ' +
    'random spins at each temperature and size, then frozen. Chains of learned models begin with some trajectories of the exact weight, or one from the Néel state, which no training has seen, might never ' +
    'get away; after the warm-up, the two have only the exact weight in common. On 4 × 4 sites both are compared with averages from exact methods that are no Markov chains of ours. Errors are those of the ' +
    'Γ-method. Quantities of one run are correlated, those of different runs are not: χ² is taken quantity by quantity, over sizes and temperatures, and the worst p-value counts as many times as there are ' +
    'quantities (Bonferroni).',
  async reproduce(workshop) {
    const plan = workshop.isQuick ? QUICK : FULL;
    const points = plan.sizes.flatMap((size) => plan.temperatures.map((temperature) => ({ size, temperature })));
    return reproduction(await Promise.all(points.map((point) => pairAt(workshop, plan, point))), plan);
  },
};

async function pairAt(
  workshop: Workshop,
  { blocks, exactEvaluations, samples }: Plan,
  { size, temperature }: Pick<Pair, 'size' | 'temperature'>,
): Promise<Pair> {
  const system = { lattice: { size: [size, size] }, model: { temperature } };
  const sampling = { chains: 2, samples, warmUp: 300, seed: SEED };
  const [exact, learned] = await Promise.all([
    workshop.run(`hmc ${size}x${size} T ${temperature}`, { ...system, sampling: { ...sampling, method: 'hmc' } }),
    workshop.run(`transformer ${size}x${size} T ${temperature}`, {
      ...system,
      sampling,
      effective: { kind: 'transformer', shells: 6, blocks },
      training: { exactEvaluations },
    }),
  ]);
  return { size, temperature, exact, learned };
}

export function reproduction(pairs: readonly Pair[], plan: Plan): Reproduction {
  return {
    figures: figuresOf(pairs, plan),
    tables: tablesOf(pairs),
    findings: [samplersCoincide(pairs), ...(['exact', 'learned'] as const).map((of) => agreesWithReference(pairs, of))],
  };
}

function samplersCoincide(pairs: readonly Pair[]): Finding {
  const result = agreement(samplerDifferences(pairs));
  return {
    claim: 'Self-learning with the transformer gives the averages of exact hybrid Monte Carlo.',
    found: `${agreementText(result)} ${errorWords(pairs)}`,
    verdict: result.verdict,
  };
}

/** What "within errors" means here, and for which runs it means little. */
function errorWords(pairs: readonly Pair[]): string {
  const relative = pairs.flatMap(({ learned }) => {
    const order = averageOf(learned, 'absStaggeredMagnetization');
    return order ? [order.error / order.value] : [];
  });
  const words = [`Errors of |m_s| are ${percent(Math.min(...relative))} to ${percent(Math.max(...relative))} of it.`];
  const where = (isSo: (result: RunResult) => boolean) =>
    pairs.filter(({ exact, learned }) => isSo(exact) || isSo(learned)).map(placeOf);
  const [short, drifting] = [where(isTooShort), where(isDrifting)];
  if (short.length > 0) words.push(`Too short for an error bar: ${short.join('; ')}.`);
  if (drifting.length > 0) words.push(`Out of equilibrium by their own checks: ${drifting.join('; ')}.`);
  return words.join(' ');
}

const isTooShort = (result: RunResult): boolean => QUANTITIES.some(({ name }) => averageOf(result, name) === undefined);

const isDrifting = ({ summary }: RunResult): boolean => summary.thermalisation.verdict === 'differ';

const percent = (share: number): string => `${(100 * share).toPrecision(2)} %`;

function agreesWithReference(pairs: readonly Pair[], of: 'exact' | 'learned'): Finding {
  const result = agreement(referenceDifferences(pairs, of));
  const name = of === 'exact' ? 'hybrid Monte Carlo' : 'self-learning with the transformer';
  return {
    claim: `On 4 × 4 sites, ${name} gives the averages of exact methods.`,
    found: agreementText(result),
    verdict: result.verdict,
  };
}
