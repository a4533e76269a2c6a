/** Which of several configurations is the best: the variational principle at a chemical potential, or at a number of electrons. */
import type { ConfigurationEvaluation, Evaluation } from './evaluate.ts';

/** An evaluation of named configurations, with the comparison where there are several. `names`: in their order. */
export function withNames(
  evaluation: Evaluation,
  names: readonly string[],
  { filling, siteCount }: { readonly filling: number | undefined; readonly siteCount: number },
): Evaluation {
  const configurations = evaluation.configurations.map((one, index) => ({ name: names[index], ...one }));
  if (names.length < 2) return { ...evaluation, configurations };
  const perSite = (one: ConfigurationEvaluation) =>
    one.freeEnergy / siteCount + (filling === undefined ? 0 : one.chemicalPotential * one.density);
  const lowest = Math.min(...configurations.map(perSite));
  const ranking = configurations
    .map((one) => ({
      name: one.name,
      perSite: perSite(one),
      aboveLowest: perSite(one) - lowest,
      density: one.density,
      chemicalPotential: one.chemicalPotential,
    }))
    .sort((a, b) => a.perSite - b.perSite);
  return { ...evaluation, configurations, comparison: { quantity: filling === undefined ? 'F' : 'F + μN', ranking } };
}
