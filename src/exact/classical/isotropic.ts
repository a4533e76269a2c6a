/** The energy without anisotropies: E_cl = Σ_s J_s Σ_⟨ij⟩s S_i·S_j − h·Σ_i S_i. */
import { spinBonds } from '../../lattice/disorder/occupation.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import type { ClassicalEnergy } from './classical-energy.ts';
import { type LocalForms, localForms } from './local-forms.ts';
import type { ClassicalParameters } from './term.ts';

/** Neighbours of every site with the exchange towards them; a self-bond, J S_i·S_i, stands in `constant`. */
interface ExchangeTable {
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly exchange: Float64Array;
  readonly constant: number;
}

export function isotropicEnergy(parameters: ClassicalParameters): ClassicalEnergy {
  const { lattice, exchange, field } = parameters;
  const table = exchangeTable(lattice, exchange);
  const local = new Float64Array(3);
  let forms: LocalForms | undefined;
  return {
    get forms() {
      forms ??= localForms(parameters);
      return forms;
    },
    energy(spins) {
      let sum = table.constant;
      for (let i = 0; i < lattice.siteCount; i++) {
        exchangeField(table, spins, i, local);
        for (let c = 0; c < 3; c++) sum += spins[3 * i + c] * (local[c] / 2 - field[c]);
      }
      return sum;
    },
    addForce(spins, force) {
      for (let i = 0; i < lattice.siteCount; i++) {
        exchangeField(table, spins, i, local);
        for (let c = 0; c < 3; c++) force[3 * i + c] += field[c] - local[c];
      }
    },
    change(spins, site, x, y, z) {
      exchangeField(table, spins, site, local);
      const along = (c: number, value: number) => (value - spins[3 * site + c]) * (local[c] - field[c]);
      return along(0, x) + along(1, y) + along(2, z);
    },
  };
}

function exchangeTable(lattice: Lattice, exchange: readonly number[]): ExchangeTable {
  const bonds = exchange.flatMap((amplitude, shell) =>
    amplitude === 0 ? [] : spinBonds(lattice, shell + 1).map(({ from, to }) => ({ from, to, amplitude })),
  );
  const lists: [number, number][][] = Array.from({ length: lattice.siteCount }, () => []);
  for (const { from, to, amplitude } of bonds) {
    if (from === to) continue;
    lists[from].push([to, amplitude]);
    lists[to].push([from, amplitude]);
  }
  const start = new Int32Array(lattice.siteCount + 1);
  lists.forEach((list, i) => {
    start[i + 1] = start[i] + list.length;
  });
  return {
    start,
    neighbour: Int32Array.from(lists.flat(), ([j]) => j),
    exchange: Float64Array.from(lists.flat(), ([, amplitude]) => amplitude),
    constant: bonds.reduce((sum, { from, to, amplitude }) => (from === to ? sum + amplitude : sum), 0),
  };
}

/** The exchange field on a site, out = Σ_j J_ij S_j. */
function exchangeField(table: ExchangeTable, spins: Float64Array, site: number, out: Float64Array): void {
  out.fill(0);
  for (let e = table.start[site]; e < table.start[site + 1]; e++) {
    const j = 3 * table.neighbour[e];
    for (let c = 0; c < 3; c++) out[c] += table.exchange[e] * spins[j + c];
  }
}
