/** The hopping matrix of one spin species: sparse, Hermitian, N × N. */
import { InputError } from '../errors.ts';
import { fluxFault, fluxTurns } from '../lattice/flux.ts';
import type { Bond, HoppingBond, Lattice } from '../lattice/lattice.ts';
import { cellCount } from '../lattice/linear-size.ts';
import { cosTurns, sinTurns } from '../numeric/elementary.ts';

/** Compressed rows, both triangles and the diagonal; elements carry their sign (−t …); columns ascend within a row. */
export interface HoppingMatrix {
  readonly siteCount: number;
  /** Row i holds entries rowStart[i] … rowStart[i + 1] − 1. */
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Elements that cancel (t e^{iθ} + t e^{−iθ} at θ = π/2, …) to this fraction of the largest are dropped. */
const CANCELLED = 1e-14;

/** A matrix element under construction. */
interface Element {
  real: number;
  imaginary: number;
}

/**
 * T_ij = −Σ t_s e^{iθ} over all bonds i → j of shell s and those that the lattice lists itself, plus the Hermitian conjugate; bonds that join the same pair add,
 * and a bond from a site to itself gives −2t cos θ on the diagonal, as a potential does ε_i (docs/method.md §1). `flux`: per elementary plaquette, in units of 2π, see fluxTurns. Throws InputError where it does not fit the lattice.
 */
export function hoppingMatrix(lattice: Lattice, hopping: readonly number[], flux = 0): HoppingMatrix {
  const rows = Array.from({ length: lattice.siteCount }, () => new Map<number, Element>());
  for (const bond of hoppingBonds(lattice, hopping, flux)) addBond(rows, bond, bond.hopping);
  lattice.realisation?.potential.forEach((level, i) => {
    if (level !== 0) addElement(rows[i], i, level, 0);
  });
  // Phases of a flux cancel at some places and not at others; patterns have to be the same everywhere.
  return compress(rows, flux === 0 ? CANCELLED : -1);
}

/** All bonds along which electrons hop, each once, with their t and with all phases. Throws as hoppingMatrix. */
export function hoppingBonds(lattice: Lattice, hopping: readonly number[], flux = 0): HoppingBond[] {
  const phase = flux === 0 ? undefined : phaseOf(lattice, flux);
  const ofShells = hopping.flatMap((amplitude, index) =>
    amplitude === 0 ? [] : lattice.bonds(index + 1).map((bond): HoppingBond => ({ ...bond, hopping: amplitude })),
  );
  const all = [...ofShells, ...lattice.ownBonds];
  const { realisation } = lattice;
  if (!phase && !realisation) return all;
  return all.map((bond) => ({
    ...bond,
    turns: bond.turns + (phase?.(bond) ?? 0),
    hopping: bond.hopping + (bond.change ?? 0),
  }));
}

function phaseOf(lattice: Lattice, flux: number): (bond: Bond) => number {
  const { infinite, spec } = lattice;
  const fault = fluxFault(flux, { infinite, boundary: spec.boundary, cells: cellCount(spec.size) });
  if (fault) throw new InputError(`model.flux: expected ${fault}, found ${flux}`);
  return fluxTurns(lattice, flux);
}

function addBond(rows: Map<number, Element>[], { from, to, turns }: Bond, amplitude: number): void {
  const real = -amplitude * cosTurns(turns);
  const imaginary = -amplitude * sinTurns(turns);
  addElement(rows[from], to, real, imaginary);
  addElement(rows[to], from, real, -imaginary);
}

function addElement(row: Map<number, Element>, column: number, real: number, imaginary: number): void {
  const element = row.get(column);
  if (!element) {
    row.set(column, { real, imaginary });
    return;
  }
  element.real += real;
  element.imaginary += imaginary;
}

/** `cancelled`: fraction of the largest element up to which others are dropped. */
function compress(rows: Map<number, Element>[], cancelled: number): HoppingMatrix {
  const size = ({ real, imaginary }: Element) => Math.max(Math.abs(real), Math.abs(imaginary));
  const largest = rows.flatMap((row) => [...row.values()]).reduce((most, element) => Math.max(most, size(element)), 0);
  const kept = rows.map((row) =>
    [...row].filter(([, element]) => size(element) > cancelled * largest).sort(([a], [b]) => a - b),
  );
  const entries = kept.flat();
  const rowStart = new Int32Array(rows.length + 1);
  kept.forEach((row, i) => {
    rowStart[i + 1] = rowStart[i] + row.length;
  });
  return {
    siteCount: rows.length,
    rowStart,
    column: Int32Array.from(entries, ([column]) => column),
    real: Float64Array.from(entries, ([, element]) => element.real),
    imaginary: Float64Array.from(entries, ([, element]) => element.imaginary),
  };
}

/** T_ii for every site. */
export function diagonal({ siteCount, rowStart, column, real }: HoppingMatrix): Float64Array {
  const values = new Float64Array(siteCount);
  for (let i = 0; i < siteCount; i++)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) if (column[e] === i) values[i] = real[e];
  return values;
}

/** The largest row sum of |T|: no level of T lies outside ± this (Gershgorin). */
export function hoppingBound({ siteCount, rowStart, real, imaginary }: HoppingMatrix): number {
  let bound = 0;
  for (let i = 0; i < siteCount; i++) {
    let sum = 0;
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++)
      sum += Math.sqrt(real[e] * real[e] + imaginary[e] * imaginary[e]);
    bound = Math.max(bound, sum);
  }
  return bound;
}

/** The undirected edges of the matrix, i < j, as pairs. */
export function edges({ siteCount, rowStart, column }: HoppingMatrix): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < siteCount; i++)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) if (column[e] >= i) pairs.push([i, column[e]]);
  return pairs;
}
