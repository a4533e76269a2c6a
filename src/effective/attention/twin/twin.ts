/** The kernels in plain TypeScript: their operations on each number in their order, hence bit-identical. */
import type { AttentionKernels, Network } from '../network.ts';
import { couplingsAt, parameterCount, weightsAt } from '../parameters.ts';
import { inPairOrder } from '../row-pairs.ts';
import { type AdjointLanes, attend, attendAdjoint } from './attend.ts';
import { normalise, normaliseAdjoint } from './normalise.ts';
import { combine, type Projections, project, weightGradients } from './projections.ts';
import { addForms, readLayer } from './readout.ts';
import { addShells, sumShells } from './smearing.ts';
import { readByWaves } from './wave-readout.ts';

/** What the forward pass leaves for the backward pass. */
interface Layers {
  /** The spins and their shell sums for each layer 0 … L, of smeared shells alone before the last. */
  readonly features: readonly (readonly Float64Array[])[];
  /** The projections S̃_Q, S̃_K, S̃_V for each block. */
  readonly projections: readonly Projections[];
  readonly inverseLengths: readonly Float64Array[];
  /** ∂E/∂S^(l) for each layer l. */
  readonly adjoints: readonly Float64Array[];
}

interface Scratch {
  /** ΣA S̃_V, or ∂E/∂ of it. */
  readonly rows: Float64Array;
  readonly lanes: AdjointLanes;
  readonly projections: Projections;
  readonly combined: readonly Float64Array[];
}

export function typescriptAttention(given: Network): AttentionKernels {
  const network = given.window ? { ...given, window: inPairOrder(given.window) } : given;
  const layers = createLayers(network);
  const scratch = createScratch(network);
  const parameters = new Float64Array(parameterCount(network));
  const gradient = new Float64Array(parameters.length);
  const spins = new Float64Array(3 * network.siteCount);
  const force = new Float64Array(spins.length);
  const energy = () => forward(network, layers, scratch, parameters, spins, gradient);
  return {
    parameters,
    spins,
    gradient,
    force,
    energy,
    energyAndForce() {
      const value = energy();
      backward(network, layers, scratch, parameters);
      for (let c = 0; c < force.length; c++) force[c] = -layers.adjoints[0][c];
      return value;
    },
    energyAndGradient() {
      const value = energy();
      backward(network, layers, scratch, parameters, gradient);
      return value;
    },
    shellSum: (shell, out) => out.set(layers.features[0][shell]),
  };
}

function forward(
  network: Network,
  { features, projections, inverseLengths }: Layers,
  { rows }: Scratch,
  parameters: Float64Array,
  spins: Float64Array,
  gradient: Float64Array,
): number {
  features[0][0].set(spins);
  for (let block = 0; block < network.blockCount; block++) {
    sumShells(network, features[block]);
    project(features[block], parameters.subarray(weightsAt(network, block)), network.scale, projections[block]);
    attend(network, projections[block], rows);
    normalise(features[block][0], rows, inverseLengths[block], features[block + 1][0]);
  }
  const { waves } = network;
  const last = features[network.blockCount];
  sumShells(network, last);
  gradient[0] = 1;
  let energy = parameters[0] + parameters.reduce((sum, parameter) => sum + 0 * parameter, 0);
  for (const { layer, first, at } of readouts(network)) {
    const form = readLayer(features[layer], last, first, parameters.subarray(at), gradient.subarray(at));
    const isByWaves = waves !== undefined && layer === network.blockCount;
    energy += isByWaves ? readByWaves(network, waves, last[0], parameters) : form;
  }
  return energy;
}

/** The backward pass to the spins, and to the weights where there is room for their gradient. */
function backward(
  network: Network,
  { features, projections, inverseLengths, adjoints }: Layers,
  scratch: Scratch,
  parameters: Float64Array,
  gradient?: Float64Array,
): void {
  const last = network.blockCount;
  for (const adjoint of adjoints) adjoint.fill(0);
  for (const { layer, first, at } of readouts(network)) {
    const couplings = parameters.subarray(at);
    const factor = layer === last ? 1 : 0.5;
    addForms(features[last].slice(0, features[layer].length), first, couplings, factor, adjoints[layer]);
    if (layer < last) addForms(features[layer], first, couplings, factor, adjoints[last]);
  }
  for (let block = last - 1; block >= 0; block--) {
    const weights = parameters.subarray(weightsAt(network, block));
    normaliseAdjoint(features[block + 1][0], inverseLengths[block], adjoints[block + 1], scratch.rows);
    for (let c = 0; c < scratch.rows.length; c++) adjoints[block][c] += scratch.rows[c];
    attendAdjoint(network, projections[block], scratch.rows, scratch.lanes, scratch.projections);
    if (gradient) weightGradients(scratch.projections, features[block], gradient.subarray(weightsAt(network, block)));
    combine(scratch.projections, weights, scratch.combined);
    addShells(network, scratch.combined, adjoints[block]);
  }
}

/** Layers that are read out with the last one, and their couplings: where they stand, and the first that is one. */
function readouts(network: Network): { layer: number; first: number; at: number }[] {
  const { blockCount, crossReadout } = network;
  const layers = Array.from({ length: blockCount + 1 }, (_, layer) => layer).slice(crossReadout ? 0 : blockCount);
  return layers.map((layer) => ({
    layer,
    first: layer < blockCount ? 0 : 1,
    at: couplingsAt(network, layer),
  }));
}

const fieldOf = ({ siteCount }: Network) => new Float64Array(3 * siteCount);
const projectionsOf = (network: Network): Projections => [fieldOf(network), fieldOf(network), fieldOf(network)];

function createLayers(network: Network): Layers {
  const { siteCount, shellCount, smearedCount, blockCount } = network;
  const layers = Array.from({ length: blockCount + 1 });
  const blocks = Array.from({ length: blockCount });
  return {
    features: layers.map((_, layer) =>
      Array.from({ length: 1 + (layer < blockCount ? smearedCount : shellCount) }, () => fieldOf(network)),
    ),
    projections: blocks.map(() => projectionsOf(network)),
    inverseLengths: blocks.map(() => new Float64Array(siteCount)),
    adjoints: layers.map(() => fieldOf(network)),
  };
}

function createScratch(network: Network): Scratch {
  return {
    rows: fieldOf(network),
    lanes: { k: [fieldOf(network), fieldOf(network)], v: [fieldOf(network), fieldOf(network)] },
    projections: projectionsOf(network),
    combined: Array.from({ length: network.smearedCount + 1 }, () => fieldOf(network)),
  };
}
