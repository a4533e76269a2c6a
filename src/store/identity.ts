/** The identity of a run: what makes two specs the same. */
import { createHash } from 'node:crypto';
import { spell } from '../spec/spelling.ts';
import { type TomlSections, type TomlTable, valueText } from '../spec/toml-text.ts';

/** A run that is extended begins with what it was, bit for bit. */
const MAY_GROW = 'sampling.samples';
/** Runs from before there were these keys are those with their defaults. */
const YOUNGER_DEFAULTS: readonly string[] = [
  'sampling.levels = false',
  'sampling.start = "hot-and-cold"',
  'sampling.normalise_start = false',
];

/** SHA-256 of all that the numbers depend on, in hexadecimal. `plannedSamples` and `startChecksum`: as of the run; undefined where no number depends on them. */
export function identityOf(
  spec: TomlSections,
  plannedSamples: number | undefined,
  startChecksum?: string | undefined,
): string {
  const values = leaves(spec);
  if (plannedSamples !== undefined) values.set('run.planned_samples', String(plannedSamples));
  if (startChecksum !== undefined) values.set('run.start_checksum', startChecksum);
  const lines = [...values].map(([key, text]) => `${key} = ${text}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** Differences in words: `model.temperature = 0.05, not 0.1`. */
export function differences(found: TomlSections, expected: TomlSections): string[] {
  const [there, here] = [leaves(found), leaves(expected)];
  const keys = [...new Set([...there.keys(), ...here.keys()])].filter((key) => there.get(key) !== here.get(key));
  return keys.map((key) => `${key} = ${there.get(key) ?? '(nothing)'}, not ${here.get(key) ?? '(nothing)'}`);
}

/** Every value by section and key, as TOML writes it. */
function leaves(spec: TomlSections): Map<string, string> {
  const entries = Object.entries(spec).flatMap(([name, section]) =>
    Array.isArray(section)
      ? section.flatMap((table, index) => leavesOf(`${name}.${index}`, table))
      : leavesOf(name, section as TomlTable),
  );
  return new Map(entries.filter(([key, text]) => key !== MAY_GROW && !YOUNGER_DEFAULTS.includes(`${key} = ${text}`)));
}

function leavesOf(section: string, table: TomlTable): [string, string][] {
  return Object.entries(table).flatMap(([key, value]) =>
    value === undefined ? [] : [[`${section}.${spell(key, 'snake_case')}`, valueText(value)]],
  );
}
