/** The candidates side by side: what their chains are worth, and whether they agree. */
import { type GammaAnalysis, gammaAnalysis } from '../../statistics/gamma.ts';
import { zScore } from '../../statistics/starts.ts';
import { isSufficient } from '../../statistics/sufficient.ts';
import type { PartResult } from '../result.ts';
import { median } from '../timing.ts';
import { type Contestant, keyOf } from './contestant.ts';

/** Sigmas between means of the same quantity; a dozen pairs per run come nowhere near by chance. */
const LIMIT = 5;

/** What a candidate has shown: its cost per step, and all of its chain. */
interface Tally {
  readonly contestant: Contestant;
  readonly stepMilliseconds: number;
  readonly analysis: GammaAnalysis;
}

/** Compares the candidates; throws where two chains find different ⟨m_s²⟩. A chain too short for an error bar has no result. */
export async function compare(
  size: readonly [number, number],
  contestants: readonly Contestant[],
  rounds: number,
): Promise<PartResult[]> {
  const records = await takeAllTurns(contestants, rounds);
  const real = records.filter(({ contestant, analysis }) => !contestant.tauOf && isSufficient(analysis));
  requireAgreement(real);
  const results = records.flatMap((record) => {
    const source = real.find(
      ({ contestant }) => keyOf(contestant) === (record.contestant.tauOf ?? keyOf(record.contestant)),
    );
    return source ? [resultOf(record, source.analysis, size)] : [];
  });
  return results.map((result) => ({ ...result, ratios: ratiosOf(result, results) }));
}

/** Advances the chain of every candidate from round to round. */
async function takeAllTurns(contestants: readonly Contestant[], rounds: number): Promise<Tally[]> {
  const turns = contestants.map(() => ({ series: [] as number[], costs: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [k, { advance, seconds }] of contestants.entries()) {
      const { series, milliseconds } = await advance(seconds);
      for (let step = 0; step < series.length; step++) turns[k].series.push(series[step]);
      turns[k].costs.push(milliseconds / series.length);
    }
  }
  return contestants.map((contestant, k) => ({
    contestant,
    stepMilliseconds: median(turns[k].costs),
    analysis: gammaAnalysis([Float64Array.from(turns[k].series)]),
  }));
}

function requireAgreement(records: readonly Tally[]): void {
  for (const [k, a] of records.entries()) {
    for (const b of records.slice(0, k)) {
      const pull = zScore(a.analysis, b.analysis);
      if (Math.abs(pull) <= LIMIT) continue;
      const [one, other] = [a, b].map(({ contestant, analysis }) => `${keyOf(contestant)} ${analysis.mean}`);
      throw new Error(`samplers disagree on m_s² by ${pull.toFixed(1)} sigma: ${one}, ${other}`);
    }
  }
}

function resultOf(
  { contestant, stepMilliseconds }: Tally,
  { mean, error, tau, tauError }: GammaAnalysis,
  size: readonly [number, number],
): PartResult {
  const { name, route, engine, settings, tauOf } = contestant;
  const sampling = {
    stepMilliseconds,
    tau,
    tauError,
    settings,
    ...(tauOf ? {} : { staggeredMagnetization2: { mean, error } }),
  };
  return { name, route, engine, size, milliseconds: 2 * tau * stepMilliseconds, ratios: {}, sampling };
}

/** Ratios of every sampler of ours to every rival. */
function ratiosOf(
  { engine, milliseconds }: PartResult,
  results: readonly PartResult[],
): Readonly<{ [rival: string]: number }> {
  if (engine === 'lapack') return {};
  const rivals = results.filter((result) => result.engine === 'lapack');
  return Object.fromEntries(rivals.map((rival) => [`lapack-${rival.name}`, rival.milliseconds / milliseconds]));
}
