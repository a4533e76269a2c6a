/** Density of states from levels. */

/**
 * D(ω) = 1/N Σ_n (η/π)/((ω − E_n)² + η²), per site and unit of energy, at every ω of `energies`; its integral over all energies is 2.
 * A Lorentzian of half width η = `broadening` > 0 stands for every level: the spectral function at a distance η from the real axis.
 * Its tails fall off slowly: compare integrals over a window with that in mind. Several configurations average by averaging their results.
 */
export function densityOfStates(
  levels: Float64Array,
  energies: Float64Array,
  broadening: number,
  siteCount: number,
): Float64Array {
  const norm = broadening / (Math.PI * siteCount);
  return energies.map((energy) => {
    let sum = 0;
    for (const level of levels) {
      const distance = energy - level;
      sum += 1 / (distance * distance + broadening * broadening);
    }
    return norm * sum;
  });
}
