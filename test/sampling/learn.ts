/** Writes the weights of test/fixtures/learned-models.json: `node test/sampling/learn.ts`, about a minute. */
import { writeFileSync } from 'node:fs';
import { createEffectiveModel } from '../../src/effective/create.ts';
import { growTransformer } from '../../src/effective/grow.ts';
import type { EffectiveModel } from '../../src/effective/model.ts';
import { effectiveHmc } from '../../src/sampling/inner/effective-hmc.ts';
import type { Propose } from '../../src/training/loop/generation.ts';
import { selfLearn } from '../../src/training/loop/self-learning.ts';
import { choiceFor, hasNodalModel, type LearnedKind } from './learned.ts';
import { SYSTEMS, type System } from './systems.ts';

/** Exact evaluations. */
const BUDGET = 400;

/** Proposals by long trajectories: this is done once. */
const propose: Propose = (model, temperature, spins, random) => {
  const proposal = spins.slice();
  effectiveHmc(model, temperature, { trajectories: 5, steps: 12, stepSize: 0.15 }).advance(proposal, random);
  return proposal;
};

function learn(system: System, kind: LearnedKind): readonly number[] {
  const { parameters } = system.model;
  const choice = choiceFor(kind, system);
  const grow = (smaller: EffectiveModel, random: Parameters<typeof growTransformer>[2]) =>
    growTransformer(parameters, smaller, random);
  const grows = kind === 'transformer';
  const { model, fitted } = selfLearn({
    exact: system.model,
    model: createEffectiveModel(parameters, grows ? { ...choice, blocks: 0 } : choice),
    growth: grows ? [grow] : [],
    propose,
    budget: BUDGET,
    seed: 1,
  });
  console.log(`${system.name}: ${kind}, ${model.parameters.length} parameters, ${JSON.stringify(fitted)}`);
  return Array.from(model.parameters, (value) => Number(value.toPrecision(5)));
}

const kindsOf = (system: System): LearnedKind[] => [
  'linear',
  'rough',
  'transformer',
  ...(hasNodalModel(system) ? ['nodal' as const] : []),
];
const weights = Object.fromEntries(
  SYSTEMS.map((system) => [
    system.name,
    Object.fromEntries(kindsOf(system).map((kind) => [kind, learn(system, kind)])),
  ]),
);
const about = 'node test/sampling/learn.ts: self-learning from random spins, 400 exact evaluations each, 5 digits kept';
writeFileSync(
  new URL('../fixtures/learned-models.json', import.meta.url),
  `${JSON.stringify({ about, weights }, undefined, 1)}\n`,
);
