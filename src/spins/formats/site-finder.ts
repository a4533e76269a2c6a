/** Which site a line of numbers belongs to: by its number, by its position, or by the order of lines. */
import { InputError } from '../../errors.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import type { Layout, Row } from './column-layout.ts';

/** How far a printed position may be from that of its site, in lattice constants. */
const NEAR = 1e-3;

/** The site of each row; `number`: that of the row, from 0. Throws InputError where a site has no row, or two, and where number and position disagree. */
export function siteFinder(
  { site, position }: Layout,
  rows: readonly Row[],
  lattice: Lattice,
  file: string,
): (row: Row, number: number) => number {
  const ways: ((row: Row) => number)[] = [];
  if (site !== undefined) ways.push(byNumber(site, rows, lattice, file));
  if (position.length > 0) ways.push(byPosition(position, lattice, file));
  const seen = new Map<number, number>();
  return (row, number) => {
    const [found = number, other = found] = ways.map((siteOf) => siteOf(row));
    if (other !== found)
      throw new InputError(`${file}:${row.line}: expected the position of site ${found}, found that of site ${other}`);
    const line = seen.get(found);
    if (line !== undefined)
      throw new InputError(
        `${file}:${row.line}: expected every site once, found site ${found} again, which is in line ${line}`,
      );
    seen.set(found, row.line);
    return found;
  };
}

/** Sites are counted from 0, or from 1 where none is 0. */
function byNumber(column: number, rows: readonly Row[], { siteCount }: Lattice, file: string): (row: Row) => number {
  const first = rows.some(({ numbers }) => numbers[column] === 0) ? 0 : 1;
  return ({ line, numbers }) => {
    const found = numbers[column];
    const site = found - first;
    if (Number.isInteger(site) && site >= 0 && site < siteCount) return site;
    throw new InputError(
      `${file}:${line}: expected the number of a site from ${first} to ${siteCount - 1 + first}, found ${found}`,
    );
  };
}

function byPosition(
  columns: readonly number[],
  { positions, dimension, siteCount }: Lattice,
  file: string,
): (row: Row) => number {
  const sites = new Map<string, number[]>();
  for (let site = 0; site < siteCount; site++) {
    const cell = cellOf([...positions.subarray(dimension * site, dimension * (site + 1))]).join();
    sites.set(cell, [...(sites.get(cell) ?? []), site]);
  }
  return ({ line, numbers }) => {
    const point = columns.map((column) => numbers[column]);
    const near = around(cellOf(point)).flatMap((cell) => sites.get(cell) ?? []);
    const site = near.find((one) => point.every((value, d) => Math.abs(value - positions[dimension * one + d]) < NEAR));
    if (site !== undefined) return site;
    const example = [...positions.subarray(dimension * (siteCount - 1))].join(' ');
    throw new InputError(
      `${file}:${line}: expected the position of a site in lattice constants, as ${example} of the last one, found ${point.join(' ')}`,
    );
  };
}

const cellOf = (point: readonly number[]): number[] => point.map(Math.floor);

/** A position on an edge may be printed on either side of it. */
function around(cell: readonly number[]): string[] {
  const cells = cell.reduce<number[][]>(
    (all, n) => all.flatMap((one) => [-1, 0, 1].map((step) => [...one, n + step])),
    [[]],
  );
  return cells.map((one) => one.join());
}
