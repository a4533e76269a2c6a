/**
 * Milliseconds of processor time that this thread has used; of wall time where the host cannot tell, as in browsers. Costs are compared by it: a busy machine
 * does not count, and no number of a chain depends on it.
 */
export function cpuMilliseconds(): number {
  const usage = globalThis.process?.threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : performance.now();
}
