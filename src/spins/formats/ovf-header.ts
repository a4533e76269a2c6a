/** The header of a segment in OVF 2.0: which mesh its values are on. */
import { InputError } from '../../errors.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { unitCell } from '../../lattice/unit-cell.ts';

/** Values by key in small letters. */
export type OvfHeader = ReadonlyMap<string, string>;

/** Throws InputError for a mesh that is not the lattice, and for values that are no vectors. */
export function checkHeader(header: OvfHeader, file: string, lattice: Lattice): void {
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

function hintFor(key: string, header: OvfHeader, lattice: Lattice): string {
  if (!key.endsWith('nodes')) return '';
  const found = ['x', 'y', 'z'].map((d) => header.get(`${d}nodes`) ?? '?');
  const cells = lattice.basisCount > 1 ? `, x counts the ${lattice.basisCount} sites of every cell` : '';
  return `\n  the lattice of the spec has ${nodesOf(lattice).join(' × ')} nodes${cells}; the file has ${found.join(' × ')}`;
}

/** A mesh has right angles: lattices that have not are described in words. */
export function ovfHeader(lattice: Lattice, title: string): string {
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
