/** How fast a chain of the tour learns and samples, by the clock of the page. */
import type { View } from '../state/view.ts';
import { isSampling } from './measured.ts';

export interface Pacing {
  readonly perSecond?: number | undefined;
  readonly learningSeconds: number;
}

interface Moment {
  readonly samples: number;
  readonly seconds: number;
}

/** Takes every view of a chain at its time in seconds, and tells how fast it has been. */
export function createPacing(): (view: View, seconds: number) => Pacing {
  let [learning, sampling]: (number | undefined)[] = [];
  let [first, last]: (Moment | undefined)[] = [];
  return (view, seconds) => {
    if (view.stage === 'learning') learning ??= seconds;
    if (isSampling(view)) sampling ??= seconds;
    const { frame } = view;
    // The warm-up tunes step sizes; of the last sample it is not known when it was taken.
    if (view.stage === 'sampling' && frame && frame.samples > frame.warmUp && frame.samples < frame.wanted) {
      last = { samples: frame.samples, seconds };
      first ??= last;
    }
    return { perSecond: rate(first, last), learningSeconds: (sampling ?? seconds) - (learning ?? sampling ?? seconds) };
  };
}

function rate(first: Moment | undefined, last: Moment | undefined): number | undefined {
  if (!first || !last || last.samples === first.samples) return undefined;
  return (last.samples - first.samples) / (last.seconds - first.seconds);
}
