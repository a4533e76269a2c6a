/** Times as people say them. */

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** "3 hours", "12 seconds": the largest unit of which there are two. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [name, length] = UNITS.find(([, unit]) => whole >= 2 * unit) ?? UNITS[UNITS.length - 1];
  const count = Math.round(whole / length);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
