/** Verdicts on the acceptance, from numbers that are written down. */
import { expect, it } from 'vitest';
import { figuresOf } from '../../claims/acceptance/figures.ts';
import { findingsOf } from '../../claims/acceptance/findings.ts';
import type { Result } from '../../claims/acceptance/outcome.ts';
import { type Candidate, plan } from '../../claims/acceptance/plan.ts';
import { tablesOf } from '../../claims/acceptance/tables.ts';

type RateOf = (name: string, blocks: number, temperature: number) => number;

const results = (rateOf: RateOf, error = 0.005, candidates: readonly Candidate[] = plan(true).talk): Result[] =>
  candidates.map((candidate) => {
    const value = rateOf(candidate.name, candidate.blocks ?? 0, candidate.temperature);
    const measured = {
      rate: value,
      error,
      predicted: value,
      predictedExponential: value - 0.1,
      meanSquaredError: 1 - value,
    };
    return { candidate, measured: [measured], heldOut: [1 - value], rate: { value, error } };
  });
/** The findings at the point of the talk, followed by those at other temperatures and sizes. */
const TALK_FINDINGS = 4;
const findings = (talk: readonly Result[]) => findingsOf({ talk, others: [] }).slice(0, TALK_FINDINGS);
const verdicts = (talk: readonly Result[]) => findings(talk).map(({ verdict }) => verdict);
const elsewhere = (rateOf: RateOf, isQuick: boolean) =>
  findingsOf({ talk: results(rateOf), others: results(rateOf, 0.005, plan(isQuick).others) }).slice(TALK_FINDINGS);

it('the acceptances of the talk', () => {
  const rate = (name: string, blocks: number) => {
    if (blocks > 0) return 0.6 + 0.06 * blocks;
    if (name.startsWith('linear')) return name.includes('4') ? 0.22 : 0.65;
    return name.includes('nodal') ? 0.9 : 0.86;
  };
  const talk = results(rate);
  // One block is no better than the linear model with all shells.
  expect(verdicts(talk)).toEqual(['holds', 'holds in part', 'holds', 'does not hold']);
  expect(findings(talk)[1].found).toContain('0.660(5) (transformer, 6 shells, 1 block) to 0.780(5)');
  expect(findings(talk)[0].found).toContain('0.660(5), 0.720(5), 0.780(5)');
  const outcome = { talk, others: [] };
  expect(figuresOf(outcome, plan(true)).map(({ name }) => name)).toEqual(['blocks', 'prediction', 'temperature']);
  expect(tablesOf(outcome)[0].rows.length).toBe(1 + talk.length);
});

it('blocks that do not help, and a linear model that is as good', () => {
  const flat = results(
    (name, blocks) => (blocks > 0 || name.startsWith('linear, a') ? 0.7 : name.startsWith('linear') ? 0.2 : 0.71),
    0.02,
  );
  const ahead = results((name, blocks) => (blocks > 0 ? 0.7 + 0.01 * blocks : name.startsWith('linear') ? 0.6 : 0.9));
  expect(verdicts(ahead)[1]).toBe('holds');
  expect(verdicts(flat)).toEqual(['undecided', 'holds in part', 'holds', 'undecided']);
  const falling = results((_, blocks) => 0.9 - 0.1 * blocks);
  expect(verdicts(falling)[0]).toBe('does not hold');
});

it('away from the point of the talk', () => {
  const found = (rateOf: RateOf) => elsewhere(rateOf, true);
  const verdict = (rateOf: RateOf) => found(rateOf).map(({ verdict }) => verdict);
  expect(verdict((_, blocks) => (blocks > 0 ? 0.9 : 0.8))).toEqual(['holds']);
  expect(verdict((_, blocks, temperature) => (blocks > 0 && temperature > 0.1 ? 0.9 : 0.8))).toEqual(['holds in part']);
  expect(verdict((_, blocks) => (blocks > 0 ? 0.8 : 0.9))).toEqual(['does not hold']);
  expect(verdict(() => 0.9)).toEqual(['undecided']);
  expect(found(() => 0.9)[0].found).toContain(
    '6 × 6, T = 0.1: linear, all shells 0.900(5), transformer, 6 shells, 1 block 0.900(5), nodal',
  );
});

it('the transformer of the paper and the best of all transformers are judged apart', () => {
  const rate = (name: string, blocks: number) => (blocks > 0 ? 0.8 : name.startsWith('transformer') ? 0.95 : 0.9);
  const [paper, best] = elsewhere(rate, false);
  expect([paper.verdict, best.verdict]).toEqual(['does not hold', 'holds']);
  expect(paper.claim).toContain('of the paper’s form');
  expect(best.found).toContain('8 × 8, T = 0.05: transformer, all shells, cross readout, 2 blocks, by 0.050(7)');
});
