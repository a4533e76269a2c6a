/** Flows whose parameters are so large that floating-point numbers cannot undo them: an error, never a wrong weight. */
import { describe, expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { transportedAnnealing } from '../../src/sampling/annealing/transported-annealing.ts';
import { flowKernel } from '../../src/sampling/inner/flow-kernel.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { transportedKernel } from '../../src/sampling/inner/transported-kernel.ts';
import type { Proposer } from '../../src/sampling/interfaces/reversible-kernel.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { linearBase, randomFlow } from './flows.ts';
import { linearlyLearned } from './learned.ts';
import { linearAnnealing } from './samplers.ts';
import { fourByFour } from './systems.ts';

const system = fourByFour(0.1);
const { lattice, temperature } = system.model.parameters;
const inner = heatBathKernel(linearlyLearned(system, 'linear'), temperature);

/** By the standard deviation of the parameters of a flow. */
const PROPOSERS: Readonly<Record<string, (scale: number) => Proposer>> = {
  'a flow': (scale) => flowKernel(randomFlow(lattice, scale)),
  'after an inner chain': (scale) => transportedKernel(inner, randomFlow(lattice, scale, linearBase(system))),
  'after an annealing': (scale) =>
    transportedAnnealing(linearAnnealing(system), randomFlow(lattice, scale, linearBase(system))),
};

/** Proposals one after the other. */
function propose(proposer: Proposer, count: number): void {
  const spins = namedConfiguration('random', lattice, { seed: 1 });
  const random = philoxStream(2, 1);
  for (let k = 0; k < count; k++) proposer.advance(spins, random);
}

describe.each(Object.keys(PROPOSERS))('%s', (name) => {
  it.each([10, 1e3, 1e8, 1e150, Number.POSITIVE_INFINITY, Number.NaN])(
    'is refused with parameters of size %s',
    (scale) => {
      expect(() => propose(PROPOSERS[name](scale), 100)).toThrow(
        /^flow: expected the same log q by the way there and back/,
      );
    },
  );

  it('proposes with the usual ones', () => propose(PROPOSERS[name](0.5), 1000));
});
