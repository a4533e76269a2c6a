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

/** Seconds before the end of its time at which Slurm sends a job SIGUSR1. */
const NOTICE = 120;

export function jobScript({ name, shares, limit }: Job, settings: JobSettings): string {
  const { directory, madeBy, program, options, modules, maxRequeues } = settings;
  const isArray = shares.length > 1;
  const array = `--array=0-${shares.length - 1}${limit === undefined ? '' : `%${limit}`}`;
  const ours = [
    `--job-name=spinformer-${name}`,
    ...(isArray ? [array] : []),
    `--output=${directory}/slurm/${name}${isArray ? '-%a' : ''}.log`,
    `--open-mode=append`,
    '--ntasks=1',
    '--cpus-per-task=1',
    '--requeue',
    `--signal=B:USR1@${NOTICE}`,
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
${modules.map((module) => `module load ${module}\n`).join('')}
${program} work ${quoted(directory)} --task "$share" &
worker=$!
code=0
while kill -0 "$worker" 2>/dev/null; do
  wait "$worker"
  code=$?
done

# 130: stopped in time; above: killed. What was committed is safe, and the same task goes on from there.
if [ "$code" -ge 130 ] && [ "\${SLURM_RESTART_COUNT:-0}" -lt ${maxRequeues} ]; then
  job=\${SLURM_ARRAY_JOB_ID:+\${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID}
  job=\${job:-$SLURM_JOB_ID}
  # Not where somebody has cancelled the job, nor where Slurm took this node for lost and has started the task elsewhere.
  if scontrol --oneliner show job "$job" | grep -qE "JobState=(RUNNING|TIMEOUT) .* Restarts=\${SLURM_RESTART_COUNT:-0} "; then
    echo "stopped with code $code: queued again"
    scontrol requeue "$job"
  else
    echo "stopped with code $code: cancelled, or started elsewhere by Slurm: not queued again"
  fi
fi
exit "$code"
`;
}

/** A text as one word of a shell. */
export const quoted = (text: string): string =>
  /^[\w./=:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
