/** The conditioners that a flow can have: what makes the vector h_i of an active site from the shell sums F_is of the spins that it sees. */

export type FieldKind = 'attention' | 'shells' | 'components';

interface FieldRecipe {
  /** The names of its 4 n_s + 3 parameters; `shells`: the numbers of the shells on the lattice. */
  readonly parameterNames: (shells: readonly number[]) => string[];
  /** Weights that must not all be zero, or others have no gradient. */
  readonly hidden: readonly string[];
  /** Weights of the F_is themselves. */
  readonly direct: readonly string[];
}

const byShell = (kinds: readonly string[], shells: readonly number[]): string[] =>
  kinds.flatMap((kind) => shells.map((shell) => `${kind} shell ${shell}`));

export const FIELDS: Readonly<Record<FieldKind, FieldRecipe>> = {
  attention: {
    parameterNames: (shells) => [...byShell(['W_Q', 'W_K', 'W_V'], [0, ...shells]), ...byShell(['W_D'], shells)],
    hidden: ['W_Q', 'W_K'],
    direct: ['W_D'],
  },
  shells: {
    parameterNames: (shells) => [...byShell(['W_a', 'W_b', 'W_c', 'W_d'], shells), 'W_e 1', 'W_e 2', 'W_e 3'],
    hidden: [],
    direct: ['W_a'],
  },
  components: {
    parameterNames: (shells) => [...byShell(['W_x', 'W_y', 'W_z', 'W_d'], shells), 'W_b x', 'W_b y', 'W_b z'],
    hidden: [],
    direct: ['W_x', 'W_y', 'W_z'],
  },
};
