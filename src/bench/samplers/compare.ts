/** The candidates side by side: what their chains are worth, and whether they agree. */
import { type GammaAnalysis, gammaAnalysis } from '../../statistics/gamma.ts';
import { zScore } from '../../statistics/starts.ts';
import { isSufficient } from '../../statistics/sufficient.ts';
import type { PartResult } from '../result.ts';
import { median } from '../timing.ts';
import { type Candidate, keyOf } from './candidate.ts';

/** Sigmas between means of the same quantity; a dozen pairs per run come nowhere near by chance. */
const LIMIT = 5;

/** What a candidate has shown: its cost per step, and all of its chain. */
interface Tally {
  readonly candidate: Candidate;
  readonly stepMilliseconds: number;
  readonly analysis: GammaAnalysis;
}

/** Compares the candidates; throws where two chains find different ⟨m_s²⟩. A chain too short for an error bar has no result. */
export async function compare(
  size: readonly [number, number],
  candidates: readonly Candidate[],
  rounds: number,
): Promise<PartResult[]> {
  const records = await takeAllTurns(candidates, rounds);
  const real = records.filter(({ candidate, analysis }) => !candidate.tauOf && isSufficient(analysis));
  requireAgreement(real);
  const results = records.flatMap((record) => {
    const source = real.find(
      ({ candidate }) => keyOf(candidate) === (record.candidate.tauOf ?? keyOf(record.candidate)),
    );
    return source ? [resultOf(record, source.analysis, size)] : [];
  });
  return results.map((result) => ({ ...result, ratios: ratiosOf(result, results) }));
}

/** Advances the chain of every candidate from round to round. */
async function takeAllTurns(candidates: readonly Candidate[], rounds: number): Promise<Tally[]> {
  const turns = candidates.map(() => ({ series: [] as number[], costs: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [k, { advance, seconds }] of candidates.entries()) {
      const { series, milliseconds } = await advance(seconds);
      for (let step = 0; step < series.length; step++) turns[k].series.push(series[step]);
      turns[k].costs.push(milliseconds / series.length);
    }
  }
  return candidates.map((candidate, k) => ({
    candidate,
    stepMilliseconds: median(turns[k].costs),
    analysis: gammaAnalysis([Float64Array.from(turns[k].series)]),
  }));
}

function requireAgreement(records: readonly Tally[]): void {
  for (const [k, a] of records.entries()) {
    for (const b of records.slice(0, k)) {
      const pull = zScore(a.analysis, b.analysis);
      if (Math.abs(pull) <= LIMIT) continue;
      const [one, other] = [a, b].map(({ candidate, analysis }) => `${keyOf(candidate)} ${analysis.mean}`);
      throw new Error(`samplers disagree on m_s² by ${pull.toFixed(1)} σ: ${one}, ${other}`);
    }
  }
}

function resultOf(
  { candidate, stepMilliseconds }: Tally,
  { mean, error, tau, tauError }: GammaAnalysis,
  size: readonly [number, number],
): PartResult {
  const { name, route, engine, settings, tauOf } = candidate;
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
