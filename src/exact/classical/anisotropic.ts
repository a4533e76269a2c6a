/** The energy with all terms, from the local forms of its sites. */
import type { ClassicalEnergy } from './classical-energy.ts';
import { addLocalField, localQuadratic, quadraticEnergy } from './local-form.ts';
import { type LocalForms, QUADRATIC } from './local-forms.ts';

export function anisotropicEnergy(forms: LocalForms): ClassicalEnergy {
  const { field, quadratic, constant, isQuadratic } = forms;
  const siteCount = forms.start.length - 1;
  const h = new Float64Array(3);
  const q = new Float64Array(QUADRATIC);
  /** h_i and Q_i of a site into h and q. */
  const see = (spins: Float64Array, site: number) => {
    h.fill(0);
    addLocalField(forms, spins, site, h);
    if (isQuadratic) localQuadratic(forms, spins, site, q);
  };
  return {
    forms,
    // Bonds are seen from both ends, terms of single sites from one.
    energy(spins) {
      let sum = constant;
      for (let i = 0; i < siteCount; i++) {
        see(spins, i);
        const [x, y, z] = [spins[3 * i], spins[3 * i + 1], spins[3 * i + 2]];
        sum -= ((h[0] + field[0]) * x + (h[1] + field[1]) * y + (h[2] + field[2]) * z) / 2;
        if (!isQuadratic) continue;
        for (let k = 0; k < QUADRATIC; k++) q[k] += quadratic[QUADRATIC * i + k];
        sum += quadraticEnergy(q, x, y, z) / 2;
      }
      return sum;
    },
    addForce(spins, force) {
      for (let i = 0; i < siteCount; i++) {
        see(spins, i);
        const [x, y, z] = [spins[3 * i], spins[3 * i + 1], spins[3 * i + 2]];
        force[3 * i] += h[0] - 2 * (q[0] * x + q[1] * y + q[2] * z);
        force[3 * i + 1] += h[1] - 2 * (q[1] * x + q[3] * y + q[4] * z);
        force[3 * i + 2] += h[2] - 2 * (q[2] * x + q[4] * y + q[5] * z);
      }
    },
    change(spins, site, x, y, z) {
      see(spins, site);
      const [a, b, c] = [spins[3 * site], spins[3 * site + 1], spins[3 * site + 2]];
      const linear = h[0] * (x - a) + h[1] * (y - b) + h[2] * (z - c);
      return quadraticEnergy(q, x, y, z) - quadraticEnergy(q, a, b, c) - linear;
    },
  };
}
