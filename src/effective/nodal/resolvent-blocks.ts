/**
 * Blocks of K = iH, and of resolvents of it, between orbitals: s_0 + iσ·s + i(t_0 + iσ·t) with real numbers, of which odd orders in the spins give s and even ones t.
 * As complex matrices [[a, b], [c, d]], or, where H has odd orders within two groups and even ones across, as real quaternions: orbitals of
 * the second group times i make t real as well.
 */

/** The four numbers s_0, s, or t_0, t, in the blocks of one arithmetic, which begin at `at`. */
export interface BlockForm {
  /** Adds s. */
  addOdd(blocks: Float64Array, at: number, u: number, x: number, y: number, z: number): void;
  /** Adds t to a block of a row in this group. */
  addEven(group: number, blocks: Float64Array, at: number, u: number, x: number, y: number, z: number): void;
  /** Component 0 … 3 of s. */
  odd(blocks: Float64Array, at: number, component: number): number;
  /** Component 0 … 3 of t. */
  even(group: number, blocks: Float64Array, at: number, component: number): number;
}

const complex: BlockForm = {
  addOdd(blocks, at, u, x, y, z) {
    blocks[at] += u;
    blocks[at + 1] += z;
    blocks[at + 2] += y;
    blocks[at + 3] += x;
    blocks[at + 4] -= y;
    blocks[at + 5] += x;
    blocks[at + 6] += u;
    blocks[at + 7] -= z;
  },
  addEven(_, blocks, at, u, x, y, z) {
    blocks[at] -= z;
    blocks[at + 1] += u;
    blocks[at + 2] -= x;
    blocks[at + 3] += y;
    blocks[at + 4] -= x;
    blocks[at + 5] -= y;
    blocks[at + 6] += z;
    blocks[at + 7] += u;
  },
  odd(blocks, at, component) {
    if (component === 0) return (blocks[at] + blocks[at + 6]) / 2;
    if (component === 1) return (blocks[at + 3] + blocks[at + 5]) / 2;
    if (component === 2) return (blocks[at + 2] - blocks[at + 4]) / 2;
    return (blocks[at + 1] - blocks[at + 7]) / 2;
  },
  even(_, blocks, at, component) {
    if (component === 0) return (blocks[at + 1] + blocks[at + 7]) / 2;
    if (component === 1) return -(blocks[at + 2] + blocks[at + 4]) / 2;
    if (component === 2) return (blocks[at + 3] - blocks[at + 5]) / 2;
    return (blocks[at + 6] - blocks[at]) / 2;
  },
};

const quaternion: BlockForm = {
  addOdd(blocks, at, u, x, y, z) {
    blocks[at] += u;
    blocks[at + 1] += x;
    blocks[at + 2] += y;
    blocks[at + 3] += z;
  },
  addEven(group, blocks, at, u, x, y, z) {
    const sign = group === 0 ? -1 : 1;
    blocks[at] += sign * u;
    blocks[at + 1] += sign * x;
    blocks[at + 2] += sign * y;
    blocks[at + 3] += sign * z;
  },
  odd: (blocks, at, component) => blocks[at + component],
  even: (group, blocks, at, component) => (group === 0 ? -blocks[at + component] : blocks[at + component]),
};

export const BLOCK_FORMS = { quaternion, complex } as const;
