/** The WebAssembly kernels of a network: its tables and arrays in memory, and the record of kernels/attention/network.ts. */
import { createWorkspace } from '../../wasm/workspace.ts';
import type { AttentionKernels, Network } from './network.ts';
import { parameterCount } from './parameters.ts';
import { rowPairs } from './row-pairs.ts';

const EMPTY = new Int32Array(0);
/** Fields of the record: 9 counts, 21 addresses. */
const RECORD = 30;

export function wasmAttention(network: Network): AttentionKernels {
  const { neighbours, scale, waves } = network;
  const window = network.window && rowPairs(network.window);
  const { kernels, views } = createWorkspace({
    record: new Int32Array(RECORD),
    rowStart: neighbours.start,
    neighbour: neighbours.entry,
    windowStart: window?.start ?? EMPTY,
    windowSite: window?.entry ?? EMPTY,
    waves: waves?.table ?? 0,
    opposites: waves?.opposites ?? EMPTY,
    ...arrayLengths(network),
  });
  const { record, ...tables } = views;
  const addresses = Object.entries(tables).map(([name, { byteOffset }]) =>
    !window && name.startsWith('window') ? 0 : byteOffset,
  );
  record.set([...counts(network), ...addresses]);
  const { parameters, gradient, spins, force, features } = views;
  return {
    parameters,
    gradient,
    spins,
    force,
    energy: () => kernels.attentionEnergy(record.byteOffset, scale),
    energyAndForce: () => kernels.attentionForce(record.byteOffset, scale),
    energyAndGradient: () => kernels.attentionGradient(record.byteOffset, scale),
    shellSum(shell, out) {
      const from = shell * fieldLength(network);
      for (let c = 0; c < out.length; c++) out[c] = features[from + 4 * Math.floor(c / 3) + (c % 3)];
    },
  };
}

const rowCount = ({ siteCount }: Network) => 2 * Math.ceil(siteCount / 2);

function counts(network: Network): number[] {
  const { siteCount, shellCount, smearedCount, blockCount, crossReadout } = network;
  const [lx, ly, lz] = network.waves?.lengths ?? [0, 0, 0];
  return [siteCount, rowCount(network), shellCount + 1, smearedCount + 1, blockCount, crossReadout ? 1 : 0, lx, ly, lz];
}

/** Numbers of a field, a cache line more than its vectors take: see `fieldStride` of the kernels. */
const fieldLength = ({ siteCount }: Network) => 4 * siteCount + 8;

/** The lengths of the arrays, in the order of the record. */
function arrayLengths(network: Network) {
  const { siteCount, shellCount, smearedCount, blockCount } = network;
  const field = fieldLength(network);
  const rows = 3 * rowCount(network);
  return {
    parameters: parameterCount(network),
    gradient: parameterCount(network),
    spins: 3 * siteCount,
    force: 3 * siteCount,
    features: (blockCount + 1) * (shellCount + 1) * field,
    queries: blockCount * rows,
    keys: blockCount * 6 * siteCount,
    inverseLengths: blockCount * siteCount,
    adjoints: (blockCount + 1) * field,
    rows,
    adjointRows: rows,
    adjointLanes: 12 * siteCount,
    adjointProjections: 3 * field,
    combined: (smearedCount + 1) * field,
    waveFields: network.waves ? 8 * siteCount : 0,
  };
}
