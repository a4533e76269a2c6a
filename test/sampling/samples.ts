/** How long the chains are that are compared with known averages. */
import { SYSTEMS, type System } from './systems.ts';

/**
 * Thousands of samples by sampler, for SYSTEMS in their order (two sites at β = 5 and 20, 2 × 2 at β = 5 and 10, 4 × 4 at T = 0.05, 0.1, 0.2): errors of
 * half a per cent, of two with the bad model, of one where half would take a minute, and a tenth to spare. Measured from 30 000 samples each.
 */
const THOUSANDS: Readonly<Record<string, readonly number[]>> = {
  local: [19, 56, 35, 47, 178, 76, 45],
  'hybrid Monte Carlo': [37, 59, 38, 27, 52, 42, 42],
  'self-learning, linear model, heat bath': [16, 24, 23, 19, 69, 36, 31],
  'self-learning, linear model, blocks': [16, 25, 80, 100, 130, 62, 49],
  'self-learning, linear model, HMC': [23, 52, 27, 22, 68, 39, 32],
  'self-learning, transformer': [23, 58, 26, 19, 67, 44, 33],
  'self-learning, nodal': [0, 0, 26, 19, 73, 38, 30],
  'self-learning, bad model': [8, 17, 13, 22, 180, 65, 48],
  'self-learning, bad model, blocks': [8, 23, 37, 49, 350, 110, 31],
  'delayed acceptance': [16, 24, 23, 21, 193, 59, 37],
  'delayed acceptance, several screened proposals': [16, 24, 23, 19, 92, 37, 31],
  reweighting: [15, 22, 23, 17, 46, 31, 31],
  'annealed, linear model': [15, 27, 25, 21, 75, 34, 32],
  'annealed, transformer': [18, 25, 25, 24, 36, 43, 33],
  'annealed, bad model': [4, 6, 12, 15, 48, 13, 5],
  flow: [15, 36, 23, 19, 65, 35, 31],
  'flow, bad': [22, 75, 13, 36, 26, 28, 42],
  'flow, reweighting': [15, 28, 22, 17, 46, 31, 31],
  'flow, reweighting, bad': [12, 45, 9, 18, 16, 18, 18],
  'self-learning and flow': [16, 25, 24, 19, 72, 36, 31],
  'self-learning and flow, bad': [8, 8, 9, 8, 29, 21, 18],
  'reweighting and flow': [16, 25, 24, 18, 48, 31, 31],
  'reweighting and flow, bad': [5, 5, 5, 5, 20, 13, 11],
  'annealed and flow': [16, 27, 26, 21, 88, 34, 32],
  'annealed and flow, bad': [5, 5, 6, 5, 28, 17, 12],
};

export function samplesFor(name: string, system: System): number {
  return 1000 * THOUSANDS[name][SYSTEMS.findIndex((one) => one.name === system.name)];
}

/** The largest error that a comparison may have. */
export function largestErrorOf(name: string, system: System): number {
  if (name.includes('bad')) return 0.02;
  return name === 'annealed, transformer' && system.name.includes('0.05') ? 0.01 : 0.005;
}
