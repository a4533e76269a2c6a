/** A model in words. */
import { MODEL_DEFAULTS } from '../exact/defaults.ts';
import type { ModelParameters } from '../exact/model.ts';
import { transposed } from '../lattice/integer.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { OWN } from '../lattice/own/faults.ts';
import { count } from '../words/count.ts';
import { upperBound } from './digits.ts';
import { disorderWords } from './disorder-words.ts';

/** A lattice in words: `square lattice 6 × 6, periodic, 36 sites`, with its disorder. */
export function latticeWords(lattice: Lattice): string {
  const { spec, infinite, siteCount } = lattice;
  const size = sizeWords(spec, infinite);
  const perfect = `${kindWords(spec.kind, infinite)} ${size}, ${boundaryWords(spec)}, ${count(siteCount, 'site')}`;
  return [perfect, ...disorderWords(lattice)].join(', ');
}

/** The kind in words; of a lattice of your own the vectors, which tell it from others: `own lattice (3 sites a cell of (1, 0) (0.5, 0.866025))`. */
function kindWords(kind: string, infinite: Lattice['infinite']): string {
  if (kind !== OWN) return `${kind} lattice`;
  const { given, basis, primitiveVectors } = infinite;
  const vectors = (given?.infinite.primitiveVectors ?? primitiveVectors).map(
    (vector) => `(${vector.map((value) => Number(value.toFixed(6))).join(', ')})`,
  );
  return `own lattice (${count(basis.length, 'site')} a cell of ${vectors.join(' ')})`;
}

/** The size in words; of a tilted cluster also the directions of the grid by which wave vectors are numbered. */
function sizeWords({ size, supercell }: Lattice['spec'], infinite: Lattice['infinite']): string {
  const grid = size.join(' × ');
  if (!infinite.given) return grid;
  const listed = (rows: readonly (readonly number[])[], glue: string) =>
    rows.map((row) => `(${row.join(', ')})`).join(glue);
  const directions = transposed(infinite.given.fromGrid);
  return `${supercell ? `${listed(supercell, ' × ')}, a grid of ` : ''}${grid} along ${listed(directions, ', ')}`;
}

/** The boundaries of a lattice: `periodic`, or of each direction where they differ. */
export function boundaryWords({ boundary, twist }: Lattice['spec']): string {
  const ends = boundary.map((end, d) => (twist[d] === 0 ? end : `twisted by ${twist[d]}·2π`));
  return ends.every((end) => end === ends[0]) ? ends[0] : ends.join(' / ');
}

/**
 * Parameters in words: `t = 1, J = 1, μ = 0, T = 0.05`, with the terms of the spins' own energy where there are any. `filling`: what is given instead of μ. `leftOut`: keys
 * of a spec that are not to be told.
 */
export function parameterWords(
  parameters: ModelParameters,
  { filling, leftOut = [] }: { readonly filling?: number | undefined; readonly leftOut?: readonly string[] } = {},
): string {
  const { lattice, hopping, flux = 0, coupling, chemicalPotential, temperature, exchange, field } = parameters;
  const { axis, exchangeAxial = [], singleIon = 0, biquadratic = [], dzyaloshinskiiMoriya = [] } = parameters;
  const isAxial = singleIon !== 0 || exchangeAxial.some((value) => value !== 0);
  const isChiral = dzyaloshinskiiMoriya.some((value) => value !== 0);
  const parts = {
    'model.hopping': hoppingWords(lattice, hopping),
    'model.flux': flux === 0 ? [] : [`flux ${flux}·2π per plaquette`],
    'model.coupling': [`J = ${coupling}`],
    'model.chemical_potential': [filling === undefined ? `μ = ${chemicalPotential}` : `n = ${filling}`],
    'model.temperature': [`T = ${temperature}`],
    'model.exchange': byShell('J', exchange),
    'model.field': field.some((component) => component !== 0) ? [`h = (${field.join(', ')})`] : [],
    'model.exchange_axial': byShell('K', exchangeAxial),
    'model.single_ion': singleIon === 0 ? [] : [`A = ${singleIon}`],
    'model.axis': isAxial && axis ? [`n along (${axis.join(', ')})`] : [],
    'model.biquadratic': byShell('B', biquadratic),
    'model.dzyaloshinskii_moriya': byShell('D', dzyaloshinskiiMoriya),
    'model.dm_direction': isChiral ? [`d ${DM_WORDS[parameters.dmDirection ?? MODEL_DEFAULTS.dmDirection]}`] : [],
  };
  const told = Object.entries(parts).filter(([key]) => !leftOut.includes(key));
  return told.flatMap(([, words]) => words).join(', ');
}

/** Hopping by shell, and that of bonds which the lattice lists itself. */
function hoppingWords({ spec: { bonds } }: Lattice, hopping: readonly number[]): string[] {
  if (bonds) return [`hopping along ${count(bonds.length, 'bond')} a cell`, ...byShell('t', hopping)];
  return hopping.every((value) => value === 0) ? ['t = 0'] : byShell('t', hopping);
}

/** The bound in words: `|error of log W| ≤ 3.6e-11`, or of F at T = 0, where there is no log W; and whether the tolerance is out of reach. */
export function boundWords(errorBound: number, { temperature, tolerance }: ModelParameters): string {
  const bound = `|error of ${temperature === 0 ? 'F' : 'log W'}| ≤ ${upperBound(errorBound)}`;
  const missed = temperature > 0 && errorBound > tolerance;
  return missed ? `${bound}: rounding does not allow the tolerance ${tolerance}` : bound;
}

/** The vectors of Dzyaloshinskii–Moriya terms in words. */
const DM_WORDS = { bulk: 'along bonds', interfacial: 'in the plane, across bonds', z: 'along z' } as const;

const byShell = (symbol: string, values: readonly number[]): string[] =>
  values.flatMap((value, index) => (value === 0 ? [] : [`${symbol}_${index + 1} = ${value}`]));

/** Words one after the other, at most so many of them: `a b and 3 others`. */
export function listed(words: readonly string[], most: number, separator = ' '): string {
  const rest = words.length - most;
  return [words.slice(0, most).join(separator), ...(rest > 0 ? [`and ${count(rest, 'other')}`] : [])].join(' ');
}
