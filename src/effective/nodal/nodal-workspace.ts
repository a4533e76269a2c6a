/** What the steps of an evaluation share: the space, arrays and kernels, and tables in their memory. */
import type { Arithmetic } from '../../exact/factor/problem.ts';
import type { LogCoshExpansion } from '../../numeric/rational/log-cosh.ts';
import type { Engine } from '../../wasm/engine.ts';
import { type Lengths, lengths, type NodalArrays } from './arrays.ts';
import type { NodalKernels } from './kernels.ts';
import { createNodal } from './nodal-engines.ts';
import type { Packing } from './packing.ts';
import type { NodalSpace } from './space.ts';
import {
  type Propagators,
  placedPropagators,
  placedStages,
  propagatorBlocks,
  type Stages,
  stageBlocks,
  type Tables,
} from './tables.ts';

export interface Workspace {
  readonly space: NodalSpace;
  readonly packing: Packing;
  readonly arithmetic: Arithmetic;
  readonly expansion: LogCoshExpansion;
  readonly kernels: NodalKernels<Lengths>;
  readonly arrays: NodalArrays;
  /** The transforms of the space. */
  readonly electrons: Stages;
  readonly spins: Stages;
  readonly propagators: Propagators;
}

/** On two sublattices that propagators lead across, all H have levels in pairs ±E: then blocks can be made real quaternions. */
export const arithmeticOf = ({ partner }: Packing): Arithmetic =>
  partner.length === 2 && partner[0] === 1 ? 'quaternion' : 'complex';

export function workspaceOf(space: NodalSpace, expansion: LogCoshExpansion, engine: Engine): Workspace {
  const { packing, electrons, spins } = space;
  const arithmetic = arithmeticOf(packing);
  const kernels = createNodal(engine, {
    ...lengths(packing, arithmetic, expansion),
    ...stageBlocks('electrons', electrons),
    ...stageBlocks('spins', spins),
    ...propagatorBlocks(packing),
  });
  // Names of tables are made up, and no type can tell them from those of arrays.
  const tables = kernels.arrays as unknown as Tables;
  return {
    space,
    packing,
    arithmetic,
    expansion,
    kernels: kernels as unknown as NodalKernels<Lengths>,
    arrays: kernels.arrays as unknown as NodalArrays,
    electrons: placedStages(tables, 'electrons', electrons),
    spins: placedStages(tables, 'spins', spins),
    propagators: placedPropagators(tables),
  };
}
