/** What a user can ask of a disordered lattice. */
import { InputError } from '../../errors.ts';
import { requireKnownKeys } from '../../words/known-keys.ts';

export const POTENTIAL_KINDS = ['box', 'binary'] as const;

/** Quenched disorder; the same keys as `[disorder]` of a spec. What is left out is not there. */
export interface Disorder {
  /** Probability that a site is absent, with its spin and all of its bonds. */
  readonly vacancies?: number | undefined;
  /** Probability that a site that is there has no spin; electrons hop over it. */
  readonly missingSpins?: number | undefined;
  /** Width W of energies ε_i c†_i c_i. */
  readonly potential?: number | undefined;
  /** ε uniform in [−W/2, W/2], "box", or ±W/2 with equal probability. */
  readonly potentialKind?: (typeof POTENTIAL_KINDS)[number] | undefined;
  /** Full width of what is added to t of every bond that has one, uniform about 0. */
  readonly hopping?: number | undefined;
  /** Full width of what is added to J of every site, uniform about 0. */
  readonly coupling?: number | undefined;
  /** Which realisation: a whole number from 0 to 2⁵³ − 1. */
  readonly seed?: number | undefined;
}

/** The same with everything said. */
export type CompleteDisorder = { readonly [Key in keyof Disorder]-?: Exclude<Disorder[Key], undefined> };

export const DISORDER_DEFAULTS: CompleteDisorder = {
  vacancies: 0,
  missingSpins: 0,
  potential: 0,
  potentialKind: 'box',
  hopping: 0,
  coupling: 0,
  seed: 1,
};

/** The numbers that disorder is measured by: without any of them there is none, whatever the seed. */
const PROBABILITIES = ['vacancies', 'missingSpins'] as const;
const WIDTHS = ['potential', 'hopping', 'coupling'] as const;

/** The disorder with defaults filled in; undefined where there is none. Throws InputError, which names the key. */
export function completeDisorder(disorder: Disorder | undefined): CompleteDisorder | undefined {
  if (!disorder) return undefined;
  requireKnownKeys('the disorder', disorder, Object.keys(DISORDER_DEFAULTS));
  const given = Object.fromEntries(Object.entries(disorder).filter(([, value]) => value !== undefined));
  const complete: CompleteDisorder = { ...DISORDER_DEFAULTS, ...given };
  check(complete);
  return [...PROBABILITIES, ...WIDTHS].some((key) => complete[key] !== 0) ? complete : undefined;
}

function check(disorder: CompleteDisorder): void {
  const wrong = (key: keyof Disorder, expected: string): InputError =>
    new InputError(`disorder.${key}: expected ${expected}, found ${JSON.stringify(disorder[key])}`);
  for (const key of PROBABILITIES)
    if (!(disorder[key] >= 0 && disorder[key] < 1)) throw wrong(key, 'a probability from 0 to below 1');
  for (const key of WIDTHS)
    if (!(disorder[key] >= 0 && Number.isFinite(disorder[key]))) throw wrong(key, 'a width, a finite number ≥ 0');
  if (!POTENTIAL_KINDS.includes(disorder.potentialKind)) throw wrong('potentialKind', '"box" or "binary"');
  if (!(Number.isSafeInteger(disorder.seed) && disorder.seed >= 0)) throw wrong('seed', 'a whole number ≥ 0');
}
