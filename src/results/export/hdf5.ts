/**
 * HDF5, by the library of the HDF Group in WebAssembly.
 *
 * - `/`: attributes `spec`, the resolved spec in TOML, and `version`.
 * - `/observables/NAME`: the estimate in attributes, as `report --json` names them, with formula, normalisation and reference; of structure factors
 *   the wave numbers too; the group has the name of the `largestStructureFactor` as an attribute. `mean` and `error` are NaN where there is not enough data.
 * - `/lattice`: of every site its Cartesian `positions` (sites, dimension) in lattice constants, its unit cell in `cells` and its number in that cell in `basis`;
 *   attributes `primitiveVectors` and `reciprocalVectors`, a_i·b_j = 2πδ_ij, a row each.
 * - `/chain-001/series/NAME`: a number per sample; the first `warm_up` of them, an attribute, belong to the warm-up.
 * - of a tempered run all of this for each temperature, in `/T=0.05`, …
 * - `/chain-001/configurations`: (configurations, sites, 3), and the sample that each was taken after, from 0, in `/chain-001/configuration_samples`.
 * - `/chain-001/levels`: (samples, 2N), ascending, of runs that keep them; with `/chain-001/classical_energies`, E_cl of the same samples, and their numbers in `/chain-001/level_samples`.
 */
import type { Dataset, Group } from 'h5wasm/node';
import { presentCount } from '../../lattice/disorder/occupation.ts';
import type { Realisation } from '../../lattice/disorder/realisation.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { cellOf } from '../../lattice/sites.ts';
import { unitCell } from '../../lattice/unit-cell.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { chainName, type Run, readConfigurations, readLevels, resolvedText } from '../../store/store.ts';
import { type RunData, readRunData, rungReaders, withData } from '../summary/run-data.ts';
import { summaryOf } from '../summary/summary.ts';
import { type Description, descriptions } from './source.ts';

// Loaded as a statement, as other optional packages are: a bundle would have an import loaded with the program.
const { File, ready } = await import('h5wasm/node');

/** Levels in a chunk, about: small ones cost more than they hold. */
const CHUNK = 4096;

/** Loads the library; the function that it gives makes a file, and `fill` writes to it. */
export async function hdf5Writer(): Promise<(path: string, fill: (root: Group) => void) => void> {
  const library = await ready;
  // It would continue after errors, and silently leave half a file on a full disk.
  library.activate_throwing_error_handler();
  return (path, fill) =>
    withCodes(() => {
      const file = new File(path, 'w');
      fill(file);
      file.close();
    });
}

/** Writes all of a run, into the file or a group of it. */
export function writeRunData(root: Group, run: Run): void {
  setAttributes(root, { spec: resolvedText(run), version: run.version });
  const rungs = rungReaders(run);
  if (rungs.length === 0)
    withData(
      () => readRunData(run),
      (data) => writeData(root, data),
    );
  for (const open of rungs)
    withData(open, (data) => writeData(root.create_group(`T=${data.spec.model.temperature}`), data));
}

function writeData(file: Group, data: RunData): void {
  const { run } = data;
  const summary = summaryOf(data);
  const described = descriptions(run);
  writeLattice(file.create_group('lattice'), data.parameters.lattice);
  const estimates = file.create_group('observables');
  if (summary.largestStructureFactor)
    setAttributes(estimates, { largestStructureFactor: summary.largestStructureFactor.name });
  for (const [name, estimate] of Object.entries(summary.observables)) {
    const group = estimates.create_group(name);
    setAttributes(group, { ...numbersOf(estimate), ...described[name] });
    if (summary.waveNumbers[name]) setWaveNumbers(group, summary.waveNumbers[name]);
  }
  writeChains(file, data, described);
}

function numbersOf({ kind, ...numbers }: Estimate): Readonly<Record<string, number>> {
  return kind === 'insufficient' ? { mean: NaN, error: NaN, ...numbers } : { ...numbers };
}

function setWaveNumbers(group: Group, waveNumbers: readonly (readonly number[])[]): void {
  group.create_attribute('waveNumbers', Int32Array.from(waveNumbers.flat()), [
    waveNumbers.length,
    waveNumbers[0].length,
  ]);
}

function writeLattice(group: Group, lattice: Lattice): void {
  const { siteCount, dimension, positions, basisCount } = lattice;
  const { primitiveVectors, reciprocalVectors } = unitCell(lattice);
  const sites = Array.from({ length: siteCount }, (_, site) => site);
  const cells = Int32Array.from(sites.flatMap((site) => cellOf(lattice, site)));
  const shape = [siteCount, dimension];
  group.create_dataset({ name: 'positions', data: positions, shape });
  group.create_dataset({ name: 'cells', data: cells, shape });
  group.create_dataset({ name: 'basis', data: Int32Array.from(sites, (site) => site % basisCount) });
  if (lattice.realisation) writeRealisation(group.create_group('disorder'), lattice.realisation);
  for (const [name, vectors] of Object.entries({ primitiveVectors, reciprocalVectors }))
    group.create_attribute(name, Float64Array.from(vectors.flat()), [dimension, dimension]);
}

/** Site by site: 1 where there is a site, 1 where there is a spin, ε_i, and what is added to J. */
function writeRealisation(group: Group, { isPresent, hasSpin, potential, coupling }: Realisation): void {
  group.create_dataset({ name: 'present', data: Int32Array.from(isPresent) });
  group.create_dataset({ name: 'has_spin', data: Int32Array.from(hasSpin) });
  group.create_dataset({ name: 'potential', data: potential });
  group.create_dataset({ name: 'coupling', data: coupling });
}

function writeChains(file: Group, data: RunData, described: Readonly<Record<string, Description>>): void {
  const { run, spec } = data;
  const { siteCount } = data.parameters.lattice;
  const { names, lengths, read } = data.series;
  const attributes = { warm_up: Int32Array.of(spec.sampling.warmUp) };
  for (const index of lengths.keys()) {
    const group = file.create_group(chainName(index + 1));
    const series = group.create_group('series');
    for (const [k, name] of names.entries())
      setAttributes(series.create_dataset({ name, data: read(index, k) }), { ...attributes, ...described[name] });
    setAttributes(writeConfigurations(group, run, index + 1, siteCount), attributes);
    if (spec.sampling.levels)
      setAttributes(writeLevels(group, run, index + 1, presentCount(data.parameters.lattice)), attributes);
  }
}

/** One at a time: a chunk for each. */
function writeConfigurations(group: Group, run: Run, chain: number, siteCount: number): Dataset {
  const samples: number[] = [];
  const configurations = group.create_dataset({
    name: 'configurations',
    data: new Float64Array(0),
    shape: [0, siteCount, 3],
    maxshape: [null, siteCount, 3],
    chunks: [1, siteCount, 3],
  });
  for (const { sample, spins } of readConfigurations(run, chain)) {
    const end = samples.push(sample);
    configurations.resize([end, siteCount, 3]);
    configurations.write_slice([[end - 1, end], [], []], spins);
  }
  group.create_dataset({ name: 'configuration_samples', data: Int32Array.from(samples) });
  return configurations;
}

/** A spectrum at a time. */
function writeLevels(group: Group, run: Run, chain: number, siteCount: number): Dataset {
  const samples: number[] = [];
  const energies: number[] = [];
  const count = 2 * siteCount;
  const levels = group.create_dataset({
    name: 'levels',
    data: new Float64Array(0),
    shape: [0, count],
    maxshape: [null, count],
    chunks: [Math.ceil(CHUNK / count), count],
  });
  for (const { sample, values } of readLevels(run, chain)) {
    const end = samples.push(sample);
    energies.push(values[0]);
    levels.resize([end, count]);
    levels.write_slice([[end - 1, end], []], values.subarray(1));
  }
  group.create_dataset({ name: 'level_samples', data: Int32Array.from(samples) });
  group.create_dataset({ name: 'classical_energies', data: Float64Array.from(energies) });
  return levels;
}

/** Columns by name, as long as each other. */
export type TableColumns = Readonly<Record<string, Float64Array | readonly string[]>>;

/** A dataset for each column: doubles, or texts of variable length. */
export function writeColumns(group: Group, columns: TableColumns): void {
  for (const [name, column] of Object.entries(columns)) {
    const shape = [column.length];
    if (column instanceof Float64Array) group.create_dataset({ name, data: column, shape });
    else group.create_dataset({ name, data: [...column], shape, dtype: 'S' });
  }
}

/** Attributes of a group or a dataset; whole numbers come as Int32Array. */
export function setAttributes(
  target: Group | Dataset,
  values: Readonly<Record<string, string | number | Int32Array>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') target.create_attribute(name, value);
    else target.create_attribute(name, typeof value === 'number' ? Float64Array.of(value) : value, []);
  }
}

/** Codes of Node for what the library reports in words. */
const CODES: readonly (readonly [words: string, code: string])[] = [
  ['No space left on device', 'ENOSPC'],
  ['File too large', 'EFBIG'],
  ['Quota exceeded', 'EDQUOT'],
  ['Disk quota exceeded', 'EDQUOT'],
  ['Input/output error', 'EIO'],
];

function withCodes(action: () => void): void {
  try {
    action();
  } catch (error) {
    const [, code] = CODES.find(([words]) => String(error).includes(`error message = '${words}'`)) ?? [];
    throw code ? Object.assign(new Error('HDF5', { cause: error }), { code }) : error;
  }
}
