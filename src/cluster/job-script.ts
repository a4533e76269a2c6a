/** The text of a job for Slurm: readable, and correct by hand. */

/** What jobs of a directory have in common. */
export interface JobSettings {
  /** Absolute path of the run or study. */
  readonly directory: string;
  /** The command that made the script, for people. */
  readonly madeBy: string;
  /** How spinformer is called there, quoted for a shell. */
  readonly program: string;
  /** Lines of #SBATCH that Slurm knows better than we do. */
  readonly options: readonly string[];
  /** Seconds that a job may take; undefined where that is left to Slurm. */
  readonly seconds?: number | undefined;
  /** Modules to load. */
  readonly modules: readonly string[];
  /** How often a task asks to be queued again. */
  readonly maxRequeues: number;
}

export interface Job {
  /** As the file is called: chains-2. */
  readonly name: string;
  /** Tasks, one text for each element of the array; a single one is a job without an array. */
  readonly shares: readonly string[];
  /** At most so many elements at a time. */
  readonly limit?: number | undefined;
}

/** Seconds before the end of its time at which Slurm sends a job SIGUSR1; of a short job a quarter of its time. */
export const noticeOf = (seconds: number = Infinity): number => Math.min(120, Math.floor(seconds / 4));

export function jobScript({ name, shares, limit }: Job, settings: JobSettings): string {
  const { directory, madeBy, program, options, seconds, modules, maxRequeues } = settings;
  const isArray = shares.length > 1;
  const array = `--array=0-${shares.length - 1}${limit === undefined ? '' : `%${limit}`}`;
  const ours = [
    `--job-name=spinformer-${name}`,
    ...(isArray ? [array] : []),
    `--output=${inDirective(`${patternOf(directory)}/slurm/${name}${isArray ? '-%a' : ''}.log`)}`,
    `--open-mode=append`,
    '--ntasks=1',
    '--cpus-per-task=1',
    '--requeue',
    `--signal=B:USR1@${noticeOf(seconds)}`,
  ];
  return `#!/bin/bash
# ${name} of ${directory}
# made by: ${madeBy}
${[...ours, ...options].map((option) => `#SBATCH ${option}`).join('\n')}

# The tasks of each element of the array, by their numbers in tasks.json.
tasks=(
${shares.map((share) => `  ${share === '' ? "''" : share}`).join('\n')}
)
share=\${tasks[\${SLURM_ARRAY_TASK_ID:-0}]}
[ -n "$share" ] || exit 0

worker=
# The worker commits what it has, and ends with 130. It is sent SIGTERM, since SIGUSR1 would have a Node that has just begun listen for debuggers.
trap '[ -z "$worker" ] || kill -TERM "$worker" 2>/dev/null' USR1
# Slurm sends SIGTERM to all processes of a job: a second one would not let the worker commit.
trap : TERM
${moduleLines(modules)}${program} work ${quoted(directory)} --task "$share" &
worker=$!
code=0
while kill -0 "$worker" 2>/dev/null; do
  wait "$worker"
  code=$?
done

# 130: stopped in time; above: killed. What was committed is safe, and the same task goes on from there.
[ "$code" -ge 130 ] || exit "$code"
restarts=\${SLURM_RESTART_COUNT:-0}
job=\${SLURM_ARRAY_JOB_ID:+\${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID}
job=\${job:-$SLURM_JOB_ID}
if [ "$restarts" -ge ${maxRequeues} ]; then
  echo "stopped with code $code, and queued again $restarts times already: submit the directory again"
# Not where somebody has cancelled the job, nor where Slurm took this node for lost and has started the task elsewhere.
elif scontrol --oneliner show job "$job" | grep -qE "JobState=(RUNNING|TIMEOUT) .* Restarts=$restarts "; then
  echo "stopped with code $code: queued again"
  scontrol requeue "$job"
else
  echo "stopped with code $code: cancelled, or started elsewhere by Slurm: not queued again"
fi
exit "$code"
`;
}

/** Shells of jobs know the command `module` where the one that submitted did; /etc/profile teaches it to others. */
const moduleLines = (modules: readonly string[]): string =>
  modules.length === 0
    ? ''
    : `type module >/dev/null 2>&1 || . /etc/profile
${modules.map((module) => `module load ${quoted(module)} || exit 1\n`).join('')}\n`;

/** A path in which sbatch finds no patterns of its own, as %j. */
const patternOf = (path: string): string => path.replaceAll('%', '%%');

/** A text as one word of an #SBATCH line. */
const inDirective = (text: string): string =>
  /^[\w./:@%+,-]+$/.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

/** A text as one word of a shell. */
export const quoted = (text: string): string =>
  /^[\w./=:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
