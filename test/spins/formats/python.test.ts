/** Arrays that go to NumPy and back, by the Python of Debian. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLattice } from '../../../src/lattice/create.ts';
import { npyHeader } from '../../../src/spins/formats/npy.ts';
import { parseNpySpins } from '../../../src/spins/formats/npy-spins.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';

const PYTHON = '/usr/bin/python3';
const hasNumpy = spawnSync(PYTHON, ['-c', 'import numpy']).status === 0;

/** Saves what it reads in the ways that people save spins. */
const SCRIPT = `
import numpy, sys
folder = sys.argv[1]
spins = numpy.load(folder + "/ours.npy")
assert spins.dtype == numpy.float64 and spins.shape == (2, 12, 3)
numpy.save(folder + "/same.npy", spins)
numpy.save(folder + "/fortran.npy", numpy.asfortranarray(spins))
numpy.save(folder + "/big.npy", spins.astype(">f8"))
numpy.save(folder + "/cells.npy", spins.reshape(2, 3, 4, 3))
numpy.save(folder + "/rows.npy", spins[0].T)
numpy.save(folder + "/single.npy", spins.astype("float32"))
print(spins.tobytes().hex())
`;

it.skipIf(!hasNumpy)(`NumPy reads and writes the same${hasNumpy ? '' : ' (skipped: no NumPy here)'}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'spinformer-npy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lattice = createLattice({ kind: 'square', size: [4, 3] });
  const spins = [1, 2].map((seed) => namedConfiguration('random', lattice, { seed }));
  const bytes = spins.map(({ buffer }) => Buffer.from(buffer));
  writeFileSync(join(folder, 'ours.npy'), Buffer.concat([npyHeader([2, 12, 3]), ...bytes]));
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', SCRIPT, folder], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(Buffer.concat(bytes).toString('hex'));
  const read = (name: string, normalise = false) =>
    parseNpySpins(readFileSync(join(folder, name)), name, { lattice, normalise, normaliseName: '--normalise' });
  for (const name of ['same.npy', 'fortran.npy', 'big.npy', 'cells.npy']) expect(read(name), name).toEqual(spins);
  expect(read('rows.npy')).toEqual([spins[0]]);
  const [single] = read('single.npy', true);
  expect(Math.max(...single.map((value, k) => Math.abs(value - spins[0][k])))).toBeLessThan(1e-7);
});
