/** Colours of directions: light where a spin points up, dark where it points down, its hue by the angle in the plane. */

/** Hues between blue and orange, which all kinds of eyes tell apart, as a closed line of four colours (Okabe and Ito). */
const AROUND: readonly (readonly [number, number, number])[] = [
  [0.0, 0.447, 0.698],
  [0.8, 0.475, 0.655],
  [0.902, 0.624, 0.0],
  [0.0, 0.62, 0.451],
];

/** Red, green and blue from 0 to 1 into `out` at `offset`. */
export function directionColour(x: number, y: number, z: number, out: Float32Array, offset: number): void {
  const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
  const place = turn * AROUND.length;
  const [first, share] = [Math.floor(place), place % 1];
  const [a, b] = [AROUND[first % AROUND.length], AROUND[(first + 1) % AROUND.length]];
  const flat = Math.sqrt(Math.max(0, 1 - z * z));
  for (let c = 0; c < 3; c++) {
    const hue = a[c] + share * (b[c] - a[c]);
    out[offset + c] = flat * hue + (1 - flat) * (z > 0 ? 0.85 : 0.25);
  }
}
