/** A spec as the page keeps it: the keys that somebody has given, each with the text of its value. */

/** Texts of TOML values by dotted key, in the order in which they are shown. */
export type Fields = Readonly<Record<string, string>>;

/** The fields as a TOML text. */
export function tomlOf(fields: Fields): string {
  const sections = new Map<string, string[]>();
  for (const [key, value] of Object.entries(fields)) {
    const [section, name] = key.split('.');
    sections.set(section, [...(sections.get(section) ?? []), `${name} = ${value}`]);
  }
  return [...sections].map(([section, lines]) => [`[${section}]`, ...lines, ''].join('\n')).join('\n');
}

/** The command that does the same; values are quoted for a shell. */
export const commandOf = (fields: Fields, file: string): string =>
  ['spinformer run', file, ...Object.entries(fields).map(([key, value]) => `--set '${key}=${value}'`)].join(' ');
