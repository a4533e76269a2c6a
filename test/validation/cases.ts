/** What is compared with what. */
import type { Sampler } from '../../src/sampling/sampler.ts';
import { BROKEN, trapSystem } from '../sampling/broken.ts';
import { missingBecause, SAMPLERS } from '../sampling/samplers.ts';
import { samplesFor } from '../sampling/samples.ts';
import { SYSTEMS, type System } from '../sampling/systems.ts';
import { type Comparison, compareOverSeeds } from './comparison.ts';
import type { Options } from './options.ts';

export interface Case {
  /** "sampler, system" */
  readonly title: string;
  readonly compare: () => Comparison[];
}

/** The tests of the suite have seed 11. */
const FIRST_SEED = 101;
/** Of a chain with a mistake. */
const BROKEN_SAMPLES = 50_000;

/** What a sampler cannot be made for is left out. */
export function casesFor(options: Options): Case[] {
  return (options.broken ? brokenCases(options) : soundCases(options)).filter(({ title }) =>
    title.includes(options.only),
  );
}

function soundCases(options: Options): Case[] {
  return Object.entries(SAMPLERS).flatMap(([name, make]) =>
    SYSTEMS.filter((system) => missingBecause(name, system) === undefined).map((system) =>
      caseOf(name, make, system, samplesFor(name, system), options),
    ),
  );
}

const brokenCases = (options: Options): Case[] =>
  Object.entries(BROKEN).map(([name, make]) => caseOf(name, make, trapSystem(), BROKEN_SAMPLES, options));

function caseOf(
  name: string,
  make: (system: System) => Sampler,
  system: System,
  samples: number,
  { seeds: count, shorter }: Options,
): Case {
  const effort = { seeds: { first: FIRST_SEED, count }, samples: Math.ceil(samples / shorter) };
  return { title: `${name}, ${system.name}`, compare: () => compareOverSeeds(make, system, effort) };
}
