/** The passes of a fast Fourier transform, each from one array to another; all indices count complex numbers. */
import type { Pass } from './plan.ts';

/** The input and the output of a pass. */
type Run = (pass: Pass, x: Float64Array, y: Float64Array) => void;

export const runPass: Run = (pass, x, y) => {
  if (pass.radix === 2) radix2(pass, x, y);
  else if (pass.radix === 3) radix3(pass, x, y);
  else if (pass.radix === 4) radix4(pass, x, y);
  else anyRadix(pass, x, y);
};

const radix2: Run = ({ rest, stride, blocks, twiddles }, x, y) => {
  const half = 2 * stride * rest;
  for (let block = 0; block < blocks; block++) {
    const base = 2 * half * block;
    for (let p = 0; p < rest; p++) {
      const [cosine, sine] = [twiddles[4 * p + 2], twiddles[4 * p + 3]];
      for (let q = 0; q < 2 * stride; q += 2) {
        const a = base + 2 * stride * p + q;
        const b = a + half;
        const even = base + 4 * stride * p + q;
        const odd = even + 2 * stride;
        const real = x[a] - x[b];
        const imaginary = x[a + 1] - x[b + 1];
        y[even] = x[a] + x[b];
        y[even + 1] = x[a + 1] + x[b + 1];
        y[odd] = real * cosine - imaginary * sine;
        y[odd + 1] = real * sine + imaginary * cosine;
      }
    }
  }
};

/** sin 60°. */
const HEIGHT = Math.sqrt(3) / 2;

const radix3: Run = ({ rest, stride, blocks, twiddles }, x, y) => {
  const third = 2 * stride * rest;
  for (let block = 0; block < blocks; block++) {
    const base = 3 * third * block;
    for (let p = 0; p < rest; p++) {
      const w = 6 * p;
      const [c1, s1, c2, s2] = [twiddles[w + 2], twiddles[w + 3], twiddles[w + 4], twiddles[w + 5]];
      for (let q = 0; q < 2 * stride; q += 2) {
        const a = base + 2 * stride * p + q;
        const b = a + third;
        const c = b + third;
        const out = base + 6 * stride * p + q;
        const sumReal = x[b] + x[c];
        const sumImaginary = x[b + 1] + x[c + 1];
        const middleReal = x[a] - sumReal / 2;
        const middleImaginary = x[a + 1] - sumImaginary / 2;
        // i sin 60° (b − c)
        const turnedReal = HEIGHT * (x[c + 1] - x[b + 1]);
        const turnedImaginary = HEIGHT * (x[b] - x[c]);
        y[out] = x[a] + sumReal;
        y[out + 1] = x[a + 1] + sumImaginary;
        const real1 = middleReal + turnedReal;
        const imaginary1 = middleImaginary + turnedImaginary;
        const real2 = middleReal - turnedReal;
        const imaginary2 = middleImaginary - turnedImaginary;
        y[out + 2 * stride] = real1 * c1 - imaginary1 * s1;
        y[out + 2 * stride + 1] = real1 * s1 + imaginary1 * c1;
        y[out + 4 * stride] = real2 * c2 - imaginary2 * s2;
        y[out + 4 * stride + 1] = real2 * s2 + imaginary2 * c2;
      }
    }
  }
};

const radix4: Run = ({ rest, stride, blocks, twiddles }, x, y) => {
  const quarter = 2 * stride * rest;
  for (let block = 0; block < blocks; block++) {
    const base = 4 * quarter * block;
    for (let p = 0; p < rest; p++) {
      const w = 8 * p;
      const [c1, s1, c2, s2] = [twiddles[w + 2], twiddles[w + 3], twiddles[w + 4], twiddles[w + 5]];
      const [c3, s3] = [twiddles[w + 6], twiddles[w + 7]];
      for (let q = 0; q < 2 * stride; q += 2) {
        const a = base + 2 * stride * p + q;
        const b = a + quarter;
        const c = b + quarter;
        const d = c + quarter;
        const out = base + 8 * stride * p + q;
        const sumReal = x[a] + x[c];
        const sumImaginary = x[a + 1] + x[c + 1];
        const gapReal = x[a] - x[c];
        const gapImaginary = x[a + 1] - x[c + 1];
        const otherReal = x[b] + x[d];
        const otherImaginary = x[b + 1] + x[d + 1];
        // i (b − d)
        const turnedReal = x[d + 1] - x[b + 1];
        const turnedImaginary = x[b] - x[d];
        y[out] = sumReal + otherReal;
        y[out + 1] = sumImaginary + otherImaginary;
        const real1 = gapReal + turnedReal;
        const imaginary1 = gapImaginary + turnedImaginary;
        const real2 = sumReal - otherReal;
        const imaginary2 = sumImaginary - otherImaginary;
        const real3 = gapReal - turnedReal;
        const imaginary3 = gapImaginary - turnedImaginary;
        y[out + 2 * stride] = real1 * c1 - imaginary1 * s1;
        y[out + 2 * stride + 1] = real1 * s1 + imaginary1 * c1;
        y[out + 4 * stride] = real2 * c2 - imaginary2 * s2;
        y[out + 4 * stride + 1] = real2 * s2 + imaginary2 * c2;
        y[out + 6 * stride] = real3 * c3 - imaginary3 * s3;
        y[out + 6 * stride + 1] = real3 * s3 + imaginary3 * c3;
      }
    }
  }
};

/** Direct sums over the parts: radix operations a point. */
const anyRadix: Run = ({ radix, rest, stride, blocks, twiddles, roots }, x, y) => {
  const part = 2 * stride * rest;
  for (let block = 0; block < blocks; block++) {
    const base = radix * part * block;
    for (let p = 0; p < rest; p++) {
      for (let t = 0; t < radix; t++) {
        const cosine = twiddles[2 * (radix * p + t)];
        const sine = twiddles[2 * (radix * p + t) + 1];
        const out = base + 2 * stride * (radix * p + t);
        for (let q = 0; q < 2 * stride; q += 2) {
          let [real, imaginary] = [0, 0];
          for (let k = 0, root = 0; k < radix; k++) {
            const a = base + 2 * stride * p + q + k * part;
            real += x[a] * roots[2 * root] - x[a + 1] * roots[2 * root + 1];
            imaginary += x[a] * roots[2 * root + 1] + x[a + 1] * roots[2 * root];
            root += t;
            if (root >= radix) root -= radix;
          }
          y[out + q] = real * cosine - imaginary * sine;
          y[out + q + 1] = real * sine + imaginary * cosine;
        }
      }
    }
  }
};
