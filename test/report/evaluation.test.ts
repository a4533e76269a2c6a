import { expect, it } from 'vitest';
import { type Evaluation, evaluate } from '../../src/evaluate/evaluate.ts';
import { withNames } from '../../src/evaluate/variational-comparison.ts';
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

it('compares states with what each of them needs, and says where their direction matters', () => {
  const lattice = createLattice({ kind: 'triangular', size: [6, 6] });
  const names = ['ferromagnet', 'stripe', '120-degree'] as const;
  const configurations = names.map((name) => namedConfiguration(name, lattice));
  const textOf = (terms: Partial<ModelParameters>, filling?: number) => {
    const model = createModel({ lattice, coupling: 3, chemicalPotential: -2, temperature: 0.1, ...terms });
    const evaluation = evaluate(model, configurations, { spectrum: false });
    const compared = withNames(evaluation, names, { filling, siteCount: lattice.siteCount });
    const options = { forces: false, bounds: model.measurementErrors, filling };
    return { compared, text: evaluationText(compared, model.parameters, options) };
  };
  const { compared, text } = textOf({ biquadratic: [0.1] });
  const [, heading, ...rows] = /\n(from the lowest up.*)\n(.*)\n(.*)\n(.*)\n$/.exec(text) ?? [];
  expect(heading).toMatch(/F per site +above the lowest +electrons per site$/);
  for (const [k, { name, density }] of (compared.comparison?.ranking ?? []).entries()) {
    expect(rows[k]).toMatch(new RegExp(`^${name} .* ${density.toFixed(6)}\\d*$`));
    expect(density).toBe(compared.configurations.find((one) => one.name === name)?.density);
  }
  expect(textOf({}, 1).text).toMatch(/\nfrom the lowest up +F \+ μN per site +above the lowest +μ\n/);
  const words = (terms: string) =>
    `\n\nStates stand as they are named, the ferromagnet along z: with ${terms} their energies depend on that.\n`;
  expect(textOf({ field: [0.1, 0, 0], singleIon: 0.1 }).text).toContain(words('field, single_ion'));
  expect(textOf({ dzyaloshinskiiMoriya: [0.1] }).text).toContain(words('dzyaloshinskii_moriya'));
});
