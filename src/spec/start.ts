/** Where chains begin, as `sampling.start` says: hot and cold, from a named configuration, or from a file. */
import * as z from 'zod';
import { CONFIGURATION_NAMES, type ConfigurationName, parseConfigurationName } from '../spins/named.ts';
import { nearest } from '../words/nearest.ts';
import type { Kind } from './kinds.ts';

/** What a value of the key means. */
export type Start =
  | { readonly kind: 'hot-and-cold' | 'hot' | 'cold' }
  | { readonly kind: 'named'; readonly name: ConfigurationName; readonly period?: number | undefined }
  | { readonly kind: 'file'; readonly path: string };

const TEMPERATURES = ['hot-and-cold', 'hot', 'cold'] as const;
/** Random spins are "hot", each chain its own. */
const NAMES: readonly string[] = [...TEMPERATURES, ...CONFIGURATION_NAMES.filter((name) => name !== 'random')];

/** The meaning of a value that is in order. What has a dot or a slash in it is a file. */
export function startOf(text: string): Start {
  const plain = TEMPERATURES.find((name) => name === text);
  if (plain) return { kind: plain };
  if (isPath(text)) return { kind: 'file', path: text };
  return { kind: 'named', ...parseConfigurationName(text) };
}

const isPath = (text: string): boolean => /[./\\]/.test(text);

const isStart = (text: string): boolean => isPath(text) || NAMES.includes(text) || /^skyrmion-crystal:\d+$/.test(text);

const WRITTEN = NAMES.map((name) => JSON.stringify(name === 'skyrmion-crystal' ? `${name}:6` : name));
const expected = `${WRITTEN.join(', ')}, or a file of spins as "start.npy"`;

export const startKind: Kind<z.ZodString> = {
  expected,
  schema: z.string({ error: expected }).refine(isStart, { error: expected }),
  suggest: (value) => {
    if (value === 'random') return '"hot"';
    const name = typeof value === 'string' ? nearest(value, NAMES) : undefined;
    return name && JSON.stringify(name);
  },
  input: { names: NAMES, isComplete: false },
};
