/** All terms of the spins' own energy. A new one is its file and a line here, besides its key in the parameters of a model and of a spec. */
import type { ClassicalTerm } from './term.ts';
import { axialExchangeTerm } from './terms/axial-exchange.ts';
import { biquadraticTerm } from './terms/biquadratic.ts';
import { dzyaloshinskiiMoriyaTerm } from './terms/dzyaloshinskii-moriya.ts';
import { exchangeTerm } from './terms/exchange.ts';
import { fieldTerm } from './terms/field.ts';
import { singleIonTerm } from './terms/single-ion.ts';

export const TERMS: readonly ClassicalTerm[] = [
  exchangeTerm,
  fieldTerm,
  axialExchangeTerm,
  dzyaloshinskiiMoriyaTerm,
  singleIonTerm,
  biquadraticTerm,
];
