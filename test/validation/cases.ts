/** What is compared with what. */
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { BROKEN, trapSystem } from '../sampling/broken.ts';
import { missingBecause, SAMPLERS } from '../sampling/samplers.ts';
import { samplesFor } from '../sampling/samples.ts';
import { type Known, SYSTEMS, type System } from '../sampling/systems.ts';
import { chainOf, type Estimate } from './comparison.ts';
import { programCases } from './programs.ts';

/** What decides about the cases and their chains. */
export interface Effort {
  readonly seeds: number;
  /** Chains are shorter by this factor. */
  readonly shorter: number;
  /** Part of the title. */
  readonly only: string;
  /** Samplers with a mistake instead of the sound ones. */
  readonly broken: boolean;
}

export interface Case {
  readonly sampler: string;
  readonly system: { readonly name: string; readonly known: readonly Known[] };
  readonly samples: number;
  /** What one chain finds, by its seed; in the order of the known quantities. */
  readonly estimates: (seed: number) => readonly Estimate[] | Promise<readonly Estimate[]>;
}

/** The tests of the suite have seed 11. */
const FIRST_SEED = 101;
/** Samples of a chain with a mistake. */
const BROKEN_SAMPLES = 50_000;

export const titleOf = ({ sampler, system }: Case): string => `${sampler}, ${system.name}`;

export const seedsOf = ({ seeds }: Effort): number[] => Array.from({ length: seeds }, (_, k) => FIRST_SEED + k);

/** What a sampler cannot be made for is left out. */
export function casesFor(effort: Effort): Case[] {
  const cases = effort.broken ? brokenCases(effort) : soundCases(effort);
  return cases.filter((one) => titleOf(one).includes(effort.only));
}

function soundCases(effort: Effort): Case[] {
  const cases = Object.entries(SAMPLERS).flatMap(([sampler, make]) =>
    SYSTEMS.filter((system) => missingBecause(sampler, system) === undefined).map((system) =>
      caseOf(sampler, make, system, samplesFor(sampler, system), effort),
    ),
  );
  return [...cases, ...programCases(effort.shorter)];
}

const brokenCases = (effort: Effort): Case[] =>
  Object.entries(BROKEN).map(([sampler, make]) => caseOf(sampler, make, trapSystem(), BROKEN_SAMPLES, effort));

function caseOf(
  sampler: string,
  make: (system: System) => Sampler,
  system: System,
  samples: number,
  { shorter }: Effort,
): Case {
  const setting = { make, system, samples: Math.ceil(samples / shorter) };
  return { sampler, system, samples: setting.samples, estimates: (seed) => chainOf(setting, seed) };
}
