/** All targets, in the order of the talk. A new one is a new file and a line here. */
import type { Target } from './target.ts';
import { acceptance } from './targets/acceptance/acceptance.ts';
import { dataDemand } from './targets/data-demand/data-demand.ts';
import { efficiency } from './targets/efficiency/efficiency.ts';
import { observables } from './targets/observables/observables.ts';
import { proposalLength } from './targets/proposal-length/proposal-length.ts';
import { reach } from './targets/reach/reach.ts';
import { scalingLaw } from './targets/scaling-law/scaling-law.ts';
import { sizeTransfer } from './targets/size-transfer/size-transfer.ts';

export const targets: readonly Target[] = [
  observables,
  acceptance,
  scalingLaw,
  dataDemand,
  reach,
  proposalLength,
  efficiency,
  sizeTransfer,
];
