/** Pictures of the examples that are evaluated, and of single configurations: their spins, or their levels. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { figureSvg } from '../../src/report/figures/figure.ts';
import { spinsSvg } from '../../src/report/figures/spins.ts';
import { modelParameters } from '../../src/spec/model-parameters.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { withStandIn } from '../../src/spec/stand-in.ts';
import { type ConfigurationName, namedConfiguration } from '../../src/spins/named.ts';
import { latticesBeside } from '../../src/store/lattice-files.ts';
import { parseJsonSpins } from '../../src/store/spins/json-spins.ts';
import { GAP, SIZE } from './size.ts';

export const configurationPictures: Readonly<Record<string, () => string>> = {
  dice: levelsOfDice,
  'evaluate-6x6': levelsOfNeel,
  haldane: levelsOfHaldane,
  'kondo-6x6': tiltedSpin,
  'open-honeycomb': ribbon,
  'own-kagome': ownKagome,
  'tilted-square': tiltedSquare,
  'triangular-states': energiesOfStates,
  'twisted-chain': levelsByTwist,
  library: randomSpins,
};

const textOf = (file: string): string => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

function parametersOf(example: string, changes: readonly string[] = []): ModelParameters {
  const file = `${example}.toml`;
  return modelParameters(withStandIn(parseSpec(textOf(file), file, changes, latticesBeside(examples + file))));
}

function ribbon(): string {
  const { lattice } = parametersOf('open-honeycomb');
  return spinsSvg({ lattice, spins: namedConfiguration('neel', lattice), width: SIZE.width });
}

/** Pixels of 6 × 6 sites: less than a figure, since there is less to see. */
const SMALL = 340;

function tiltedSquare(): string {
  const { lattice } = parametersOf('tilted-square');
  return spinsSvg({ lattice, spins: namedConfiguration('neel', lattice), width: SMALL });
}

function ownKagome(): string {
  const { lattice } = parametersOf('own-kagome');
  return spinsSvg({ lattice, spins: namedConfiguration('random', lattice, { seed: 1 }), width: SMALL });
}

/** With all spins parallel the bands of the Haldane model appear twice, J apart. */
function levelsOfHaldane(): string {
  return ferromagneticLevels('haldane', "the gap of Haldane's model, for each spin");
}

function levelsOfDice(): string {
  return ferromagneticLevels('dice', 'a flat band of a third of the levels, for each spin');
}

function ferromagneticLevels(example: string, words: string): string {
  const parameters = parametersOf(example, ['lattice.size=[12,12]']);
  const levels = createModel(parameters).spectrum(namedConfiguration('ferromagnet', parameters.lattice));
  return figureSvg({
    ...SIZE,
    x: { label: 'number of the level' },
    y: { label: 'level E_n', unit: 't' },
    series: [{ name: 'E_n', points: Array.from(levels, (y, x) => ({ x, y })), shape: 'points' }],
    caption: `Levels of the ferromagnet on 12 × 12 cells, J = ${parameters.coupling}: ${words}.`,
  });
}

function randomSpins(): string {
  const lattice = createLattice({ kind: 'square', size: [6, 6] });
  return spinsSvg({ lattice, spins: namedConfiguration('random', lattice, { seed: 1 }), width: SMALL });
}

function tiltedSpin(): string {
  const { lattice } = parametersOf('kondo-6x6');
  const file = 'kondo-6x6-spins.json';
  const [spins] = parseJsonSpins(textOf(file), file, { lattice, normalise: false, normaliseName: '--normalise' });
  return spinsSvg({ lattice, spins, width: SMALL });
}

function levelsOfNeel(): string {
  const parameters = parametersOf('evaluate-6x6');
  const levels = createModel(parameters).spectrum(namedConfiguration('neel', parameters.lattice));
  return figureSvg({
    ...SIZE,
    x: { label: 'number of the level' },
    y: { label: 'level E_n', unit: 't' },
    series: [{ name: 'E_n', points: Array.from(levels, (y, x) => ({ x, y })), shape: 'points' }],
    references: [{ axis: 'y', value: parameters.chemicalPotential, label: 'μ' }],
    caption: 'The 72 levels of the Néel state on 6 × 6 sites, J = 1: in pairs ±E, with a gap of J between them.',
  });
}

const STATES = ['ferromagnet', '120-degree', 'stripe'] as const;
const COUPLINGS = [1, 2, 3, 4, 5, 6, 7, 8];

function energiesOfStates(): string {
  const energies = (state: ConfigurationName) => COUPLINGS.map((coupling) => filledEnergy(state, coupling));
  const lowest = energies('tetrahedral');
  return figureSvg({
    ...SIZE,
    x: { label: 'coupling J', unit: 't' },
    y: { label: 'energy per site above the tetrahedral state', unit: 't' },
    series: STATES.map((name) => {
      const points = energies(name).map((energy, k) => ({ x: COUPLINGS[k], y: energy - lowest[k] }));
      return { name, points, shape: 'line' } as const;
    }),
    references: [{ axis: 'x', value: 2, label: 'the example' }],
    caption:
      'Energies of ordered states on 12 × 12 sites of the triangular lattice with one electron for every two sites.',
  });
}

/** Energy per site at T = 0. */
function filledEnergy(state: ConfigurationName, coupling: number): number {
  const parameters = parametersOf('triangular-states', [`model.coupling=${coupling}`]);
  const { siteCount } = parameters.lattice;
  const levels = createModel(parameters).spectrum(namedConfiguration(state, parameters.lattice));
  return levels.subarray(0, siteCount / 2).reduce((sum, level) => sum + level / siteCount, 0);
}

/** Twists from 0 to 1 in so many steps. */
const STEPS = 32;

function levelsByTwist(): string {
  const twists = Array.from({ length: STEPS + 1 }, (_, k) => k / STEPS);
  const levels = twists.map(levelsAt);
  const points = [...levels[0].keys()].flatMap((n) => [...twists.map((x, k) => ({ x, y: levels[k][n] })), GAP]);
  return figureSvg({
    ...SIZE,
    x: { label: 'twist, in flux quanta' },
    y: { label: 'level E_n', unit: 't' },
    series: [{ name: 'E_n', points, shape: 'line' }],
    references: [{ axis: 'x', value: 0.25, label: 'the example' }],
    caption: 'Levels of a spiral of spins on a ring of 12 sites, J = 2.',
  });
}

function levelsAt(twist: number): Float64Array {
  const parameters = parametersOf('twisted-chain', [`lattice.twist=[${twist}]`]);
  return createModel(parameters).spectrum(namedConfiguration('spiral', parameters.lattice));
}
