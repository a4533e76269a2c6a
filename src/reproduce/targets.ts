/** All targets, in the order of the talk. A new one is a new file and a line here. */
import type { Target } from './target.ts';
import { acceptance } from './targets/acceptance.ts';

export const targets: readonly Target[] = [acceptance];
