/** Times as sbatch takes them. */
import { InputError } from '../errors.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Each form with the seconds that its numbers stand for. https://slurm.schedmd.com/sbatch.html#OPT_time */
const FORMS: readonly [form: RegExp, units: readonly number[]][] = [
  [/^(\d+)$/, [MINUTE]],
  [/^(\d+):(\d{1,2})$/, [MINUTE, 1]],
  [/^(\d+):(\d{1,2}):(\d{1,2})$/, [HOUR, MINUTE, 1]],
  [/^(\d+)-(\d+)$/, [DAY, HOUR]],
  [/^(\d+)-(\d+):(\d{1,2})$/, [DAY, HOUR, MINUTE]],
  [/^(\d+)-(\d+):(\d{1,2}):(\d{1,2})$/, [DAY, HOUR, MINUTE, 1]],
];

/** Seconds of a time limit; undefined of one without an end. Throws InputError for what sbatch does not take. */
export function slurmSeconds(text: string): number | undefined {
  if (/^(infinite|unlimited)$/i.test(text)) return undefined;
  for (const [form, units] of FORMS) {
    const numbers = form.exec(text)?.slice(1).map(Number);
    const seconds = numbers?.reduce((sum, number, k) => sum + number * units[k], 0);
    // Slurm counts whole minutes.
    if (seconds) return MINUTE * Math.ceil(seconds / MINUTE);
  }
  throw new InputError(`--time: expected a time as sbatch takes it, 90 (minutes), 4:00:00 or 1-12, found "${text}"`);
}
