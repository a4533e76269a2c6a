/** Metropolis moves and trajectories with the exact weight, right and wrong. */
import { fillNormal } from '../../src/numeric/normal.ts';
import type { RandomStream } from '../../src/numeric/philox.ts';
import { startAt } from '../../src/sampling/interfaces/chain-state.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { kineticEnergy } from '../../src/sampling/moves/leapfrog.ts';
import { metropolis } from '../../src/sampling/moves/metropolis.ts';
import { projectOnTangent } from '../../src/spins/tangent.ts';
import type { System } from './systems.ts';

type Draw = (random: RandomStream, out: Float64Array, offset: number) => void;

/** Metropolis with all spins drawn afresh. */
export function freshMoves({ model }: System, draw: Draw): Sampler {
  const { siteCount } = model.parameters.lattice;
  return metropolisMoves(model, (_, random, proposal) => {
    for (let site = 0; site < siteCount; site++) draw(random, proposal, 3 * site);
  });
}

/** Metropolis with the exact weight; takes proposals for symmetric where no log of the ratio of their densities is given. */
export function metropolisMoves(
  model: System['model'],
  propose: (spins: Float64Array, random: RandomStream, proposal: Float64Array) => void,
  logCorrection = () => 0,
): Sampler {
  const proposal = new Float64Array(3 * model.parameters.lattice.siteCount);
  return {
    name: 'moves',
    start: (spins) => startAt(model, spins),
    step(state, random) {
      propose(state.spins, random, proposal);
      const logWeight = model.logWeight(proposal);
      const logRatio = logWeight - state.logWeight + logCorrection();
      const accepted = metropolis(logRatio, random);
      if (accepted) {
        state.spins.set(proposal);
        state.logWeight = logWeight;
      }
      const none = { effectiveEvaluations: 0, innerProposed: 0, innerAccepted: 0 };
      return { ...none, proposed: 1, accepted: Number(accepted), exactEvaluations: 1, logRatio };
    },
    settings: () => ({}),
    restore: () => {},
  };
}

/** A direction that is uniform in the polar angle: its Jacobian sin θ is left out. */
export function uniformInAngle(random: RandomStream, out: Float64Array, offset: number): void {
  const theta = Math.PI * random.nextUniform();
  const phi = 2 * Math.PI * random.nextUniform();
  out.set([Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)], offset);
}

/** S + a u, brought back to unit length: as likely as its reverse for normal u, whose distribution is the same in all directions, not for a cube of them. */
export function perturbingMoves({ model }: System, component: (random: RandomStream) => number): Sampler {
  return metropolisMoves(model, (spins, random, proposal) => {
    for (let i = 0; i < spins.length; i += 3) {
      const moved = [0, 1, 2].map((c) => spins[i + c] + component(random));
      const length = Math.hypot(...moved);
      for (let c = 0; c < 3; c++) proposal[i + c] = moved[c] / length;
    }
  });
}

const normal = new Float64Array(1);

export function normalNumber(random: RandomStream): number {
  fillNormal(random, normal);
  return normal[0];
}

export const LONG_STEPS = { steps: 2, stepSize: 0.8, targetAcceptance: 0.7 };

/** Hybrid Monte Carlo whose drift is a straight step, brought back to the sphere: it neither keeps volumes nor retraces itself. */
export function alongTangents({ model }: System): Sampler {
  const { temperature, lattice } = model.parameters;
  const momenta = new Float64Array(3 * lattice.siteCount);
  const force = new Float64Array(3 * lattice.siteCount);
  const kick = (spins: Float64Array, time: number) => {
    model.logWeightAndForce(spins, force);
    for (let c = 0; c < momenta.length; c++) momenta[c] += (time * force[c]) / temperature;
    projectOnTangent(spins, momenta);
  };
  let kineticChange = 0;
  const trajectory = (spins: Float64Array, random: RandomStream, proposal: Float64Array) => {
    proposal.set(spins);
    fillNormal(random, momenta);
    projectOnTangent(proposal, momenta);
    const kineticBefore = kineticEnergy(momenta);
    for (let k = 0; k < LONG_STEPS.steps; k++) {
      kick(proposal, LONG_STEPS.stepSize / 2);
      straightDrift(proposal, momenta, LONG_STEPS.stepSize);
      kick(proposal, LONG_STEPS.stepSize / 2);
    }
    kineticChange = kineticEnergy(momenta) - kineticBefore;
  };
  return metropolisMoves(model, trajectory, () => -kineticChange);
}

function straightDrift(spins: Float64Array, momenta: Float64Array, time: number): void {
  for (let i = 0; i < spins.length; i += 3) {
    const moved = [0, 1, 2].map((c) => spins[i + c] + time * momenta[i + c]);
    const length = Math.hypot(...moved);
    for (let c = 0; c < 3; c++) spins[i + c] = moved[c] / length;
  }
}
