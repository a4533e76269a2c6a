/** A configuration as a picture: spins as arrows on their sites. */
import { hasSpin } from '../../lattice/disorder/occupation.ts';
import type { Bond, Lattice } from '../../lattice/lattice.ts';
import { FAINT, FONT_SIZE, INK, MUTED } from './appearance.ts';
import { EDGE } from './plot.ts';
import { element, svgDocument, textLines } from './svg.ts';

interface SpinPicture {
  /** The spins, x y z of site 0, of site 1, … */
  readonly spins: Float64Array;
  readonly lattice: Lattice;
  /** Width in pixels; 520 where left out. */
  readonly width?: number;
}

const WIDTH = 520;
/** Room for the scale of colours below. */
const SCALE_HEIGHT = 52;
/** Pixels from one site to the next, at most. */
const LARGEST_SPACING = 64;

/**
 * Arrows are (S_x, S_y), as long as a bond where a spin lies in the plane; their colour is S_z. Sites are where they are, with the bonds
 * of the first shell that do not cross a boundary. Rings are sites without a spin, nothing is at vacancies. Of a cubic lattice it is the layer z = 0.
 */
export function spinsSvg({ spins, lattice, width = WIDTH }: SpinPicture): string {
  const sites = layerSites(lattice);
  const place = placing(lattice, sites, width);
  const parts = [
    ...bondLines(lattice, sites, place),
    ...sites.map((site) =>
      hasSpin(lattice, site)
        ? arrow(place.at(site), spins.subarray(3 * site, 3 * site + 3), place.spacing)
        : withoutSpin(lattice, site, place),
    ),
    colourScale(width / 2, place.height + 8),
  ];
  return svgDocument(width, place.height + SCALE_HEIGHT, 'spins of the last configuration', parts.join(''));
}

/** The sites that are shown: those of the lowest layer where there are several. */
function layerSites({ dimension, siteCount, positions }: Lattice): number[] {
  const all = Array.from({ length: siteCount }, (_, site) => site);
  return dimension === 3 ? all.filter((site) => positions[3 * site + 2] === 0) : all;
}

interface Placing {
  readonly at: (site: number) => readonly [number, number];
  /** Pixels between neighbours. */
  readonly spacing: number;
  readonly height: number;
}

/** The plane as large as the width allows, y upwards. */
function placing(lattice: Lattice, sites: readonly number[], width: number): Placing {
  const { dimension, positions } = lattice;
  const points = sites.map((site) => [
    positions[dimension * site],
    dimension > 1 ? positions[dimension * site + 1] : 0,
  ]);
  const range = (d: number) =>
    points.reduce(([least, most], p) => [Math.min(least, p[d]), Math.max(most, p[d])], [Infinity, -Infinity]);
  const [[left, right], [low, high]] = [range(0), range(1)];
  const bond = Math.hypot(...(lattice.bonds(1)[0]?.displacement ?? [1]));
  // Half a bond around the outermost sites, for their arrows.
  const scale = Math.min((width - 2 * EDGE) / (right - left + bond), LARGEST_SPACING / bond);
  const centre = width / 2 - (scale * (left + right)) / 2;
  const base = EDGE + scale * (high + bond / 2);
  const known = new Map(sites.map((site, k) => [site, points[k]]));
  return {
    at(site) {
      const [x, y] = known.get(site) ?? [NaN, NaN];
      return [centre + scale * x, base - scale * y];
    },
    spacing: scale * bond,
    height: 2 * EDGE + scale * (high - low + bond),
  };
}

function bondLines(lattice: Lattice, sites: readonly number[], place: Placing): string[] {
  const shown = new Set(sites);
  return lattice.bonds(1).flatMap((bond) => {
    const { from, to } = bond;
    if (!shown.has(from) || !shown.has(to) || crossesBoundary(lattice, bond)) return [];
    const [[x1, y1], [x2, y2]] = [place.at(from), place.at(to)];
    return [element('line', { x1, y1, x2, y2, stroke: FAINT, 'stroke-width': 1 })];
  });
}

/** Whether the bond leads elsewhere than from one site to the other within the lattice. */
function crossesBoundary({ dimension, positions }: Lattice, { from, to, displacement }: Bond): boolean {
  const difference = displacement.map((_, d) => positions[dimension * to + d] - positions[dimension * from + d]);
  return displacement.some((component, d) => Math.abs(component - difference[d]) > 1e-6);
}

/** A ring where there is a site without a spin, nothing at a vacancy. */
function withoutSpin({ realisation }: Lattice, site: number, { at, spacing }: Placing): string {
  if (!realisation?.isPresent[site]) return '';
  const [cx, cy] = at(site);
  return element('circle', { cx, cy, r: 0.12 * spacing, fill: 'none', stroke: MUTED, 'stroke-width': 1 });
}

/** Centred on its site; a dot where the spin stands upright on the plane. */
function arrow([x, y]: readonly [number, number], [sx, sy, sz]: Float64Array, spacing: number): string {
  const colour = colourOfZ(sz);
  const inPlane = Math.hypot(sx, sy);
  const half = 0.42 * spacing * inPlane;
  const degrees = (-Math.atan2(sy, sx) * 180) / Math.PI;
  const head = Math.min(0.22 * spacing, 1.2 * half);
  const shaft = { d: `M${-half.toFixed(2)},0H${(half - head / 2).toFixed(2)}`, 'stroke-width': 0.07 * spacing };
  const tip = `M${half.toFixed(2)},0l${-head.toFixed(2)},${(0.45 * head).toFixed(2)}v${(-0.9 * head).toFixed(2)}Z`;
  const parts = [
    element('path', { ...shaft, stroke: colour }),
    element('path', { d: tip, fill: colour }),
    element('circle', { r: 0.065 * spacing, fill: colour }),
  ];
  const transform = `translate(${x.toFixed(2)},${y.toFixed(2)}) rotate(${degrees.toFixed(2)})`;
  return element('g', { transform }, parts.join(''));
}

/** Colours from blue over grey to vermillion, which the colour-blind can distinguish. */
const [DOWN, LEVEL, UP] = [
  [0, 90, 181],
  [150, 150, 150],
  [213, 80, 0],
];

function colourOfZ(z: number): string {
  const [end, share] = z < 0 ? [DOWN, -z] : [UP, z];
  const mixed = LEVEL.map((level, k) => Math.round(level + Math.min(1, share) * (end[k] - level)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const SWATCHES = 21;
const SWATCH_WIDTH = 9;

function colourScale(centre: number, top: number): string {
  const left = centre - (SWATCHES * SWATCH_WIDTH) / 2;
  const swatches = Array.from({ length: SWATCHES }, (_, k) =>
    element('rect', {
      x: left + k * SWATCH_WIDTH,
      y: top,
      width: SWATCH_WIDTH + 0.3,
      height: 8,
      fill: colourOfZ((2 * k) / (SWATCHES - 1) - 1),
    }),
  );
  const label = (x: number, text: string, fill: string) =>
    textLines([text], x, top + 12 + FONT_SIZE, 0, { fill, 'text-anchor': 'middle', 'font-size': 11 });
  const ends = label(left, '−1', MUTED) + label(left + SWATCHES * SWATCH_WIDTH, '1', MUTED) + label(centre, 'S_z', INK);
  return swatches.join('') + ends;
}
