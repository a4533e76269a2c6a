/** OVF 2.0, the vector fields of OOMMF, mumax³ and Spirit, as text: https://math.nist.gov/oommf/doc/userguide20b0/userguide/OVF_2.0_format.html. */
import { InputError } from '../../errors.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { unitCell } from '../../lattice/unit-cell.ts';
import { checkedConfiguration, type SpinsOptions } from './configurations.ts';
import { numberText } from './number-text.ts';

/** Whether a text begins as vector fields of OOMMF do. */
export const isOvf = (text: string): boolean => /^\s*#\s*OOMMF/i.test(text);

/**
 * Reads a configuration from every segment. Meshes are regular, x fastest, then y and z, as sites are numbered: a lattice has L_x, L_y, L_z nodes, and with several sites per
 * cell, which are the fastest, as many times L_x.
 *
 * Throws InputError, with file and line, for other versions, binary data, other numbers of nodes, and values that are no spins.
 */
export function parseOvf(text: string, file: string, options: SpinsOptions): Float64Array[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (!/^\s*#\s*OOMMF\s+OVF\s+2/i.test(lines[0]))
    throw new InputError(`${file}:1: expected # OOMMF OVF 2.0, found ${lines[0].trim()}`);
  const configurations: Float64Array[] = [];
  let [header, line] = [new Map<string, string>(), 1];
  while (line < lines.length) {
    const [, key, value] = /^\s*#\s*([^:#]+?)\s*:\s*(.*?)\s*(?:##.*)?$/.exec(lines[line]) ?? [];
    line++;
    if (key === undefined) continue;
    if (/^begin$/i.test(key) && /^data/i.test(value)) {
      const segment = readData(lines, line, value, header, file, options);
      configurations.push(segment.spins);
      line = segment.end;
      header = new Map();
    } else header.set(key.toLowerCase(), value);
  }
  if (configurations.length > 0) return configurations;
  throw new InputError(`${file}: expected # Begin: Data Text, found none`);
}

/** The spins from the first line of the data on, and the line after the last one. */
function readData(
  lines: readonly string[],
  first: number,
  kind: string,
  header: ReadonlyMap<string, string>,
  file: string,
  options: SpinsOptions,
): { readonly spins: Float64Array; readonly end: number } {
  if (!/^data\s+text$/i.test(kind))
    throw new InputError(
      `${file}:${first}: expected Data Text, found ${kind}\n  mumax3-convert -ovf2 text writes it, and so does OOMMF's avf2ovf -format text`,
    );
  checkHeader(header, file, options.lattice);
  const values: number[] = [];
  let line = first;
  for (; line < lines.length && !/^\s*#\s*end:/i.test(lines[line]); line++) {
    const words = lines[line].replace(/#.*$/, '').trim();
    if (words === '') continue;
    const row = words.split(/\s+/).map(Number);
    if (row.length % 3 !== 0 || !row.every(Number.isFinite))
      throw new InputError(`${file}:${line + 1}: expected three finite numbers, found ${words}`);
    values.push(...row);
  }
  const units = header.get('valueunits');
  const spins = checkedConfiguration(
    {
      values: Float64Array.from(values),
      where: `${file}:${first + 1}`,
      lengthNote: units && !/^[\s{}1]*$/.test(units) ? `values are in units of ${units}` : undefined,
    },
    options,
  );
  return { spins, end: line + 1 };
}

function checkHeader(header: ReadonlyMap<string, string>, file: string, lattice: Lattice): void {
  const expected: [string, RegExp | number][] = [
    ['meshtype', /^rectangular$/i],
    ['valuedim', 3],
    ...nodesOf(lattice).map((count, d): [string, number] => [`${'xyz'[d]}nodes`, count]),
  ];
  for (const [key, wanted] of expected) {
    const found = header.get(key);
    const fits = typeof wanted === 'number' ? Number(found) === wanted : wanted.test(found ?? '');
    if (fits) continue;
    const words = typeof wanted === 'number' ? wanted : 'rectangular';
    throw new InputError(
      `${file}: expected ${key}: ${words}, found ${found ?? 'none'}${hintFor(key, header, lattice)}`,
    );
  }
}

/** Nodes along x, y and z. */
export function nodesOf({ spec: { size }, basisCount }: Lattice): number[] {
  const [x, y = 1, z = 1] = size;
  return [x * basisCount, y, z];
}

function hintFor(key: string, header: ReadonlyMap<string, string>, lattice: Lattice): string {
  if (!key.endsWith('nodes')) return '';
  const found = ['x', 'y', 'z'].map((d) => header.get(`${d}nodes`) ?? '?');
  const cells = lattice.basisCount > 1 ? `, x counts the ${lattice.basisCount} sites of every cell` : '';
  return `\n  the lattice of the spec has ${nodesOf(lattice).join(' × ')} nodes${cells}; the file has ${found.join(' × ')}`;
}

/** A file with a segment for each of so many configurations: its lines, some in each piece. Digits are those that give every double back. */
export function* ovfPieces(
  lattice: Lattice,
  count: number,
  configurations: Iterable<{ readonly title: string; readonly spins: Float64Array }>,
): Generator<string> {
  yield `# OOMMF OVF 2.0\n#\n# Segment count: ${count}\n#\n`;
  for (const { title, spins } of configurations) {
    const rows = Array.from({ length: spins.length / 3 }, (_, i) =>
      Array.from(spins.subarray(3 * i, 3 * i + 3), numberText).join(' '),
    );
    const data = `# Begin: Data Text\n${rows.join('\n')}\n# End: Data Text\n`;
    yield `# Begin: Segment\n${headerOf(lattice, title)}${data}# End: Segment\n`;
  }
}

/** A mesh has right angles: lattices that have not are described in words. */
function headerOf(lattice: Lattice, title: string): string {
  const nodes = nodesOf(lattice);
  const vectors = unitCell(lattice).primitiveVectors.map((vector) => `(${vector.join(', ')})`);
  const entries = [
    ['Title', title],
    ['Desc', `primitive vectors ${vectors.join(', ')}`],
    ['Desc', `sites of a cell, which are the fastest: ${lattice.basisCount}`],
    ['meshtype', 'rectangular'],
    ['meshunit', '1'],
    ...[...'xyz'].map((d) => [`${d}base`, '0']),
    ...[...'xyz'].map((d) => [`${d}stepsize`, '1']),
    ...[...'xyz'].map((d, k) => [`${d}nodes`, String(nodes[k])]),
    ...[...'xyz'].map((d) => [`${d}min`, '-0.5']),
    ...[...'xyz'].map((d, k) => [`${d}max`, String(nodes[k] - 0.5)]),
    ['valuedim', '3'],
    ['valuelabels', 'S_x S_y S_z'],
    ['valueunits', '1 1 1'],
  ];
  return `# Begin: Header\n${entries.map(([key, value]) => `# ${key}: ${value}\n`).join('')}# End: Header\n`;
}
