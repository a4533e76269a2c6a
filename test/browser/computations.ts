/** What must give the same text in every engine; the bundle that Chromium loads. */
import { chains } from './chains.ts';
import { fingerprint } from './fingerprint.ts';
import { flows } from './flows.ts';
import { specs } from './specs.ts';

export const COMPUTATIONS = { fingerprint, chains, flows, specs };
