/** What the points of a study have in common of their disorder, in words. */
import { completeDisorder } from '../../lattice/disorder/disorder.ts';
import type { Spec } from '../../spec/spec.ts';
import { spell } from '../../spec/spelling.ts';

/** Probabilities and widths that are not swept: `vacancies 0.1`. The seed is told elsewhere, or swept. */
export function commonDisorder({ disorder }: Pick<Spec, 'disorder'>, keys: readonly string[]): string[] {
  const { seed: _, potentialKind, ...strengths } = completeDisorder(disorder) ?? {};
  return Object.entries(strengths).flatMap(([name, value]) => {
    const key = spell(name, 'snake_case');
    if (value === 0 || keys.includes(`disorder.${key}`)) return [];
    const kind = name === 'potential' ? ` (${potentialKind})` : '';
    return [`${key.replaceAll('_', ' ')} ${value}${kind}`];
  });
}
