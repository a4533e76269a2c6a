/** A flow in words: what it is made of, and how good its proposals are. */
import { flowTrainingOf } from '../chain/flow/learn-flow.ts';
import type { FlowCard } from '../flow/card.ts';
import { count } from '../words/count.ts';
import { percent } from '../words/percent.ts';

export const BASES: Readonly<Record<FlowCard['base'], string>> = {
  uniform: 'of uniform spins',
  learned: 'of spins of the learned model',
};

/** Above this share of the heaviest configuration the other numbers are too good. */
const HEAVY = 0.1;

/** Name and value of what is known of a flow; nothing without one. */
export function flowRows(card: FlowCard | undefined): string[][] {
  if (!card) return [];
  const { parameterCount, heldOut } = flowTrainingOf({ card });
  const { layers, map } = card.choice;
  const { acceptance, effectiveShare, largestShare, spread, samples } = heldOut;
  return [
    ['flow', `${BASES[card.base]}, ${count(layers, 'layer')}, ${map}, ${count(parameterCount, 'parameter')}`],
    ['spread of log(W/q), held out', spread.toPrecision(3)],
    ['acceptance of independent proposals, held out', `${percent(acceptance)} of ${samples}`],
    ['effective share of them', percent(effectiveShare)],
    ...(largestShare > HEAVY ? [['share of the heaviest, too large to trust these', percent(largestShare)]] : []),
  ];
}
