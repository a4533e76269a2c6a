/** OVF 2.0, the vector fields of OOMMF, mumax³ and Spirit, as text or binary: https://math.nist.gov/oommf/doc/userguide20b0/userguide/OVF_2.0_format.html. */
import { InputError } from '../../errors.ts';
import { checkedConfiguration, type SpinsOptions } from './configurations.ts';
import { binaryValues } from './ovf-binary.ts';
import { cursorAt, nextLine, type OvfCursor } from './ovf-cursor.ts';
import { checkHeader, nodesOf, type OvfHeader } from './ovf-header.ts';

/** Whether a text begins as vector fields of OOMMF do. */
export const isOvf = (text: string): boolean => /^\s*#\s*OOMMF/i.test(text);

/**
 * Reads a configuration from every segment. Meshes are regular, x fastest, then y and z, as sites are numbered: a lattice has L_x, L_y, L_z nodes, and with several sites per
 * cell, which are the fastest, as many times L_x.
 *
 * Throws InputError, with file and line, for other versions, other numbers of nodes, binary data that are not what they say, and values that are no spins.
 */
export function parseOvf(bytes: Uint8Array, file: string, options: SpinsOptions): Float64Array[] {
  const cursor = cursorAt(bytes, file);
  const first = nextLine(cursor) ?? '';
  if (!/^\s*#\s*OOMMF\s+OVF\s+2/i.test(first))
    throw new InputError(`${file}:1: expected # OOMMF OVF 2.0, found ${first.trim()}`);
  const configurations: Float64Array[] = [];
  let header = new Map<string, string>();
  for (let line = nextLine(cursor); line !== undefined; line = nextLine(cursor)) {
    const [, key, value] = /^\s*#\s*([^:#]+?)\s*:\s*(.*?)\s*(?:##.*)?$/.exec(line) ?? [];
    if (key === undefined) continue;
    if (/^begin$/i.test(key) && /^data/i.test(value)) {
      configurations.push(readData(cursor, value, header, options));
      header = new Map();
    } else header.set(key.toLowerCase(), value);
  }
  if (configurations.length > 0) return configurations;
  throw new InputError(`${file}: expected # Begin: Data Text or Data Binary, found none`);
}

/** The spins of a segment, from the first line or byte of the data on. `kind`: as in `Data Text`. */
function readData(cursor: OvfCursor, kind: string, header: OvfHeader, options: SpinsOptions): Float64Array {
  const { file, line } = cursor;
  const [, format, size] = /^data\s+(text|binary)(?:\s+([48]))?$/i.exec(kind) ?? [];
  const isText = format?.toLowerCase() === 'text';
  if (format === undefined || isText === (size !== undefined))
    throw new InputError(`${file}:${line}: expected Data Text, Data Binary 4 or Data Binary 8, found ${kind}`);
  checkHeader(header, file, options.lattice);
  const units = header.get('valueunits');
  const notes = [
    ...(units && !/^[\s{}1]*$/.test(units) ? [`values are in units of ${units}`] : []),
    ...(size === '4' ? ['numbers of 4 bytes have seven digits'] : []),
  ];
  const count = 3 * nodesOf(options.lattice).reduce((product, length) => product * length, 1);
  const values = isText ? textValues(cursor) : binaryValues(cursor, size === '4' ? 4 : 8, count);
  return checkedConfiguration(
    {
      values,
      where: isText ? `${file}:${line + 1}` : `${file}: the data after line ${line}`,
      lengthNote: notes.length > 0 ? notes.join('; ') : undefined,
    },
    options,
  );
}

function textValues(cursor: OvfCursor): Float64Array {
  const values: number[] = [];
  for (let line = nextLine(cursor); line !== undefined && !/^\s*#\s*end:/i.test(line); line = nextLine(cursor)) {
    const words = line.replace(/#.*$/, '').trim();
    if (words === '') continue;
    const row = words.split(/\s+/).map(Number);
    if (row.length % 3 !== 0 || !row.every(Number.isFinite))
      throw new InputError(`${cursor.file}:${cursor.line}: expected three finite numbers, found ${words}`);
    for (const value of row) values.push(value);
  }
  return Float64Array.from(values);
}
