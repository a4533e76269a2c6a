/** The talk in six steps. */
import type { TourStep } from './step.ts';
import { allShells } from './steps/all-shells.ts';
import { attentionBlocks } from './steps/attention-blocks.ts';
import { badModel } from './steps/bad-model.ts';
import { exactWeight } from './steps/exact-weight.ts';
import { nearNeighbours } from './steps/near-neighbours.ts';
import { second } from './steps/second.ts';

export const STEPS: readonly TourStep[] = [exactWeight, nearNeighbours, allShells, attentionBlocks, badModel, second];
