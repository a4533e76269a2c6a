/** Proposals of different lengths: the task on a small lattice, and what follows from its numbers. */
import { expect, it } from 'vitest';
import { localProposals } from '../../claims/analysis/local-proposals.ts';
import { proposalLength as target } from '../../claims/proposal-length/target.ts';
import {
  type ProposalLength,
  type ProposalLengthResult,
  proposalLength,
} from '../../claims/workshop/tasks/proposal-length.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { linearModel } from '../sampling/models.ts';
import { largestPull, runAndCompare } from '../sampling/pulls.ts';
import { twoSites } from '../sampling/systems.ts';
import { cannedWorkshop } from './canned.ts';

it('proposes exactly, one step at a time', () => {
  const system = twoSites(20);
  const { lattice, temperature } = system.model.parameters;
  const kernel = localProposals(linearModel(lattice, [-0.04]), temperature, 1);
  const { pulls, record } = runAndCompare(selfLearningSampler(system.model, kernel), system, {
    seed: 1,
    warmUp: 100,
    samples: 20000,
  });
  expect(largestPull(pulls)).toBeLessThan(4);
  expect(pulls[0].relativeError).toBeLessThan(0.02);
  expect(record.totals.innerAccepted / record.totals.innerProposed).toBeLessThan(0.9);
});

it('is accepted more often where it hardly moves, and is worth less', () => {
  const [short, long] = proposalLength({
    spec: {
      lattice: { size: [4, 4] },
      model: { temperature: 0.1 },
      effective: { kind: 'linear', shells: 2 },
      training: { exactEvaluations: 60 },
      sampling: { proposal: 'decorrelated' },
    },
    plans: [1, 10].map((sweeps) => ({ kind: 'local', sweeps })),
    proposals: 8000,
  });
  const sigmas = (a: ProposalLengthResult, b: ProposalLengthResult, key: keyof ProposalLengthResult) =>
    (a[key].value - b[key].value) / Math.hypot(a[key].error, b[key].error);
  expect(sigmas(short, long, 'acceptance')).toBeGreaterThan(3);
  expect(sigmas(long, short, 'efficiency')).toBeGreaterThan(3);
});

/** A workshop in which the acceptance falls to `last` with the length, and the efficiency rises. */
const workshop = (last: number) =>
  cannedWorkshop({
    'proposal-length': ({ plans }: ProposalLength): ProposalLengthResult[] =>
      plans.map((_, k) => {
        const share = k / (plans.length - 1);
        const error = 0.004;
        return {
          acceptance: { value: 0.42 + share * (last - 0.42), error },
          efficiency: { value: 0.2 + share * (0.42 - last), error },
        };
      }),
  });

it('finds what the numbers say', async () => {
  const { findings, tables, figures } = await target.reproduce(workshop(0.23));
  expect(findings.map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'holds']);
  expect(findings[0].found).toContain('linear, 4 shells: 0.420(4) with 1 and 0.230(4) with 40 local sweeps');
  expect(findings[2].found).toContain('1.83(4) times as often. From 40 sweeps on');
  expect(tables.map(({ rows }) => rows.length)).toEqual([8, 8, 8, 7]);
  expect(figures.map(({ spec }) => spec.series.length)).toEqual([4, 4]);
});

it('does not find it where the numbers say otherwise', async () => {
  const verdicts = async (last: number) =>
    (await target.reproduce(workshop(last))).findings.map(({ verdict }) => verdict);
  expect(await verdicts(0.5)).toEqual(['does not hold', 'does not hold', 'does not hold']);
  expect(await verdicts(0.421)).toEqual(['undecided', 'undecided', 'does not hold']);
  expect(await verdicts(0.254)).toEqual(['holds', 'holds', 'holds in part']);
});
