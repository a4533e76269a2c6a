/** What `npm run validate` is asked for. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { casesFor, type Effort } from './cases.ts';

/** A value of `--only`. */
export const KILLS = 'kills';
/** Seeds of the full setting. */
export const SEEDS = 30;

export const HELP = `npm run validate -- [options]: every sampler against known averages, over many seeds; no run loses anything

  --seeds N     chains per sampler and system (default ${SEEDS}: errors of 1 ‰, about an hour of one core)
  --only TEXT   where "sampler, system" contains the text; "kills" for the runs that are killed fifty times, which come last
  --quick       8 seeds, chains of a tenth of the length: about a minute
  --broken      two-site samplers with a mistake made on purpose, which must fail
  --workers N   chains at a time (default: all cores); it has no influence on any number
  --fresh       discard what an earlier, interrupted validation has computed

A line per quantity: its known mean and the one found, the error in ‰ (of 1 for correlations near zero), the pull with the probability of a
larger one, and the variance of the pulls of single seeds with the probability of one further from 1.

Every chain is kept in build/validation/ when it is done: the same command goes on where an earlier one ended, unless the sources have changed since.
The full setting writes docs/validation.md in the end.`;

export interface Options extends Effort {
  readonly workers: number;
  readonly fresh: boolean;
}

/** Everything at the full length: such a validation has a page. */
export const isFull = ({ seeds, shorter, only, broken }: Options): boolean =>
  seeds >= SEEDS && shorter === 1 && only === '' && !broken;

/** Runs are killed when everything is asked for, or nothing else. */
export const hasKills = ({ shorter, only, broken }: Options): boolean =>
  only === KILLS || (only === '' && shorter === 1 && !broken);

/** The options in arguments; undefined where help is asked for. Throws Error for what is not an option. */
export function optionsFrom(args: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { seeds: text, only: text, workers: text, quick: flag, broken: flag, fresh: flag, help: flag };
  const { quick, broken, fresh, help, ...texts } = parseArgs({ args: [...args], options }).values;
  const seeds = wholeNumber('--seeds', texts.seeds, quick ? 8 : SEEDS, 2);
  const workers = wholeNumber('--workers', texts.workers, availableParallelism(), 1);
  if (help) return undefined;
  const effort = { seeds, broken, shorter: quick ? 10 : 1, only: texts.only ?? '' };
  if (effort.only !== KILLS && casesFor(effort).length === 0)
    throw new Error(`--only: expected part of "sampler, system", found ${JSON.stringify(effort.only)}`);
  return { ...effort, workers, fresh };
}

function wholeNumber(name: string, text: string | undefined, otherwise: number, least: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new Error(`${name}: expected a whole number, ${least} or more, found ${JSON.stringify(text)}`);
}
