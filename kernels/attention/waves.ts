/**
 * The readout of the last output by plane waves, −½ Σ_s J_s Σ_i S_i · Σ_{δ∈s} S_{i+δ} = −1/(2N) Σ_k J̃(k) |S̃(k)|², where that takes fewer operations than the sum over neighbours: one
 * direction of the lattice after the other, each a matrix of cosines and sines.
 *
 * Two complex numbers are transformed for every site: S^x + iS^y and S^z + iJ, with J(r) the couplings to site 0. J is even, so that the parts come apart in S̃^z(k) = [F(k) + F*(−k)]/2 and
 * J̃(k) = Im [F(k) + F(−k)]/2, while S̃^x and S̃^y need not, J̃ being even too.
 */
import { add, mul, zero } from '../numeric/vectors';
import { featuresOf, fieldSize, Network } from './network';

/** The form itself; the constant is not part of it. */
export function readByWaves(network: Network): f64 {
  fill(network);
  let from = network.waveFields;
  let to = from + fieldSize(network);
  let table = network.waves;
  let stride = 1;
  for (let d = 0; d < 3; d++) {
    const length = d == 0 ? network.lengthX : d == 1 ? network.lengthY : network.lengthZ;
    if (length > 1) {
      transform(network, from, to, table, length, stride);
      const other = from;
      from = to;
      to = other;
    }
    table += (<usize>(length * length)) << 4;
    stride *= length;
  }
  return -0.5 * sumOverWaves(network, from) / <f64>network.siteCount;
}

/** S^x + iS^y and S^z + iJ of every site. */
function fill(network: Network): void {
  memory.copy(network.waveFields, featuresOf(network, network.blockCount), fieldSize(network));
  let neighbour = network.neighbour;
  for (let s = 1; s < network.width; s++) {
    const coupling = load<f64>(network.parameters + ((<usize>s) << 3));
    const last = network.neighbour + ((<usize>load<i32>(network.rowStart + ((<usize>s) << 2))) << 2);
    for (; neighbour < last; neighbour += 4) {
      const at = network.waveFields + ((<usize>load<i32>(neighbour)) << 5);
      store<f64>(at, load<f64>(at, 24) + coupling, 24);
    }
  }
}

/** Along one direction: out(k) = Σ_x e^{−2πikx/n} in(x) for sites `stride` apart. */
function transform(network: Network, from: usize, to: usize, table: usize, length: i32, stride: i32): void {
  const step = (<usize>stride) << 5;
  const line = step * <usize>length;
  const sign = f64x2(1, -1);
  for (let start: usize = 0; start < fieldSize(network); start += line) {
    for (let first = start; first < start + step; first += 32) {
      let wave = table;
      for (let out = first; out < first + line; out += step) {
        let a = zero(), b = zero(), aSine = zero(), bSine = zero();
        for (let at = from + first; at < from + first + line; at += step) {
          const cosine = v128.load64_splat(wave), sine = v128.load64_splat(wave, 8);
          const p = v128.load(at), q = v128.load(at, 16);
          a = add(a, mul(cosine, p));
          b = add(b, mul(cosine, q));
          aSine = add(aSine, mul(sine, p));
          bSine = add(bSine, mul(sine, q));
          wave += 16;
        }
        v128.store(to + out, add(a, mul(sign, v128.shuffle<f64>(aSine, aSine, 1, 0))));
        v128.store(to + out, add(b, mul(sign, v128.shuffle<f64>(bSine, bSine, 1, 0))), 16);
      }
    }
  }
}

/** Σ_k J̃(k) |S̃(k)|² of transformed fields. */
function sumOverWaves(network: Network, fields: usize): f64 {
  let sum: f64 = 0;
  for (let k: usize = 0; k < <usize>network.siteCount; k++) {
    const at = fields + (k << 5), opposite = fields + ((<usize>load<i32>(network.opposites + (k << 2))) << 5);
    const x = load<f64>(at), y = load<f64>(at, 8);
    const real = 0.5 * (load<f64>(at, 16) + load<f64>(opposite, 16));
    const imaginary = 0.5 * (load<f64>(at, 24) - load<f64>(opposite, 24));
    const coupling = 0.5 * (load<f64>(at, 24) + load<f64>(opposite, 24));
    sum += coupling * (x * x + y * y + (real * real + imaginary * imaginary));
  }
  return sum;
}
