/** HDF5 as h5py reads it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { unitCell } from '../../../src/lattice/unit-cell.ts';
import { exportRun } from '../../../src/results/export/export.ts';
import { runJson } from '../../../src/results/summary/run-json.ts';
import { summarise } from '../../../src/results/summary/summary.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { modelParameters } from '../../../src/spec/model-parameters.ts';
import { readConfigurations, readLevels, readSeries } from '../../../src/store/store.ts';
import { finishedRun } from './finished-run.ts';

/** Every dataset as [shape, type, bytes in hexadecimal], every attribute as a list or text. */
const SCRIPT = `
import h5py, json, sys
found = {}
def visit(name, item):
    attributes = {key: value if isinstance(value, str) else value.tolist() for key, value in item.attrs.items()}
    data = [item.shape, item.dtype.str, item[()].tobytes().hex()] if isinstance(item, h5py.Dataset) else None
    found[name] = {"attributes": attributes, "data": data}
with h5py.File(sys.argv[1]) as file:
    visit("/", file)
    file.visititems(visit)
print(json.dumps(found).replace("NaN", "null"))
`;

/** The Python of Debian; others seldom have h5py. */
const PYTHON = '/usr/bin/python3';
const hasH5py = spawnSync(PYTHON, ['-c', 'import h5py']).status === 0;

const bytes = (values: Float64Array | Int32Array) => Buffer.from(values.buffer).toString('hex');
const joined = (parts: readonly Float64Array[]) => Float64Array.from(parts.flatMap((part) => [...part]));

it.skipIf(!hasH5py)(`h5py finds everything to the bit${hasH5py ? '' : ' (skipped: no h5py here)'}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = finishedRun(join(folder, 'run'), ['sampling.levels=true']);
  const summary = summarise(run);
  const report = runJson(summary);
  const file = join(folder, 'export.h5');
  await exportRun('h5', file, { run });
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', SCRIPT, file], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  expect(stderr).toBe('');
  const found = JSON.parse(stdout);

  expect(found['/'].attributes).toEqual({
    spec: readFileSync(join(run.directory, 'resolved.toml'), 'utf8'),
    version: run.version,
  });
  const { names, chains } = readSeries(run);
  chains.forEach((columns, index) => {
    const folderOfChain = `chain-00${index + 1}`;
    names.forEach((name, k) => {
      const { attributes, data } = found[`${folderOfChain}/series/${name}`];
      expect(data, name).toEqual([[230], '<f8', bytes(columns[k])]);
      expect(attributes.warm_up).toBe(30);
      expect(attributes.formula).toEqual(expect.any(String));
    });
    const configurations = [...readConfigurations(run, index + 1)];
    const spins = found[`${folderOfChain}/configurations`];
    expect(spins.data).toEqual([[115, 8, 3], '<f8', bytes(joined(configurations.map((entry) => entry.spins)))]);
    expect(spins.attributes.warm_up).toBe(30);
    expect(found[`${folderOfChain}/configuration_samples`].data).toEqual([
      [115],
      '<i4',
      bytes(Int32Array.from(configurations, ({ sample }) => sample)),
    ]);
    const kept = [...readLevels(run, index + 1)];
    const levels = found[`${folderOfChain}/levels`];
    expect(levels.data).toEqual([[40, 16], '<f8', bytes(joined(kept.map(({ values }) => values.subarray(1))))]);
    expect(levels.attributes.warm_up).toBe(30);
    const [numbers, energies] = ['level_samples', 'classical_energies'].map(
      (name) => found[`${folderOfChain}/${name}`].data,
    );
    expect(numbers).toEqual([[40], '<i4', bytes(Int32Array.from(kept, ({ sample }) => sample))]);
    expect(energies).toEqual([[40], '<f8', bytes(Float64Array.from(kept, ({ values }) => values[0]))]);
  });
  const { lattice } = modelParameters(specOf(run));
  expect(found['lattice/positions'].data).toEqual([[8, 2], '<f8', bytes(lattice.positions)]);
  expect(found['lattice/cells'].data).toEqual([
    [8, 2],
    '<i4',
    bytes(Int32Array.of(0, 0, 1, 0, 0, 1, 1, 1, 0, 2, 1, 2, 0, 3, 1, 3)),
  ]);
  expect(found['lattice/basis'].data).toEqual([[8], '<i4', bytes(new Int32Array(8))]);
  const { primitiveVectors, reciprocalVectors } = unitCell(lattice);
  expect(found.lattice.attributes).toEqual({ primitiveVectors, reciprocalVectors });
  for (const [name, estimate] of Object.entries(report.observables)) {
    const { formula, normalisation, reference, waveNumbers, ...numbers } = found[`observables/${name}`].attributes;
    expect(numbers, name).toEqual(estimate);
    expect([formula, normalisation, reference].every(Boolean)).toBe(true);
    expect(waveNumbers).toEqual(summary.waveNumbers[name]);
  }
  expect(found['observables/structureFactor_0_1'].attributes.waveNumbers).toEqual([
    [0, 1],
    [0, 3],
  ]);
});
