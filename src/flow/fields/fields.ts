/** The conditioners that a flow can have. */
import { attentionField } from './attention-field.ts';
import { componentField } from './component-field.ts';
import { shellField } from './shell-field.ts';
import type { CreateField } from './vector-field.ts';

export type FieldKind = 'attention' | 'shells' | 'components';

interface FieldRecipe {
  readonly create: CreateField;
  /** The names of its parameters; `shells`: the numbers of the shells on the lattice. */
  readonly parameterNames: (shells: readonly number[]) => string[];
  /** Weights that must not all be zero, or others have no gradient. */
  readonly hidden: readonly string[];
  /** Weights that h_i is linear in as in the neighbours. */
  readonly direct: readonly string[];
}

const byShell = (kinds: readonly string[], shells: readonly number[]): string[] =>
  kinds.flatMap((kind) => shells.map((shell) => `${kind} shell ${shell}`));

export const FIELDS: Readonly<Record<FieldKind, FieldRecipe>> = {
  attention: {
    create: attentionField,
    parameterNames: (shells) => [...byShell(['W_Q', 'W_K', 'W_V'], [0, ...shells]), ...byShell(['W_D'], shells)],
    hidden: ['W_Q', 'W_K'],
    direct: ['W_D'],
  },
  shells: {
    create: shellField,
    parameterNames: (shells) => [...byShell(['W_a', 'W_b', 'W_c', 'W_d'], shells), 'W_e 1', 'W_e 2', 'W_e 3'],
    hidden: [],
    direct: ['W_a'],
  },
  components: {
    create: componentField,
    parameterNames: (shells) => [...byShell(['W_x', 'W_y', 'W_z', 'W_d'], shells), 'W_b x', 'W_b y', 'W_b z'],
    hidden: [],
    direct: ['W_x', 'W_y', 'W_z'],
  },
};
