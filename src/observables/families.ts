/** The families of observables by name: a new one is its file and a line here, from which specs, reports and documentation follow. */
import { termsOf } from '../exact/classical/parameters.ts';
import type { ModelParameters } from '../exact/model.ts';
import { chiralities } from './chirality.ts';
import { chiralitiesByOrientation } from './chirality-by-orientation.ts';
import { distanceCorrelations, nearestNeighbourCorrelation } from './correlation.ts';
import { electronAverages } from './electrons.ts';
import { magneticResponses, magnetizations } from './magnetization.ts';
import { fieldMagnetization, magnetizationComponents } from './magnetization-components.ts';
import type { Observable, Observables } from './observable.ts';
import { electronResponses } from './response.ts';
import { structureFactorFamily } from './structure-factor.ts';
import { structureFactorComponents } from './structure-factor-components.ts';
import { vectorChiralities } from './vector-chirality.ts';

interface FamilyEntry {
  /** For the documentation, after the name and a colon. */
  readonly words: string;
  /** Whether it is measured where a spec does not say. */
  readonly isUsual: (parameters: ModelParameters) => boolean;
  readonly of: (parameters: ModelParameters) => Observables;
}

const always = () => true;
const onRequest = () => false;
const hasField = ({ field }: ModelParameters) => field.some((component) => component !== 0);
const hasTerm = (parameters: ModelParameters, keys: readonly string[]) =>
  termsOf(parameters).some(({ key }) => keys.includes(key));
/** Whether the spins' own energy tells an axis from the directions across it. */
const hasAxis = (parameters: ModelParameters) => hasTerm(parameters, ['singleIon', 'exchangeAxial']);
const measured = (primary: readonly Observable[]): Observables => ({ primary, derived: [] });

const entries = {
  electrons: {
    words: 'energy, density and their fluctuations',
    isUsual: always,
    of: (parameters) => ({ primary: electronAverages(parameters), derived: electronResponses(parameters) }),
  },
  magnetization: {
    words: 'uniform and staggered magnetisation by size, susceptibilities, Binder ratios',
    isUsual: always,
    of: (parameters) => ({ primary: magnetizations(parameters.lattice), derived: magneticResponses(parameters) }),
  },
  field: {
    words: 'magnetisation along the field with its susceptibility; along `model.axis` where there is no field',
    isUsual: hasField,
    of: fieldMagnetization,
  },
  'magnetization-components': {
    words: 'magnetisation along x, y and z with its susceptibilities',
    isUsual: hasAxis,
    of: magnetizationComponents,
  },
  correlations: {
    words: 'of nearest neighbours',
    isUsual: always,
    of: ({ lattice }) => measured(nearestNeighbourCorrelation(lattice)),
  },
  'distance-correlations': {
    words: 'of spins by their distance',
    isUsual: onRequest,
    of: ({ lattice }) => measured(distanceCorrelations(lattice)),
  },
  chirality: {
    words: 'scalar chirality of triangles',
    isUsual: always,
    of: ({ lattice }) => measured(chiralities(lattice)),
  },
  'chirality-by-orientation': {
    words: 'of triangles that point up, and of those that point down',
    isUsual: onRequest,
    of: ({ lattice }) => measured(chiralitiesByOrientation(lattice)),
  },
  'vector-chirality': {
    words: 'of triangles and of bonds',
    isUsual: (parameters) => hasTerm(parameters, ['dzyaloshinskiiMoriya']),
    of: ({ lattice }) => measured(vectorChiralities(lattice)),
  },
  'structure-factor': {
    words: 'S(q) at all wave vectors, from which the order and its correlation length are found',
    isUsual: always,
    of: (parameters) => measured(structureFactorFamily(parameters)),
  },
  'structure-factor-components': {
    words: 'S(q) of the components along and across the field, `model.axis` where there is none',
    isUsual: hasAxis,
    of: (parameters) => measured(structureFactorComponents(parameters)),
  },
} as const satisfies Readonly<Record<string, FamilyEntry>>;

export type FamilyName = keyof typeof entries;

/** The names in the order in which reports have them. */
export const FAMILY_NAMES = Object.keys(entries) as [FamilyName, ...FamilyName[]];

/** The names of the families that a model has where nothing else is said. */
export const usualFamilies = (parameters: ModelParameters): FamilyName[] =>
  FAMILY_NAMES.filter((name) => entries[name].isUsual(parameters));

export const familyNamed = (name: FamilyName): FamilyEntry => entries[name];
