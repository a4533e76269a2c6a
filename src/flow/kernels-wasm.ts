/** The WebAssembly kernels of a flow: its tables and arrays in memory, and the record of kernels/flow/flow.ts. */
import { createWorkspace } from '../wasm/workspace.ts';
import type { FieldKind } from './fields.ts';
import type { FlowKernels } from './kernels.ts';
import type { FlowTables } from './tables.ts';

const KINDS: readonly FieldKind[] = ['attention', 'shells', 'components'];
/** Fields of the record: 6 counts, 30 addresses. */
const RECORD = 36;
/** Numbers of what is left of one moved spin, beside those per shell and per parameter of the map. */
const MOVE = 16;

export function wasmFlow(tables: FlowTables): FlowKernels {
  const { kind, siteCount, shellCount, layerCount, width, splineCount, scale } = tables;
  const { reach, active, seen, joined, left, counts, totals } = tables;
  const { kernels, views } = createWorkspace({
    record: new Int32Array(RECORD),
    ...{ reachStart: reach.start, reach: reach.entry, activeStart: active.start, active: active.entry },
    ...{ seenStart: seen.start, seen: seen.entry, joinedStart: joined.start, joined: joined.entry },
    ...{ leftStart: left.start, left: left.entry, counts, totals },
    ...arrayLengths(tables),
  });
  const { record, ...addressed } = views;
  const numbers = [KINDS.indexOf(kind), siteCount, shellCount, layerCount, width, splineCount];
  record.set([...numbers, ...Object.values(addressed).map(({ byteOffset }) => byteOffset)]);
  const { parameters, gradient, spins, adjoint } = views;
  const at = record.byteOffset;
  return {
    parameters,
    gradient,
    spins,
    adjoint,
    forward: (withDerivatives) => kernels.flowForward(at, scale, Number(withDerivatives)),
    inverse: (withDerivatives) => kernels.flowInverse(at, scale, Number(withDerivatives)),
    forwardBack: (byLog, toParameters) => kernels.flowForwardBack(at, scale, byLog, Number(toParameters)),
    inverseBack: (byLog, toParameters) => kernels.flowInverseBack(at, scale, byLog, Number(toParameters)),
    forwardWithScore: () => kernels.flowForwardWithScore(at, scale),
  };
}

/** The lengths of the arrays, in the order of the record. */
function arrayLengths({ kind, siteCount, shellCount, layerCount, width, splineCount, active }: FlowTables) {
  const vectors = 3 * siteCount;
  const attends = kind === 'attention';
  const bins = Math.max(0, (splineCount - 1) / 2);
  return {
    parameters: layerCount * width,
    gradient: layerCount * width,
    spins: vectors,
    adjoint: vectors,
    sums: vectors * shellCount,
    sumAdjoints: vectors * shellCount,
    moves: active.entry.length * (MOVE + shellCount + 3 * (splineCount + 1)),
    keyValues: attends ? 2 * vectors * layerCount : 0,
    keyValueAdjoints: 2 * vectors,
    takesPart: Math.ceil(siteCount / 8),
    pairs: 2 * (shellCount + 1),
    pairGradients: 2 * (shellCount + 1),
    heights: bins,
    below: bins + 1,
    above: bins + 1,
    values: splineCount + 1,
    valueAdjoints: splineCount + 1,
    invariantAdjoints: shellCount,
  };
}
