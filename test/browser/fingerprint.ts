/** A fixed computation reduced to its bytes: it must give the same text in every engine. */
import {
  createLattice,
  createModel,
  type Engine,
  namedConfiguration,
  philoxStream,
  randomDirection,
} from '../../src/index.ts';
import { hex } from './hex.ts';

/** Models of both routes; the sizes keep the twin quick too. */
const MODELS = [
  { size: [6, 6], hopping: [1], chemicalPotential: 0 },
  { size: [5, 4], hopping: [1, -0.3], chemicalPotential: -0.7 },
];

/** Hexadecimal bytes of log W, forces, averages, levels, 1000 Philox draws and a local sweep of 100 updates. */
export function fingerprint(engine: Engine): string {
  const parts = MODELS.map((choice) => modelNumbers(choice, engine));
  return [...parts, draws(1000)].map(hex).join('\n');
}

function modelNumbers({ size, hopping, chemicalPotential }: (typeof MODELS)[number], engine: Engine): Float64Array {
  const lattice = createLattice({ kind: 'square', size });
  const fixed = { coupling: 1, temperature: 0.05, exchange: [0.02], field: [0, 0, 0.1], tolerance: 1e-8 } as const;
  const model = createModel({ lattice, hopping, chemicalPotential, ...fixed }, { engine });
  const spins = namedConfiguration('random', lattice, { seed: 7 });
  const force = new Float64Array(spins.length);
  const logWeight = model.logWeightAndForce(spins, force);
  const averages = Object.values(model.measure(spins));
  return Float64Array.of(logWeight, ...force, ...averages, ...model.spectrum(spins), ...localSweep(model, spins));
}

/** Metropolis without the exponential: every other proposal is accepted. Ends with the spins and both log weights. */
function localSweep(model: ReturnType<typeof createModel>, spins: Float64Array): number[] {
  const random = philoxStream(11, 0);
  const updater = model.localUpdater(spins);
  const order = updater.patches.flatMap((patch) => Array.from(patch));
  const spin = new Float64Array(3);
  const changes: number[] = [];
  for (let k = 0; k < 100; k++) {
    randomDirection(random, spin, 0);
    changes.push(updater.propose(order[k % order.length], spin[0], spin[1], spin[2]));
    if (k % 2 === 0) updater.accept();
  }
  return [...changes, updater.logWeight, updater.refresh(), updater.logWeight, ...updater.spins];
}

function draws(count: number): Float64Array {
  const random = philoxStream(2023, 1);
  return Float64Array.from({ length: count }, () => random.nextUniform());
}
