/** Whether a run has the filling that its spec wants. */
import type { Filling } from '../../chain/filling/filling.ts';
import type { Estimate } from '../../statistics/estimate.ts';

/** The search for the chemical potential, and what the run has come to with it. */
export interface FillingSummary extends Filling {
  /** ⟨n⟩ of the run minus what is wanted; null where there is no error bar yet. */
  readonly deviation: FillingDeviation | null;
}

/** Two errors add up in the difference: that of ⟨n⟩ in the run, and that which the search has left in μ, as an error of ⟨n⟩. */
export interface FillingDeviation {
  readonly value: number;
  /** One standard deviation, of both together. */
  readonly error: number;
  /** The difference in these; 0 where nothing fluctuates. */
  readonly sigma: number;
}

export const fillingSummary = (filling: Filling, density: Estimate | undefined): FillingSummary => ({
  ...filling,
  deviation: deviationOf(filling, density),
});

function deviationOf({ wanted, density: pilot }: Filling, density: Estimate | undefined): FillingDeviation | null {
  if (!density || density.kind === 'insufficient') return null;
  const value = density.mean - wanted;
  const error = Math.sqrt(density.error * density.error + pilot.error * pilot.error);
  return { value, error, sigma: error > 0 ? value / error : 0 };
}
