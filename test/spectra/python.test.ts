/** Conductivities and spectral functions as NumPy has them, from the Hamiltonian written out. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { denseHamiltonian } from '../../src/exact/dense/hamiltonian.ts';
import { hoppingMatrix } from '../../src/exact/hopping.ts';
import { velocityMatrices } from '../../src/spectra/velocity.ts';
import { volumeOf } from '../../src/spectra/volume.ts';
import { evenly, parametersOf, someSpins, spectraOf } from './systems.ts';

/** A(k, ω) from resolvents, σ(ω) and σ_xy from sums over all pairs of levels. */
const SCRIPT = `
import json, sys
import numpy as np
q = json.load(sys.stdin)
matrix = lambda m: np.array(m["real"]).reshape(q["n"], q["n"]) + 1j * np.array(m["imaginary"]).reshape(q["n"], q["n"])
H, V, eta, T, mu, volume = matrix(q["H"]), [matrix(v) for v in q["V"]], q["eta"], q["T"], q["mu"], q["volume"]
E, X = np.linalg.eigh(H)
f = 1 / (1 + np.exp((E - mu) / T))
gap = E[None, :] - E[:, None]
np.fill_diagonal(gap, 1)
slope = (f[:, None] - f[None, :]) / gap
np.fill_diagonal(slope, f * (1 - f) / T)
np.fill_diagonal(gap, 0)
v = [X.conj().T @ one @ X for one in V]
line = lambda x: eta / np.pi / (x * x + eta * eta)
sigma = [sum(np.pi / volume * np.sum(slope * abs(one) ** 2 * line(w - gap)) for one in v) / len(v) for w in q["light"]]
np.fill_diagonal(gap, np.inf)
hall = 2j * np.pi / volume * np.sum((f[:, None] - f[None, :]) * v[0] * v[1].T / gap ** 2) if len(v) == 2 else 0
r = np.array(q["positions"]).reshape(-1, len(q["k"]))
wave = np.exp(1j * r @ np.array(q["k"])) / np.sqrt(len(r))
states = [np.kron(wave, spin) for spin in ([1, 0], [0, 1])]
green = [np.linalg.inv((w + 1j * eta) * np.eye(q["n"]) - H) for w in q["energies"]]
spectral = [-np.imag(sum(s.conj() @ G @ s for s in states)) / np.pi / 2 for G in green]
density = [-np.imag(np.trace(G)) / np.pi / len(r) for G in green]
print(json.dumps({"sigma": sigma, "hall": [hall.real, hall.imag] if hall else [0, 0], "spectral": spectral, "density": density}))
`;

const PYTHON = '/usr/bin/python3';
const hasNumpy = spawnSync(PYTHON, ['-c', 'import numpy']).status === 0;

it.skipIf(!hasNumpy).each([
  { kind: 'square', size: [4, 4], twist: [0.1, 0.2] },
  { kind: 'triangular', size: [4, 3], twist: [0.3, 0] },
  { kind: 'cubic', size: [2, 2, 3], twist: [0.1, 0, 0.2] },
])(`NumPy has the same for $kind $size${hasNumpy ? '' : ' (skipped: no NumPy here)'}`, (spec) => {
  const parameters = parametersOf(spec, { hopping: [1, 0.3] });
  const { lattice, coupling, temperature, chemicalPotential } = parameters;
  const spins = someSpins(parameters);
  const energies = { frequencies: evenly(-6, 6, 25), broadening: 0.15 };
  const light = { frequencies: evenly(0, 6, 13), broadening: 0.15 };
  // Wave vector 0, shifted by the twist.
  const momentum = twistShift(spec.twist, lattice.spec.size, lattice.primitiveVectors);
  const ours = spectraOf(parameters, spins, { energies, light, momenta: [momentum] });
  const question = {
    n: 2 * lattice.siteCount,
    H: plain(denseHamiltonian(hoppingMatrix(lattice, parameters.hopping), coupling, spins)),
    V: velocityMatrices(lattice, parameters.hopping).map((velocity) => plain(dense(velocity, lattice.siteCount))),
    eta: 0.15,
    T: temperature,
    mu: chemicalPotential,
    volume: volumeOf(lattice),
    energies: [...energies.frequencies],
    light: [...light.frequencies],
    k: momentum,
    positions: [...lattice.positions],
  };
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', SCRIPT], { input: JSON.stringify(question), encoding: 'utf8' });
  expect(stderr).toBe('');
  const theirs = JSON.parse(stdout);
  expectClose(ours.densityOfStates, theirs.density);
  expectClose(ours.spectralFunction[0], theirs.spectral);
  expectClose(ours.conductivities?.opticalConductivity, theirs.sigma);
  if (lattice.dimension === 2) expect(ours.conductivities?.hallConductivity).toBeCloseTo(theirs.hall[0], 9);
});

function expectClose(ours: Float64Array | undefined, theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  ours?.forEach((value, k) => {
    expect(value).toBeCloseTo(theirs[k], 10);
  });
}

/** Σ_d τ_d b_d/L_d, from a_d·k = 2π τ_d/L_d by Cramer's rule of a triangular set of primitive vectors. */
function twistShift(
  twist: readonly number[],
  size: readonly number[],
  vectors: readonly (readonly number[])[],
): number[] {
  const k: number[] = [];
  vectors.forEach((vector, d) => {
    const known = k.reduce((sum, value, c) => sum + value * vector[c], 0);
    k.push(((2 * Math.PI * twist[d]) / size[d] - known) / vector[d]);
  });
  return k;
}

function dense({ row, column, real, imaginary }: ReturnType<typeof velocityMatrices>[number], siteCount: number) {
  const n = 2 * siteCount;
  const matrix = { real: new Float64Array(n * n), imaginary: new Float64Array(n * n) };
  row.forEach((i, e) => {
    for (const spin of [0, 1]) {
      matrix.real[(2 * i + spin) * n + 2 * column[e] + spin] += real[e];
      matrix.imaginary[(2 * i + spin) * n + 2 * column[e] + spin] += imaginary[e];
    }
  });
  return matrix;
}

const plain = ({ real, imaginary }: { real: Float64Array; imaginary: Float64Array }) => ({
  real: [...real],
  imaginary: [...imaginary],
});
