/** Milliseconds of processor time that this thread has used; of wall time where Node cannot tell. Costs are compared by it: a busy machine does not count. */
export function cpuMilliseconds(): number {
  const usage = process.threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : performance.now();
}
