/**
 * The equivariant transformer: blocks of attention between smeared spins, then a linear model of the spins that come out.
 *
 *   S̃^α_i = Σ_s W^α_s Σ_{δ∈s} S_{i+δ},   S'_i = normalise( S_i + Σ_j ReLU(S̃^Q_i · S̃^K_j/√3) S̃^V_j ),
 *   E = E_0 − Σ_s J_s Σ_⟨ij⟩s S^(L)_i · S^(L)_j.
 *
 * Scores are scalar products of vectors with weights by shell, hence the energy is invariant under O(3) of spin space, translations
 * and point group. A. Tomiya and Y. Nagai, arXiv:2310.13222; Y. Nagai and A. Tomiya, J. Phys. Soc. Jpn. 93, 114007 (2024).
 */
import { InputError } from '../errors.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { Engine } from '../wasm/engine.ts';
import { attentionModel } from './attention/attention-model.ts';
import { createAttention } from './attention/engines.ts';
import { energyCost, networkCost } from './attention/network.ts';
import { parameterNames } from './attention/parameters.ts';
import { wavesInsteadOf } from './attention/waves.ts';
import { checkCount, givenIn } from './choice.ts';
import { EFFECTIVE_DEFAULTS } from './defaults.ts';
import type { EffectiveChoice, EffectiveModel } from './model.ts';
import { chosenShells, neighbourRows, windowRows } from './shells.ts';

/**
 * The transformer of a choice; three blocks and all shells where it says nothing, where the paper has one to six blocks and six shells. Parameters: 3(n_s + 1) per block and n_s + 1, all zero at first, which makes
 * every block the identity. No blocks at all is the linear model.
 *
 * With cross readout the outputs l = 0 … L − 1 (0 is S itself) are read out with the last one as well,
 * −½ Σ_s J^l_s Σ_i S^(l)_i · Σ_{δ∈s} S^(L)_{i+δ} from s = 0, the site itself, on.
 *
 * With `smeared` only the readout of the last output uses all shells; queries, keys, values and readouts of the other outputs use the first so many. Throws InputError for a bad choice.
 */
export function transformerModel(lattice: Lattice, choice: EffectiveChoice, engine: Engine): EffectiveModel {
  const { blocks, window, smeared, crossReadout, normalised, shells: wanted } = checked(choice);
  const shells = chosenShells(lattice, wanted);
  const smearedCount = Math.min(smeared ?? shells.length, shells.length);
  const shape = {
    siteCount: lattice.siteCount,
    shellCount: shells.length,
    smearedCount,
    blockCount: blocks,
    crossReadout,
  };
  const neighbours = neighbourRows(lattice, shells);
  const waves = wavesInsteadOf(neighbours, lattice);
  const network = {
    ...shape,
    neighbours,
    ...(waves && { waves }),
    ...(window === undefined ? {} : { window: windowRows(lattice, window) }),
    scale: 1 / (Math.sqrt(3) * (normalised ? lattice.siteCount : 1)),
  };
  const names = { lattice, parameterNames: parameterNames(shape, shells), choice: { ...choice, shells, blocks } };
  const costs = { cost: networkCost(network), energyCost: energyCost(network) };
  return attentionModel({ ...names, ...costs }, createAttention(engine, network));
}

/** The choice with its defaults. */
function checked(choice: EffectiveChoice) {
  const filled = { ...EFFECTIVE_DEFAULTS, ...givenIn(choice) };
  const { blocks, window, smeared, normalised } = filled;
  checkCount('blocks', blocks, 0);
  if (window !== undefined) checkCount('window', window, 1);
  if (smeared !== undefined) checkCount('smeared', smeared, 1);
  if (window !== undefined && normalised) {
    throw new InputError(
      'normalised: expected it without a window, whose sum has the same length on every lattice, found both\n  did you mean window alone?',
    );
  }
  return filled;
}
