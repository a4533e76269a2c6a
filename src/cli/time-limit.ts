/** How long a command may take, as people and schedulers write it. */
import { InvalidArgumentError } from 'commander';

const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const CLOCK = /^(?:(\d+)-)?(\d+):(\d{2}):(\d{2})$/;

/** Seconds of 90s, 55m, 12h, 2d, hours:minutes:seconds and days-hours:minutes:seconds. */
export function duration(text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text) ?? [];
  const clock = CLOCK.exec(text);
  const seconds = clock ? secondsOf(clock.slice(1)) : Number(amount) * UNITS[unit as keyof typeof UNITS];
  if (seconds > 0) return seconds;
  throw new InvalidArgumentError('Expected a time as 90s, 55m, 12h, 2d or 1-12:00:00.');
}

function secondsOf([days = '0', hours, minutes, seconds]: readonly string[]): number {
  return UNITS.d * Number(days) + UNITS.h * Number(hours) + UNITS.m * Number(minutes) + Number(seconds);
}
