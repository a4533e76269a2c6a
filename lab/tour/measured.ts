/** What a chain of the tour has measured so far. */
import type { Running } from '../engine/frame.ts';
import type { View } from '../state/view.ts';
import type { Pacing } from './pacing.ts';

export interface Measured {
  readonly name: string;
  readonly siteCount: number;
  readonly acceptance?: Running | undefined;
  readonly estimates: Readonly<Record<string, Running>>;
  /** Samples a second; absent where the chain was too short to tell. */
  readonly perSecond?: number | undefined;
  /** Seconds that the learning took, as the page saw it. */
  readonly learningSeconds: number;
}

/** Undefined as long as the chain of the spec itself has nothing to show. */
export function measuredOf(name: string, view: View, pacing: Pacing): Measured | undefined {
  if (!isSampling(view) || !view.summary || !view.scene) return undefined;
  const { acceptance, estimates } = view.summary;
  return { name, siteCount: view.scene.siteCount, acceptance, estimates, ...pacing };
}

/** Every sample is in the summary: it comes a little after the last sample. */
export function isComplete({ stage, frame, summary }: View): boolean {
  if (stage !== 'done' || !frame || !summary) return false;
  return summary.series[0]?.index.at(-1) === frame.wanted - frame.warmUp;
}

/** Not the chain that shows what a model is being learned about. */
export const isSampling = ({ stage }: View): boolean => stage === 'sampling' || stage === 'done';

/** Independent samples a second, 1/2τ of all samples; undefined while either is not known. */
export function effectivePerSecond({ perSecond, estimates }: Measured, name: string): Running | undefined {
  const { tau, tauError } = estimates[name] ?? {};
  if (perSecond === undefined || tau === undefined || tauError === undefined) return undefined;
  const mean = perSecond / (2 * tau);
  return { mean, error: (mean * tauError) / tau };
}
