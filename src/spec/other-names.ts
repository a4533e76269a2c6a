/** Names of papers and of other programs, with the key that is meant here, or the sentence that there is none. */
import type { SectionName } from './sections.ts';
import { SWEEP } from './writing.ts';

/** A key under the library's name, and how its value follows from the one that was meant. */
export interface Meant {
  readonly section: SectionName;
  readonly key: string;
  /** Words that follow the key: ", which is 1/beta". */
  readonly how?: string;
  /** Whether the value is one number per direction of the lattice. */
  readonly perDirection?: boolean;
}

/** A key, or a sentence where nothing of the kind exists. */
type OtherName = Meant | string;

const model = (key: string, how?: string): Meant => ({ section: 'model', key, ...(how ? { how } : {}) });
const sampling = (key: string): Meant => ({ section: 'sampling', key });

const TEMPERATURE = model('temperature');
const INVERSE = model('temperature', 'which is 1/beta');
const HOPPING = model('hopping', 'a list by neighbour shell with H = −Σ t c†c');
const COUPLING = model('coupling', 'the J of (J/2) S·σ with |S| = 1; a J S·σ without the half is twice as much here');
const EXCHANGE = model('exchange', 'a list by neighbour shell with E = Σ J S·S, positive for antiferromagnets');
const FIELD = model('field', 'a list of 3 numbers that acts on the spins alone');
const SIZE: Meant = { section: 'lattice', key: 'size', perDirection: true };
const BOUNDARY: Meant = { section: 'lattice', key: 'boundary', how: 'a list of "periodic" or "open"' };
const KIND: Meant = { section: 'lattice', key: 'kind' };
const BUDGET: Meant = { section: 'training', key: 'exactEvaluations' };

const FILLING = model('filling', 'electrons per site: 1 is half filling, 2 a full band; instead of chemical_potential');
const ELECTRONS = model('filling', 'the number of electrons divided by that of sites; instead of chemical_potential');
const INTERACTION = 'there is no key for it: electrons interact with the spins, not with each other';
const CHOSEN = 'there is no key for it: the training chooses it itself';
const CLASSICAL =
  'there is no key for it: spins are classical unit vectors, and their length is part of coupling, exchange and field';
const SINGLE_ION = model('singleIon', 'the A of −A (S·n)², positive for an easy axis');
const MORIYA = model('dzyaloshinskiiMoriya', 'a list by neighbour shell, with the direction in dm_direction');
const AXIAL = model(
  'exchangeAxial',
  'a list by neighbour shell with E = Σ K (S·n)(S·n), besides the isotropic exchange',
);
const BIQUADRATIC = model('biquadratic', 'a list by neighbour shell with E = Σ B (S·S)²');
const SPIN_ORBIT =
  'there is no key for it: spin-orbit coupling of the electrons is not part of the model; model.dzyaloshinskii_moriya is what it does to the spins';
const DIMENSION = 'there is no key for it: the dimension is that of the lattice kind';

/** Names whose upper and lower case differ in meaning, and short names. */
const EXACT: Readonly<Record<string, OtherName>> = {
  ...all(['T', 'kT', 'kBT', 'k_B_T'], TEMPERATURE),
  ...all(['β'], INVERSE),
  ...all(['t', 't0', 't1', 't2', 't3', 'tp', "t'"], HOPPING),
  ...all(['J', 'JK', 'J_K', 'JH', 'J_H', 'Jsd', 'J_sd', 'Jpd', 'g'], COUPLING),
  ...all(['J1', 'J2', 'J3', 'J_1', 'J_2', 'J_3', 'Js', 'J_s', 'JAF', 'J_AF', 'Jex', 'J_ex'], EXCHANGE),
  ...all(['μ', 'EF', 'E_F'], model('chemicalPotential')),
  ...all(['h', 'H', 'B', 'hz', 'h_z', 'Hz', 'Bz', 'B_z'], FIELD),
  ...all(['n', 'x'], FILLING),
  ...all(['Ne', 'N_e', 'nel'], ELECTRONS),
  ...all(['U', 'V', 'W_int'], INTERACTION),
  ...all(['L', 'Lx', 'Ly', 'Lz', 'L_x', 'L_y', 'L_z', 'N', 'Ns', 'N_s', 'Nx', 'Ny', 'Nz', 'nx', 'ny', 'nz'], SIZE),
  ...all(['S', 'spin'], CLASSICAL),
  ...all(['D', 'DM', 'D_ij'], MORIYA),
  ...all(['A', 'K', 'Ku', 'K_u', 'Dz', 'D_z'], SINGLE_ION),
  ...all(['Jz', 'J_z', 'Delta'], AXIAL),
  ...all(['lr', 'eta'], CHOSEN),
  ...all(['dim', 'd'], DIMENSION),
};

/** Names that are looked up without regard to case and underscores. */
const LONG: Readonly<Record<string, OtherName>> = {
  ...all(['temp', 'ktemp'], TEMPERATURE),
  ...all(['beta', 'inversetemperature', 'invtemp', 'invtemperature'], INVERSE),
  ...all(['tprime', 'hop', 'hoppings', 'kappa', 'hoppingparameter', 'hoppingamplitude'], HOPPING),
  ...all(
    ['hund', 'hundcoupling', 'kondo', 'kondocoupling', 'jkondo', 'jhund', 'jhunds', 'exchangesplitting'],
    COUPLING,
  ),
  ...all(['jaf', 'jex', 'superexchange', 'heisenberg', 'rkky'], EXCHANGE),
  ...all(['mu', 'chempot', 'fermilevel', 'fermienergy', 'ef'], model('chemicalPotential')),
  ...all(['zeeman', 'magneticfield', 'bfield', 'hfield', 'externalfield'], FIELD),
  ...all(['density', 'doping', 'occupation', 'bandfilling'], FILLING),
  ...all(['electrons', 'nelec', 'nelectrons', 'particles'], ELECTRONS),
  ...all(['hubbard', 'hubbardu', 'interaction'], INTERACTION),
  ...all(['tol', 'eps', 'epsilon', 'precision', 'accuracy'], model('tolerance')),
  ...all(['length', 'shape', 'dims', 'sites', 'nsites', 'numsites', 'latticesize', 'cells', 'width', 'height'], SIZE),
  ...all(['bc', 'bcs', 'pbc', 'obc', 'periodic', 'open', 'boundarycondition', 'boundaryconditions'], BOUNDARY),
  ...all(['flux', 'phase', 'phases', 'twistangle'], { section: 'lattice', key: 'twist', how: 'in units of 2π' }),
  ...all(['type', 'geometry', 'lattice', 'latticetype'], KIND),
  ...all(['dimension', 'dimensions', 'ndim'], DIMENSION),
  ...all(['lambda', 'soc', 'rashba', 'spinorbit'], SPIN_ORBIT),
  ...all(['anisotropy', 'easyaxis', 'uniaxial', 'singleionanisotropy'], SINGLE_ION),
  ...all(['dmi', 'moriya', 'dzyaloshinskii', 'antisymmetricexchange'], MORIYA),
  ...all(['xxz', 'ising', 'axialexchange'], AXIAL),
  ...all(['biquad', 'jbq', 'quadrupolar'], BIQUADRATIC),
  ...all(['spinlength', 'spinsize'], CLASSICAL),
  ...all(['nsamples', 'numsamples', 'nmeas', 'nmeasurements', 'measurements', 'steps', 'nsteps'], sampling('samples')),
  ...all(['sweeps', 'nsweeps', 'mcsteps', 'mcs', 'iterations', 'niter', 'maxsteps'], sampling('samples')),
  ...all(
    ['therm', 'ntherm', 'thermalization', 'thermalisation', 'burnin', 'nburn', 'equilibration'],
    sampling('warmUp'),
  ),
  ...all(['nequil', 'nwarmup', 'warmups', 'discard', 'ndiscard', 'thermsweeps'], sampling('warmUp')),
  ...all(['nchains', 'numchains', 'walkers', 'nwalkers', 'replicas'], sampling('chains')),
  ...all(['rng', 'rngseed', 'randomseed', 'prngseed'], sampling('seed')),
  ...all(['init', 'initial', 'initialstate', 'initialconfiguration', 'initialspins', 'startfrom'], sampling('start')),
  ...all(['algorithm', 'sampler', 'update', 'updater', 'mcmethod', 'mcmc'], sampling('method')),
  ...all(['optimizer', 'optimiser', 'solver'], { section: 'training', key: 'method' }),
  ...all(['budget', 'trainingsamples', 'ntrain', 'trainingset', 'trainingdata', 'datasetsize', 'ndata'], BUDGET),
  ...all(['epochs', 'nepochs', 'learningrate', 'batchsize', 'batch', 'momentum', 'weightdecay'], CHOSEN),
  ...all(['depth', 'nblocks', 'numblocks'], { section: 'effective', key: 'blocks' }),
  ...all(['nlayers', 'numlayers'], { section: 'effective', key: 'layers' }),
  ...all(['architecture', 'network', 'effectivemodel', 'ansatz'], { section: 'effective', key: 'kind' }),
  ...all(['cutoff', 'range', 'nshells', 'numshells'], { section: 'effective', key: 'shells' }),
  ...all(
    ['threads', 'workers', 'cores', 'ncores', 'nthreads', 'processes'],
    'there is no key for it: it is the option --workers of run',
  ),
  ...all(
    ['out', 'output', 'outdir', 'directory', 'folder', 'path'],
    'there is no key for it: it is the option --out of run',
  ),
};

/** What sections are called elsewhere. */
export const OTHER_SECTIONS: Readonly<Record<string, SectionName | typeof SWEEP>> = {
  hamiltonian: 'model',
  parameters: 'model',
  physics: 'model',
  system: 'model',
  mc: 'sampling',
  mcmc: 'sampling',
  montecarlo: 'sampling',
  simulation: 'sampling',
  sampler: 'sampling',
  geometry: 'lattice',
  cluster: 'lattice',
  network: 'effective',
  nn: 'effective',
  learning: 'training',
  normalisingflow: 'flow',
  normalizingflow: 'flow',
  study: SWEEP,
  scan: SWEEP,
};

export function otherName(name: string): OtherName | undefined {
  const plain = plainName(name);
  return own(EXACT, name) ?? (plain.length > 1 ? own(LONG, plain) : undefined);
}

export const plainName = (name: string): string => name.replaceAll(/[_-]/g, '').toLowerCase();

const own = (table: Readonly<Record<string, OtherName>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function all(names: readonly string[], meant: OtherName): Record<string, OtherName> {
  return Object.fromEntries(names.map((name) => [name, meant]));
}
