/** The numbers of a sample, as they are stored. */
import type { Measurement, SpinFermionModel } from '../exact/model.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { evaluateAll } from '../observables/family.ts';
import type { Observable } from '../observables/observable.ts';
import type { ChainState } from '../sampling/interfaces/sampler.ts';
import type { SymmetryMoves } from '../sampling/moves/symmetry-moves.ts';
import { sameSpins } from '../spins/same-spins.ts';
import { unmeasured } from './unmeasured.ts';

/** Columns of the store besides the observables. */
export const LOG_RATIO = 'logRatio';
export const LOG_IMPORTANCE = 'logImportance';
/** Prefix of the columns that tell about the electrons in samples in which they are not measured; their numbers are those of the shifts, from 1. */
export const LOG_DETERMINANT = 'logDeterminant_';

/** What samples are measured by. */
export interface SampleMeasure {
  readonly model: SpinFermionModel;
  readonly observables: readonly Observable[];
  readonly moves: SymmetryMoves | undefined;
  /** Electrons are measured in every so-many-th sample. */
  readonly every: number;
}

/** The names of the entries of a row: log-determinants where there are samples without a measurement. */
export function namesOfRow({ model, observables, every }: SampleMeasure): string[] {
  const determinants = every > 1 ? model.shifts.length : 0;
  return [
    ...observables.map(({ name }) => name),
    LOG_RATIO,
    LOG_IMPORTANCE,
    ...Array.from({ length: determinants }, (_, j) => `${LOG_DETERMINANT}${j + 1}`),
  ];
}

/** The columns that are NaN in samples in which the electrons are not measured; they are the same for all configurations. */
export function electronColumns({ model, observables }: SampleMeasure): number[] {
  const { lattice, temperature } = model.parameters;
  const spins = Float64Array.from({ length: 3 * lattice.siteCount }, (_, k) => (k % 3 === 2 ? 1 : 0));
  const row = new Float64Array(observables.length);
  evaluateAll(observables)(spins, unmeasured({ spins, logWeight: 0, logImportance: 0 }, temperature), row);
  return [...row.keys()].filter((column) => Number.isNaN(row[column]));
}

/** Writes samples into one row, which each of them overwrites. */
export interface SampleWriter {
  readonly row: Float64Array;
  /** The configuration to which the row belongs: a symmetric copy of the state, where the spec wants that. */
  readonly configuration: Float64Array;
  write(state: ChainState, random: RandomStream, logRatio: number, isMeasured: boolean): void;
}

export function sampleWriter(measure: SampleMeasure, columns: number, spins: Float64Array): SampleWriter {
  const { model, observables, moves, every } = measure;
  const row = new Float64Array(columns);
  const evaluate = evaluateAll(observables);
  const averages = measuredOnce(model);
  const configuration = moves ? new Float64Array(spins.length) : spins;
  const determinants = every > 1 ? determinantsOnce(model) : undefined;
  return {
    row,
    configuration,
    write(state, random, logRatio, isMeasured) {
      determinants?.(state, row.subarray(observables.length + 2));
      const here = isMeasured ? averages(state) : unmeasured(state, model.parameters.temperature);
      const measurement = moves ? moves.draw(state.spins, random, configuration)(here) : here;
      evaluate(configuration, measurement, row);
      row[observables.length] = logRatio;
      row[observables.length + 1] = state.logImportance;
    },
  };
}

/**
 * The averages over the electrons. Where the chain stays, so do they; but only with log W to the last bit, which they contain: a chain that was interrupted
 * computes them again from its checkpoint, and must get the same.
 */
function measuredOnce(model: SpinFermionModel): (state: ChainState) => Measurement {
  let known: { readonly spins: Float64Array; readonly measurement: Measurement } | undefined;
  return ({ spins, logWeight }) => {
    if (!known || known.measurement.logWeight !== logWeight || !sameSpins(known.spins, spins))
      known = { spins: spins.slice(), measurement: model.measure(spins, logWeight) };
    return known.measurement;
  };
}

/** Writes log |det| per site; where the chain stays, they are written already. */
function determinantsOnce(model: SpinFermionModel): (state: ChainState, out: Float64Array) => void {
  const { siteCount } = model.parameters.lattice;
  const last = new Float64Array(3 * siteCount).fill(Number.NaN);
  return ({ spins }, out) => {
    if (sameSpins(last, spins)) return;
    last.set(spins);
    const logDeterminants = model.logDeterminants(spins);
    for (let j = 0; j < out.length; j++) out[j] = logDeterminants[j] / siteCount;
  };
}
