/** The search for a chemical potential in the words of the status line. */
import type { Notice } from '../../runner/runner.ts';
import { formatWithError } from '../../statistics/format.ts';
import type { FillingEvent } from './filling-events.ts';

/** Stages and the result are lines that stay; how far a stage is belongs to the line in place. */
export function noticeOfFilling(event: FillingEvent): Notice {
  if (event.type === 'filling-progress')
    return {
      type: 'notice',
      parts: [`search for μ at n = ${event.wanted}, step ${event.trajectories}`],
    };
  if (event.type === 'filling')
    return { type: 'notice', line: `μ = ${event.chemicalPotential} at n = ${event.wanted}` };
  const { chemicalPotential, samples, density, error, wanted } = event;
  const found = `n = ${formatWithError(density, error)}, wanted ${wanted}`;
  return {
    type: 'notice',
    line: `search for μ: ${found} at μ = ${chemicalPotential.toFixed(6)}, ${2 * samples} samples`,
  };
}
