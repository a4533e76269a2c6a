/** All targets, in the order of the talk. A new one is a new folder and a line here. */
import { acceptance } from './acceptance/target.ts';
import { dataDemand } from './data-demand/target.ts';
import { efficiency } from './efficiency/target.ts';
import { flow } from './flow/target.ts';
import { observables } from './observables/target.ts';
import { proposalLength } from './proposal-length/target.ts';
import { reach } from './reach/target.ts';
import { scalingLaw } from './scaling-law/target.ts';
import { sizeTransfer } from './size-transfer/target.ts';
import type { Target } from './target.ts';

export const targets: readonly Target[] = [
  observables,
  acceptance,
  scalingLaw,
  dataDemand,
  reach,
  proposalLength,
  efficiency,
  sizeTransfer,
  flow,
];
