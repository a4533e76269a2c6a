/** What users ask of Slurm, checked before it is written into scripts. */
import { InputError } from '../errors.ts';
import type { JobSettings } from './job-script.ts';
import { slurmSeconds } from './slurm-time.ts';

interface Asked {
  readonly partition?: string;
  readonly account?: string;
  readonly time?: string;
  readonly module: readonly string[];
  readonly sbatch: readonly string[];
  readonly maxRequeues: number;
}

/** Throws InputError for what could not be a line of a script. */
export function jobOptions(asked: Asked): Pick<JobSettings, 'options' | 'seconds' | 'modules' | 'maxRequeues'> {
  const { partition, account, time, module: modules, sbatch, maxRequeues } = asked;
  const named = Object.entries({ partition, account, time }).flatMap(([option, value]) =>
    value === undefined ? [] : [`--${option}=${word(`--${option}`, value)}`],
  );
  return {
    options: [...named, ...sbatch.map(optionsOfSbatch)],
    seconds: time === undefined ? undefined : slurmSeconds(time),
    modules: modules.map((name) => word('--module', name)),
    maxRequeues,
  };
}

function word(option: string, value: string): string {
  if (/^[^\s"'\\#]+$/.test(value)) return value;
  throw new InputError(`${option}: expected a single word, found ${JSON.stringify(value)}`);
}

/** sbatch reads several options on a line, with quotes as a shell has them. */
function optionsOfSbatch(text: string): string {
  if (/^-[^\n\r]+$/.test(text.trim())) return text.trim();
  throw new InputError(
    `--sbatch: expected options of sbatch on one line, as "--mem=2G --constraint=rome", found ${JSON.stringify(text)}`,
  );
}
