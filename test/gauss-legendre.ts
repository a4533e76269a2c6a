/** Nodes and weights of Gauss-Legendre quadrature on (−1, 1), weights normalised to 1. */
export function gaussLegendre(count: number): [number, number][] {
  return Array.from({ length: count }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 30; iteration++) {
      let [previous, value] = [1, x];
      for (let k = 2; k <= count; k++) [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
      slope = (count * (x * value - previous)) / (x * x - 1);
      x -= value / slope;
    }
    return [x, 1 / ((1 - x * x) * slope * slope)];
  });
}
