/** Processor time of other processes, from Linux. */
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second whatever its kernel does: USER_HZ of proc_pid_stat(5). */
const MILLISECONDS_PER_TICK = 10;
/** Places, after the name of the program, of utime, stime, cutime and cstime, in proc_pid_stat(5). */
const OWN = [11, 12];
const OF_CHILDREN = [13, 14];

/** Milliseconds of all threads of a process, and of children that it has waited for; undefined where the system does not tell. */
export const processorTime = (pid: number): number | undefined => ticks(pid, [...OWN, ...OF_CHILDREN]);

/** The same of all children that this process has waited for. */
export const processorTimeOfChildren = (): number | undefined => ticks(process.pid, OF_CHILDREN);

function ticks(pid: number, places: readonly number[]): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may have spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return MILLISECONDS_PER_TICK * places.reduce((sum, place) => sum + Number(fields[place]), 0);
  } catch {
    return undefined;
  }
}
