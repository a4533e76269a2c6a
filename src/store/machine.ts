import { arch, cpus, platform } from 'node:os';

/** This machine in a line, for the record. */
export function machineWords(): string {
  const [processor] = cpus();
  return [`${platform()} ${arch()}`, processor?.model.trim(), `Node ${process.version}`].filter(Boolean).join(', ');
}
