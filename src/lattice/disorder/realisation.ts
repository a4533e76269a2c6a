/** A realisation of disorder: what is where, a function of the seed. */
import { InputError } from '../../errors.ts';
import { philoxStream } from '../../numeric/philox.ts';
import type { CompleteDisorder } from './disorder.ts';

/** One sample of a disordered lattice of N sites. */
export interface Realisation {
  readonly disorder: CompleteDisorder;
  /** 1 where there is a site, else 0. */
  readonly isPresent: Uint8Array;
  /** 1 where there is a spin. */
  readonly hasSpin: Uint8Array;
  readonly presentCount: number;
  readonly spinCount: number;
  /** ε_i. */
  readonly potential: Float64Array;
  /** What is added to J at every site. */
  readonly coupling: Float64Array;
  /** What is added to t of bond number `index` of a shell, counted without vacancies; shell 0 for bonds that the lattice lists itself. */
  hopping(shell: number, count: number): Float64Array;
}

/** Each kind of disorder has random numbers of its own, so that one does not change another. Chains of the same seed use the numbers of streams below. */
const STREAM = 2147483648;
const KINDS = ['vacancies', 'missingSpins', 'potential', 'coupling', 'hopping'] as const;

const streamOf = (kind: (typeof KINDS)[number], shell = 0): number => STREAM + KINDS.indexOf(kind) + shell;

/**
 * The realisation on N sites. Site i takes number i of the stream of each kind, whatever the widths are: a wider potential is the same one scaled, and sites that are absent at a
 * small probability are absent at every larger one. Throws InputError where no spin is left.
 */
export function realisationOf(disorder: CompleteDisorder, siteCount: number): Realisation {
  const numbers = (kind: (typeof KINDS)[number], shell = 0, count = siteCount): Float64Array => {
    const random = philoxStream(disorder.seed, streamOf(kind, shell));
    return Float64Array.from({ length: count }, () => random.nextUniform());
  };
  const isPresent = Uint8Array.from(numbers('vacancies'), (u) => Number(u >= disorder.vacancies));
  const hasSpin = Uint8Array.from(numbers('missingSpins'), (u, i) =>
    Number(isPresent[i] && u >= disorder.missingSpins),
  );
  const spinCount = countOf(hasSpin);
  if (spinCount === 0) throw nothingLeft(disorder, siteCount);
  const [potential, coupling] = (['potential', 'coupling'] as const).map((kind) => numbers(kind));
  return {
    disorder,
    isPresent,
    hasSpin,
    presentCount: countOf(isPresent),
    spinCount,
    potential: potential.map((u) => disorder.potential * centred(u, disorder.potentialKind)),
    coupling: coupling.map((u) => disorder.coupling * centred(u, 'box')),
    hopping: (shell, count) => numbers('hopping', shell, count).map((u) => disorder.hopping * centred(u, 'box')),
  };
}

/** A uniform number as one of mean 0 and width 1. */
const centred = (u: number, kind: CompleteDisorder['potentialKind']): number =>
  kind === 'box' ? u - 0.5 : u < 0.5 ? -0.5 : 0.5;

const countOf = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);

function nothingLeft({ vacancies, missingSpins, seed }: CompleteDisorder, siteCount: number): InputError {
  return new InputError(
    `disorder: expected a realisation with at least one spin, found none on ${siteCount} sites with vacancies ${vacancies}, missing spins ${missingSpins}, seed ${seed}\n  take another seed, or lower probabilities`,
  );
}
