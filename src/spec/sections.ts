/** Every key of a spec, declared once: kind of value, default and documentation. Names are the library's; TOML writes them in snake_case. */
import type { z } from 'zod';
import { EFFECTIVE_KINDS } from '../effective/create.ts';
import { COMPARISON_DEFAULTS as COMPARISON, EFFECTIVE_DEFAULTS } from '../effective/defaults.ts';
import { DM_DIRECTIONS } from '../exact/classical/terms/dzyaloshinskii-moriya.ts';
import { MODEL_DEFAULTS } from '../exact/defaults.ts';
import { POTENTIAL_KINDS } from '../lattice/disorder/disorder.ts';
import { LATTICE_KINDS } from '../lattice/kinds/index.ts';
import { OWN } from '../lattice/own/faults.ts';
import { FAMILY_NAMES } from '../observables/families.ts';
import { METHOD_NAMES, METHODS } from '../sampling/samplers/methods.ts';
import { FLOW_EVALUATIONS } from '../training/flow/flow-plan.ts';
import {
  choice,
  count,
  countFromZero,
  direction,
  either,
  fillingNumber,
  flag,
  integer,
  type Kind,
  listOf,
  number,
  numberFromZero,
  perDirection,
  positiveNumber,
  probability,
  sizes,
  tables,
  text,
  vector,
} from './kinds.ts';
import { ladder } from './ladder.ts';
import { startKind } from './start.ts';

export interface Parameter<Schema extends z.ZodType = z.ZodType> extends Kind<Schema> {
  readonly description: string;
  /** The default: a value, or words for one that follows from other keys. */
  readonly absent: { readonly value: unknown } | { readonly words: string };
}

export function required<Schema extends z.ZodType>(kind: Kind<Schema>, description: string) {
  return { ...kind, description, absent: { words: 'required' } };
}

export function preset<Schema extends z.ZodType>(kind: Kind<Schema>, value: z.input<Schema>, description: string) {
  const schema = kind.schema.prefault(value as z.core.util.NoUndefined<z.input<Schema>>);
  return { ...kind, schema, description, absent: { value } };
}

function derived<Schema extends z.ZodType>(kind: Kind<Schema>, words: string, description: string) {
  return { ...kind, schema: kind.schema.optional(), description, absent: { words } };
}

const boundaries = perDirection(choice('periodic', 'open'), 'a list of "periodic" or "open", one per direction');
const counts = perDirection(count, 'a list of whole numbers, one per direction');
const byShell = listOf(number, 'a list of numbers, one per neighbour shell');
const turns = perDirection(number, 'a list of numbers, one per direction');
const latticeKinds = choice(...LATTICE_KINDS, OWN);
const points = listOf(listOf(number, 'a list of numbers'), 'a list of lists of numbers');
const ownBonds = tables(
  {
    from: countFromZero.schema,
    to: countFromZero.schema,
    cell: listOf(integer, 'a list of whole numbers').schema,
    hopping: number.schema,
    phase: number.schema.optional(),
  },
  'a list of tables [[lattice.bonds]]',
);
const effectiveKinds = choice(...EFFECTIVE_KINDS);
const effectiveChoice = choice(...EFFECTIVE_KINDS, 'auto');
const channelWords = `${COMPARISON.convolution.channels}, or ${COMPARISON.plainCnn.channels} without symmetry`;
const dmDirections = choice(...DM_DIRECTIONS);
const potentialKinds = choice(...POTENTIAL_KINDS);
const samplers = choice(...METHOD_NAMES);
const familyWords = `electrons, magnetization, correlations, chirality, structure-factor; with a field "field"; with an axis (single_ion, exchange_axial) "magnetization-components" and "structure-factor-components"; with Dzyaloshinskii–Moriya terms "vector-chirality"`;
const annealers = METHODS.filter(({ anneals }) => anneals)
  .map(({ name }) => `"${name}"`)
  .join(', ');
const flowing = METHODS.filter(({ flows }) => flows)
  .map(({ name }) => `\`sampling.method = "${name}"\``)
  .join(' or ');
const independent = METHODS.flatMap((method) => {
  if (method.independent) return [`"${method.name}"`];
  const flowing = method.learns ? method.onUniformSpins : undefined;
  return flowing?.independent ? [`"${method.name}" by a flow of uniform spins`] : [];
}).join(' and ');
const samplerWords = METHODS.map(({ name, words }) => `${JSON.stringify(name)}: ${words}`).join('; ');

/** The warm-up of independent samples, where a spec says nothing. */
export const INDEPENDENT_WARM_UP = 50;

export const sections = {
  lattice: {
    kind: preset(latticeKinds, 'square', 'Bravais lattice and its basis'),
    size: required(
      sizes(counts),
      'unit cells per direction; or, as rows, the supercell vectors of a tilted cluster in units of primitive vectors',
    ),
    boundary: derived(boundaries, 'all periodic', 'how each direction ends'),
    twist: derived(turns, 'all 0', 'phase across a periodic boundary, in units of 2π'),
    file: derived(
      text,
      'none',
      'TOML or JSON file with `primitive_vectors`, `basis` and `bonds` of a lattice of your own, found from where the spec is; a run keeps what it says',
    ),
    primitiveVectors: derived(points, 'those of the kind', 'of kind "own": the primitive vectors, Cartesian'),
    basis: derived(
      points,
      'that of the kind',
      'of kind "own": the sites of a cell in units of primitive vectors, fractions with denominators up to 24',
    ),
    bonds: derived(
      ownBonds,
      'the hopping by shell of `model.hopping`',
      'of kind "own": hopping bond by bond, −t e^{2πi phase} from site `from` to site `to` of the cell that is `cell` away',
    ),
  },
  model: {
    hopping: preset(byShell, [...MODEL_DEFAULTS.hopping], 't_s: hopping by neighbour shell'),
    flux: derived(
      number,
      'none',
      'flux per elementary plaquette of a planar lattice, in units of 2π (of kind "own": per unit cell); a whole number of quanta has to go through a periodic lattice',
    ),
    coupling: preset(number, MODEL_DEFAULTS.coupling, 'J of (J/2) S·σ'),
    chemicalPotential: derived(
      number,
      `\`${MODEL_DEFAULTS.chemicalPotential}\`, or found by the program where \`filling\` is given`,
      'μ',
    ),
    filling: derived(
      fillingNumber,
      'what follows from `chemical_potential`',
      'electrons per site, instead of `chemical_potential`: 1 is half filling, 2 a full band; `evaluate` finds μ for every configuration, `run` before it learns or measures anything',
    ),
    temperature: preset(
      numberFromZero,
      MODEL_DEFAULTS.temperature,
      'T, with k_B = 1; 0 is the ground state of the electrons',
    ),
    exchange: preset(byShell, [...MODEL_DEFAULTS.exchange], 'J_s: classical exchange Σ J_s S_i·S_j by neighbour shell'),
    field: preset(vector, [...MODEL_DEFAULTS.field], 'h: Zeeman field on the spins, −h·Σ S_i'),
    axis: derived(
      direction,
      '`[0, 0, 1]`',
      'n: the axis of `exchange_axial` and `single_ion`, and without a field that of components along and across, of any length',
    ),
    exchangeAxial: derived(byShell, '`[]`', 'K_s: axial exchange Σ K_s (S_i·n)(S_j·n) by neighbour shell'),
    singleIon: derived(number, '`0`', 'A: single-ion anisotropy −A Σ (S_i·n)²; A > 0 makes n an easy axis'),
    biquadratic: derived(byShell, '`[]`', 'B_s: biquadratic exchange Σ B_s (S_i·S_j)² by neighbour shell'),
    dzyaloshinskiiMoriya: derived(
      byShell,
      '`[]`',
      'D_s: Dzyaloshinskii–Moriya energy Σ D_s d_ij·(S_i × S_j) by neighbour shell, each bond once',
    ),
    dmDirection: derived(
      dmDirections,
      `\`${JSON.stringify(MODEL_DEFAULTS.dmDirection)}\``,
      'd_ij of a bond, where e is the unit vector from i to j. "bulk": e; "interfacial": z × e; "z": along z',
    ),
    tolerance: derived(
      positiveNumber,
      '1e-6 for sampling, 1e-8 for evaluating configurations',
      'absolute bound on the error of log W',
    ),
  },
  disorder: {
    vacancies: derived(probability, '`0`', 'probability that a site is absent, with its spin and its bonds'),
    missingSpins: derived(
      probability,
      '`0`',
      'probability that a site that is there has no spin; electrons hop over it',
    ),
    potential: derived(numberFromZero, '`0`', 'full width W of energies ε_i of the electrons, site by site'),
    potentialKind: derived(potentialKinds, '`"box"`', '"box": ε_i uniform in [−W/2, W/2]; "binary": ±W/2'),
    hopping: derived(
      numberFromZero,
      '`0`',
      'full width of what is added to t of every bond that has one, uniform about 0',
    ),
    coupling: derived(numberFromZero, '`0`', 'full width of what is added to J of every site, uniform about 0'),
    seed: derived(
      countFromZero,
      '`1`',
      'which realisation: vacancies, spins, potential, couplings and hopping have random numbers of their own; a sweep over it averages over realisations; random numbers of chains depend on it too',
    ),
  },
  effective: {
    kind: preset(
      either(effectiveChoice, listOf(effectiveKinds, 'a list of these but "auto", summed')),
      EFFECTIVE_DEFAULTS.kind,
      'learned energy; "auto": model and sampler that give the most for what they cost, found by trying',
    ),
    blocks: preset(count, EFFECTIVE_DEFAULTS.blocks, 'attention blocks'),
    shells: preset(
      either(choice('all'), count),
      EFFECTIVE_DEFAULTS.shells,
      `neighbour shells that are smeared and summed; "all" of local models: ${COMPARISON.convolution.shells} (convolution), ${COMPARISON.plainCnn.shells} (plain-cnn)`,
    ),
    smeared: derived(
      count,
      'all of `shells`',
      'transformer: shells that blocks are smeared over; the last block is read out with all',
    ),
    crossReadout: preset(
      flag,
      EFFECTIVE_DEFAULTS.crossReadout,
      'transformer: read out every block with the last, not the last alone',
    ),
    normalised: preset(
      flag,
      EFFECTIVE_DEFAULTS.normalised,
      'transformer: attention sum divided by N, so that weights suit other sizes',
    ),
    window: derived(count, 'the whole lattice', 'transformer: shells within which sites attend to each other'),
    layers: derived(
      count,
      `${COMPARISON.layers}`,
      'comparison models (convolution, plain-cnn, standard-attention): layers',
    ),
    channels: derived(count, channelWords, 'comparison models: fields in each layer'),
  },
  training: {
    method: preset(choice('levenberg-marquardt', 'adamw'), 'levenberg-marquardt', 'optimiser'),
    exactEvaluations: preset(count, 2000, 'exact weights the training may compute'),
  },
  flow: {
    base: derived(
      choice('none', 'uniform', 'learned'),
      `\`"uniform"\` with ${flowing}, else \`"none"\``,
      'what the flow makes spins of. "uniform": uniform spins, so that weights are absolute; "learned": spins of the learned model of `[effective]`, of which it corrects what that has got wrong; "none": there is no flow',
    ),
    layers: derived(
      count,
      'one round: a layer for each colour, on uniform spins but the first',
      'layers, each of which moves the spins of one colour on conditions that others set',
    ),
    colours: derived(
      choice('sites', 'sublattices'),
      '`"sites"`',
      'what moves together. "sites": every site by itself, from coarse to fine; "sublattices": the two sublattices, or as few colours as nearest neighbours take that differ',
    ),
    map: derived(
      choice('spline', 'fisher'),
      '`"spline"`',
      'how a spin moves: by the map of von Mises and Fisher alone ("fisher"), or after a rational-quadratic spline',
    ),
    conditioner: derived(
      choice('attention', 'shells'),
      '`"attention"`',
      'what makes the vector that a spin turns about: attention to the other spins, or their sums by shell alone',
    ),
    shells: derived(either(choice('all'), count), '`"all"`', 'neighbour shells that spins are summed over'),
    exactEvaluations: derived(
      count,
      `\`${FLOW_EVALUATIONS}\``,
      'exact weights that the training of the flow may compute, those of held-out configurations included',
    ),
  },
  sampling: {
    method: preset(samplers, 'self-learning', `Markov kernel. ${samplerWords}`),
    chains: preset(count, 4, 'independent chains'),
    samples: preset(count, 20000, 'samples kept per chain'),
    warmUp: preset(
      countFromZero,
      500,
      `samples per chain before those; step sizes adapt and nothing is measured. ${INDEPENDENT_WARM_UP} where left out and samples are independent, of ${independent}: there they only tune step sizes`,
    ),
    proposal: preset(
      choice('efficient', 'decorrelated'),
      'efficient',
      'inner chain of learned models: the one with the most effective samples for its cost, or one long enough for decorrelated proposals',
    ),
    annealingLevels: derived(
      count,
      'found by trials',
      `levels between spins at random and the learned energy, of the methods that anneal: ${annealers}`,
    ),
    electronsEvery: preset(
      either(choice('auto'), count),
      'auto',
      'averages over the electrons are measured in every so-many-th sample; "auto": as often as it costs little beside the step, and at least in every 12th at half filling, every 3rd elsewhere',
    ),
    levels: preset(
      flag,
      false,
      'keep all levels of about every 2τ-th sample: curves in T and μ between the points of a study',
    ),
    symmetryMoves: preset(
      flag,
      true,
      'measure a random symmetric copy of every sample, by the exact symmetries that the model has',
    ),
    start: preset(
      startKind,
      'hot-and-cold',
      'where chains begin: "hot" (random spins), "cold" (Néel state or ferromagnet), "hot-and-cold" (alternately, which tells whether a run still depends on its start), a named configuration as "120-degree" or "skyrmion-crystal:6", or a file of spins as for `evaluate --spins`, of which the last configurations are taken, one for each chain',
    ),
    normaliseStart: preset(flag, false, 'scale the spins of a file in `start` to length 1, as float32 numbers need it'),
    seed: preset(countFromZero, 2023, 'seed of all random numbers'),
  },
  observables: {
    families: derived(
      listOf(choice(...FAMILY_NAMES), `a list out of ${FAMILY_NAMES.map((name) => JSON.stringify(name)).join(', ')}`),
      familyWords,
      'what is measured',
    ),
  },
  tempering: {
    temperatures: derived(
      ladder,
      'no tempering',
      'ladder of a replica at each temperature, which exchange their configurations; ascending, instead of `model.temperature`',
    ),
    exchangeEvery: preset(count, 1, 'steps from one round of exchanges to the next'),
  },
} as const;

/** The other contents of the resolved.toml of a run. It is a record and no choice: reading the file as a spec passes over it. */
export const provenance = {
  section: 'run',
  keys: ['version', 'machine', 'planned_samples', 'start_checksum'],
} as const;

export type Sections = typeof sections;
/** The sections of a spec. */
export type SectionName = keyof Sections;
export const sectionNames = Object.keys(sections) as SectionName[];

type Shape<Name extends SectionName> = { readonly [Key in keyof Sections[Name]]: SchemaOf<Sections[Name][Key]> };
type SchemaOf<P> = P extends { readonly schema: infer Schema extends z.ZodType } ? Schema : never;

/** A section as the library takes it: keys with defaults may be left out. */
export type SectionInput<Name extends SectionName> = z.input<z.ZodObject<Shape<Name>>>;
/** A section with its defaults filled in. */
export type SectionValues<Name extends SectionName> = z.output<z.ZodObject<Shape<Name>>>;

/** The parameters of a section by name, for code that walks over all of them. */
export function parametersOf(name: SectionName): [string, Parameter][] {
  return Object.entries<Parameter>(sections[name]);
}
