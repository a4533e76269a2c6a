/** The sweeps of heat-bath.ts in WebAssembly, bit-identical. */
import type { Rows } from '../../effective/shells.ts';
import type { LocalForms } from '../../exact/classical/local-forms.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { createWorkspace } from '../../wasm/workspace.ts';
import type { SweepPlan, Sweeps } from './heat-bath.ts';

/** The data of a linear model that the kernels need. */
export interface LinearCouplings {
  /** E_0, J_1, J_2, …, live. */
  readonly parameters: Float64Array;
  /** Row i n_s + s − 1: the neighbours of site i in shell s, itself left out. */
  readonly others: Rows;
  /** The spins' own energy, added to that of the model; left out where they have none. */
  readonly forms?: LocalForms;
}

/** Numbers of 8 bytes in the kernels' record of a stream: see kernels/numeric/philox.ts. */
const STREAM = 7;
const TWO_TO_32 = 4294967296;

export function wasmSweeps({ parameters, others, forms }: LinearCouplings, siteCount: number): Sweeps {
  const { kernels, views } = createWorkspace({
    record: new Int32Array(14),
    rowStart: others.start,
    neighbour: others.entry,
    sites: new Int32Array(siteCount),
    parameters: parameters.length,
    ...tablesOf(forms),
    spins: 4 * siteCount,
    stream: STREAM,
  });
  const { record, ...tables } = views;
  const kind = forms?.hasBiquadratic ? 2 : Number(forms?.isQuadratic ?? false);
  record.set([
    parameters.length - 1,
    Number(forms !== undefined),
    kind,
    ...Object.values(tables).map(({ byteOffset }) => byteOffset),
  ]);
  const key = new Uint32Array(views.stream.buffer, views.stream.byteOffset + 8, 4);
  return (spins, random, { temperature, sites, sweeps, overrelaxation, isReverse }: SweepPlan) => {
    views.parameters.set(parameters);
    views.sites.set(sites);
    widen(spins, views.spins);
    openStream(views.stream, key, random);
    kernels.heatBathSweeps(record.byteOffset, temperature, sites.length, sweeps, overrelaxation, Number(isReverse));
    narrow(views.spins, spins);
    random.position = views.stream[0];
  };
}

const NO_INTEGERS = new Int32Array(1);
const NO_NUMBERS = new Float64Array(1);

/** The tables of the spins' own energy; a number in the place of each where they have none. */
const tablesOf = (forms: LocalForms | undefined) => ({
  classicalStart: forms?.start ?? NO_INTEGERS,
  classicalNeighbour: forms?.neighbour.length ? forms.neighbour : NO_INTEGERS,
  couplings: forms?.couplings.length ? forms.couplings : NO_NUMBERS,
  field: forms?.field ?? NO_NUMBERS,
  quadratic: forms?.quadratic ?? NO_NUMBERS,
});

function openStream(stream: Float64Array, key: Uint32Array, { position, seed, stream: number }: RandomStream): void {
  stream[0] = position;
  key[0] = seed;
  key[1] = seed / TWO_TO_32;
  key[2] = number;
  key[3] = number / TWO_TO_32;
}

/** Copies x y z to x y z 0, site by site. */
function widen(spins: Float64Array, wide: Float64Array): void {
  for (let i = 0, k = 0; i < spins.length; i += 3, k += 4) {
    wide[k] = spins[i];
    wide[k + 1] = spins[i + 1];
    wide[k + 2] = spins[i + 2];
  }
}

function narrow(wide: Float64Array, spins: Float64Array): void {
  for (let i = 0, k = 0; i < spins.length; i += 3, k += 4) {
    spins[i] = wide[k];
    spins[i + 1] = wide[k + 1];
    spins[i + 2] = wide[k + 2];
  }
}
