/** A single spin turned about z, for derivatives by differences. */

/** The configuration with the spin of one site turned by an angle in radians. */
export function aboutZ(spins: Float64Array, site: number, angle: number): Float64Array {
  const moved = spins.slice();
  const [x, y] = [spins[3 * site], spins[3 * site + 1]];
  moved[3 * site] = x * Math.cos(angle) - y * Math.sin(angle);
  moved[3 * site + 1] = x * Math.sin(angle) + y * Math.cos(angle);
  return moved;
}
