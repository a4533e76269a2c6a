/** Lines of finite width on a grid of frequencies. */

/** Values at frequencies ω, in units of the hopping. */
export interface Spectrum {
  readonly frequencies: Float64Array;
  /** Half width η > 0 of every line. */
  readonly broadening: number;
}

/** out_ω += strength · (η/π)/((ω − position)² + η²): a line whose integral is `strength`. */
export function addLine(
  { frequencies, broadening }: Spectrum,
  position: number,
  strength: number,
  out: Float64Array,
): void {
  const norm = (strength * broadening) / Math.PI;
  const square = broadening * broadening;
  for (let k = 0; k < frequencies.length; k++) {
    const distance = frequencies[k] - position;
    out[k] += norm / (distance * distance + square);
  }
}
