/** Colours of numbers from 0 to 1: dark blue to yellow, ever lighter, so that they read the same in grey. */

/** After "cividis" (J. R. Nuñez, C. R. Anderton, R. S. Renslow, PLoS ONE 13, e0199239 (2018)), which looks alike to all eyes; five of its colours. */
const COLOURS = [
  [0, 32, 76],
  [66, 78, 107],
  [124, 123, 120],
  [188, 174, 108],
  [255, 233, 69],
];

export function heat(share: number): string {
  const place = Math.min(Math.max(share, 0), 1) * (COLOURS.length - 1);
  const first = Math.min(Math.floor(place), COLOURS.length - 2);
  const mixed = COLOURS[first].map((value, c) => Math.round(value + (place - first) * (COLOURS[first + 1][c] - value)));
  return `rgb(${mixed.join(' ')})`;
}
