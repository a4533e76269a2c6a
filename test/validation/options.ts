/** What `npm run validate` is asked for. */
import { parseArgs } from 'node:util';

/** Of `--only`. */
export const KILLS = 'kills';

export const HELP = `npm run validate -- [options]: every sampler against known averages, over many seeds; no run loses anything

  --seeds N     chains per sampler and system (default 30: errors of 1 ‰, about an hour)
  --only TEXT   where "sampler, system" contains the text; "kills" for the runs that are killed fifty times, which come last
  --quick       8 seeds, chains of a tenth of the length: about a minute
  --broken      two-site samplers with a mistake made on purpose, which must fail

A line per quantity: its known mean and the one found, the error in ‰ (of 1 for correlations near zero), the pull with the probability of a
larger one, and the variance of the pulls of single seeds with the probability of one further from 1.`;

export interface Options {
  readonly seeds: number;
  /** Chains are shorter by this factor. */
  readonly shorter: number;
  readonly only: string;
  readonly broken: boolean;
}

/** Undefined where help is asked for. Throws Error for what is not an option. */
export function optionsFrom(args: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { seeds: text, only: text, quick: flag, broken: flag, help: flag };
  const { quick, broken, help, ...texts } = parseArgs({ args: [...args], options }).values;
  const seeds = Number(texts.seeds ?? (quick ? 8 : 30));
  if (!(Number.isInteger(seeds) && seeds > 1)) throw new Error(`--seeds: expected 2 or more, found ${texts.seeds}`);
  return help ? undefined : { seeds, broken, shorter: quick ? 10 : 1, only: texts.only ?? '' };
}
