/** The transformer of the talk on two lattices, for us and for the rival. */
import type { EffectiveModel } from '../../effective/model.ts';
import { chosenShells, neighbourRows } from '../../effective/shells.ts';
import { initialise } from '../../effective/start.ts';
import { transformerModel } from '../../effective/transformer.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { namedConfiguration } from '../../spins/named.ts';
import type { Engine } from '../../wasm/engine.ts';
import { benchLattice } from '../model.ts';
import type { PyTorchNetwork } from './pytorch.ts';

const BLOCKS = 3;
const SHELLS = 6;
/** Standard deviation of the parameters; what they are does not change the time. */
const SPREAD = 0.1;
/** Enough that no branch or cache gets used to them. */
const CONFIGURATIONS = 64;

/** The model with random parameters, the same for both engines. */
export function benchTransformerModel(length: number, engine: Engine): EffectiveModel {
  const model = transformerModel(benchLattice(length), { kind: 'transformer', blocks: BLOCKS, shells: SHELLS }, engine);
  initialise(model, philoxStream(1, 0), SPREAD);
  return model;
}

export function benchConfigurations(length: number): Float64Array[] {
  const lattice = benchLattice(length);
  return Array.from({ length: CONFIGURATIONS }, (_, seed) => namedConfiguration('random', lattice, { seed }));
}

export function pyTorchNetwork(length: number): PyTorchNetwork {
  const { lattice, parameters } = benchTransformerModel(length, 'wasm');
  const shellCount = chosenShells(lattice, SHELLS).length;
  const { start, entry } = neighbourRows(lattice, chosenShells(lattice, SHELLS));
  const neighbours = Array.from({ length: start.length - 1 }, (_, row) =>
    Array.from(
      entry.subarray(start[row], start[row + 1]),
      (j) => [Math.floor(row / shellCount), 1 + (row % shellCount), j] as const,
    ),
  ).flat();
  const spins = benchConfigurations(length).flatMap((configuration) => Array.from(configuration));
  const shape = { siteCount: lattice.siteCount, shellCount, scale: 1 / Math.sqrt(3) };
  return { ...shape, neighbours, parameters: Array.from(parameters), spins };
}
