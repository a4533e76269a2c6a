import { expect, it } from 'vitest';
import { type Evaluation, evaluate } from '../../src/evaluate/evaluate.ts';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { evaluationText } from '../../src/report/evaluation.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const parameters: ModelParameters = {
  lattice: createLattice({ kind: 'chain', size: [2], boundary: ['open'] }),
  hopping: [1],
  coupling: 1,
  chemicalPotential: 0,
  temperature: 0.05,
  exchange: [0, 0.5],
  field: [0, 0, 0.1],
  tolerance: 1e-8,
};

const evaluation: Evaluation = {
  configurations: [
    {
      logWeight: 44.123456789012,
      freeEnergy: -2.2061728394506,
      energy: -2.1,
      density: 1,
      chemicalPotential: 0,
      forces: [
        [0, 0, 0.25],
        [-0, 1e-15, -0.25],
      ],
      spectrum: [-1.5, -0.5, 0.5, 1.5],
    },
  ],
  errorBound: 2.3e-9,
  route: 'quaternion',
  engine: 'wasm',
};

const bounds = { energy: 1e-12, density: 1e-12 };

it('aligns totals with the digits that the bound leaves, forces and levels', () => {
  expect(`\n${evaluationText(evaluation, parameters, { forces: true, bounds })}`).toBe(`
chain lattice 2, open, 2 sites
t_1 = 1, J = 1, μ = 0, T = 0.05, J_2 = 0.5, h = (0, 0, 0.1)
quaternion route, wasm kernels, |error of log W| ≤ 2.3e-9

configuration 0
                      total       per site
log W           44.12345679    22.06172839
free energy F  -2.206172839  -1.1030864197
energy U       -2.100000000   -1.050000000
electrons       2.000000000    1.000000000

site     −∂F/∂Sx     −∂F/∂Sy      −∂F/∂Sz
0     0.00000000  0.00000000   0.25000000
1     0.00000000  0.00000000  -0.25000000

level            E_n
0      -1.5000000000  -0.5000000000  0.5000000000  1.5000000000
`);
});

it('puts the learned energy below what it approximates, with as many digits', () => {
  const [configuration] = evaluation.configurations;
  const learned = { ...evaluation, configurations: [{ ...configuration, effectiveEnergy: -2.19 }] };
  expect(evaluationText(learned, parameters, { forces: false, bounds })).toContain(`
free energy F   -2.206172839  -1.1030864197
learned energy  -2.190000000  -1.0950000000
energy U`);
});

it('says at T = 0 what the bound is for, and has no log W', () => {
  const [configuration] = evaluation.configurations;
  const ground = { ...evaluation, configurations: [{ ...configuration, logWeight: Number.NaN }] };
  const text = evaluationText(ground, { ...parameters, temperature: 0 }, { forces: false, bounds });
  expect(text).toContain('|error of F| ≤ 2.3e-9');
  expect(text).toMatch(/^log W +– +–$/m);
  expect(text).toMatch(/^free energy F +-2\.20617284 +-1\.10308642$/m);
});

it('admits when rounding does not allow the tolerance', () => {
  const text = evaluationText(evaluation, { ...parameters, tolerance: 1e-10 }, { forces: false, bounds });
  expect(text).toContain('|error of log W| ≤ 2.3e-9: rounding does not allow the tolerance 1e-10\n');
});

it('shows the first digits of what only levels resolve', () => {
  const lattice = createLattice({ kind: 'square', size: [2, 2] });
  const model = createModel({ lattice, coupling: 8, chemicalPotential: -30, temperature: 0.3 });
  const evaluation = evaluate(model, [namedConfiguration('random', lattice, { seed: 3 })], { spectrum: false });
  const text = evaluationText(evaluation, model.parameters, { forces: false, bounds: model.measurementErrors });
  for (const name of ['log W', 'free energy F', 'energy U', 'electrons'])
    expect(text).toMatch(new RegExp(`^${name} +-?\\d\\.\\d{3}e-3\\d +-?\\d\\.\\d{3}e-3\\d$`, 'm'));
});
