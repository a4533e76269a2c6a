/** What the search for the chemical potential of a filling tells, before anything is learned or measured. */
import type { Filling, FillingStage } from '../../chain/filling/filling.ts';

/** A stage of the pilot has ended. */
export interface FillingStageEvent extends FillingStage {
  readonly type: 'filling-stage';
  readonly wanted: number;
}

/** The chains of the pilot have made so many trajectories, or advances with a linear model, together in this attempt; sent every now and then. */
export interface FillingProgressEvent {
  readonly type: 'filling-progress';
  readonly trajectories: number;
  readonly wanted: number;
}

/** The chemical potential is found, and frozen. */
export interface FillingFoundEvent extends Omit<Filling, 'stages'> {
  readonly type: 'filling';
}

/** What a run tells while it looks for the chemical potential of its filling. */
export type FillingEvent = FillingStageEvent | FillingProgressEvent | FillingFoundEvent;

export type FillingListener = (event: FillingEvent) => void;

const TYPES: readonly string[] = ['filling-stage', 'filling-progress', 'filling'] satisfies FillingEvent['type'][];

export const isOfFilling = (event: { readonly type: string }): event is FillingEvent => TYPES.includes(event.type);
