/** Spectra of a run in words. */
import type { MeanConductivities, MeanValue } from '../../results/spectra/mean-spectra.ts';
import type { RunSpectra } from '../../results/spectra/spectra-of-run.ts';
import { formatWithError } from '../../statistics/format.ts';
import { count } from '../../words/count.ts';
import { latticeWords, parameterWords } from '../model-words.ts';
import { table } from '../table.ts';

/** What is single numbers, as a table; curves are in `--json` and in the figures. */
export function spectraText(spectra: RunSpectra): string {
  const { parameters, configurations, broadening, path } = spectra;
  const rows = [
    ['D(μ) per site', valueText(atChemicalPotential(spectra)), '1/t'],
    ...(spectra.conductivities ? conductivityRows(spectra.conductivities) : []),
    ...(spectra.chernNumber ? [['Chern number', valueText(spectra.chernNumber), '']] : []),
  ];
  return [
    `${latticeWords(parameters.lattice)}; ${parameterWords(parameters)}`,
    `${count(configurations, 'configuration')}; lines of half width ${Number(broadening.toPrecision(3))} t; A(k, ω) at ${count(path.length, 'wave vector')}`,
    '',
    table(rows),
    '',
  ].join('\n');
}

function conductivityRows({ dcConductivity, hallConductivity, conductivityWeight, kineticWeight }: MeanConductivities) {
  return [
    ['σ at ω = 0', valueText(dcConductivity), 'e²/ħ'],
    ...(hallConductivity ? [['σ_xy', valueText(hallConductivity), 'e²/h']] : []),
    ['∫ Re σ dω', valueText(conductivityWeight), 't e²/ħ'],
    ['π⟨∂²H/∂A²⟩/V', valueText(kineticWeight), 't e²/ħ'],
  ];
}

const valueText = ({ mean, error }: MeanValue): string =>
  error === null ? String(Number(mean.toPrecision(6))) : formatWithError(mean, error);

/** The density of states at the energy of the grid that is nearest to μ. */
function atChemicalPotential({ energies, densityOfStates, parameters }: RunSpectra): MeanValue {
  const distance = (k: number) => Math.abs(energies[k] - parameters.chemicalPotential);
  const nearest = energies.reduce((best, _, k) => (distance(k) < distance(best) ? k : best), 0);
  return { mean: densityOfStates.mean[nearest], error: densityOfStates.error[nearest] };
}
