/** The figures of `spectra --figures`: densities of states, A(k, ω) and the optical conductivity. */
import { join } from 'node:path';
import type { MeanSpectrum } from '../../results/spectra/mean-spectra.ts';
import type { RunSpectra } from '../../results/spectra/spectra-of-run.ts';
import { makeFolder, writeFile } from '../../store/files.ts';
import { figureSvg } from '../figures/figure.ts';
import type { Axis, Reference } from '../figures/figure-spec.ts';
import { latticeWords, parameterWords } from '../model-words.ts';
import { mapFigure } from './map-figure.ts';

const WIDTH = 480;
const HEIGHT = 270;

/** Writes them to RUN/figures and returns their files. */
export function writeSpectraFigures(directory: string, spectra: RunSpectra): string[] {
  const folder = join(directory, 'figures');
  makeFolder(folder);
  return Object.entries(figuresOf(spectra)).map(([name, svg]) => {
    const file = join(folder, `${name}.svg`);
    writeFile(file, `${svg}\n`);
    return file;
  });
}

function figuresOf(spectra: RunSpectra): Readonly<Record<string, string>> {
  const { parameters, energies, frequencies, densityOfStates, conductivities } = spectra;
  const words = `${latticeWords(parameters.lattice)}; ${parameterWords(parameters)}; ${spectra.configurations} configurations; lines of half width ${Number(spectra.broadening.toPrecision(2))}.`;
  const caption = words[0].toUpperCase() + words.slice(1);
  const mu: Reference = { axis: 'x', value: parameters.chemicalPotential, label: 'μ' };
  const curve = (x: Axis, y: Axis, at: Float64Array, values: MeanSpectrum, references: readonly Reference[]) => {
    const points = Array.from(at, (ω, k) => ({ x: ω, y: values.mean[k], error: values.error[k] ?? 0 }));
    const series = [{ name: y.label, points: [], shape: 'line' as const, curve: points }];
    return figureSvg({ width: WIDTH, height: HEIGHT, x, y, series, references, caption });
  };
  return {
    'spectra-density-of-states': curve(
      { label: 'energy ω', unit: 't' },
      { label: 'density of states per site', unit: '1/t' },
      energies,
      densityOfStates,
      [mu],
    ),
    'spectra-momenta': mapFigure(spectra, `A(k, ω), darker where larger; dashed: μ. ${caption}`),
    ...(conductivities
      ? {
          'spectra-conductivity': curve(
            { label: 'frequency ω', unit: 't' },
            { label: 'Re σ(ω)', unit: 'e²/ħ' },
            frequencies,
            conductivities.opticalConductivity,
            [],
          ),
        }
      : {}),
  };
}
