/** The names that a key of a spec takes, from its declaration. */
import { sections } from '../../src/spec/sections.ts';

const quoted = (words: string): string[] => [...new Set([...words.matchAll(/"([^"]+)"/g)].map(([, name]) => name))];

export const METHODS: readonly string[] = quoted(sections.sampling.method.expected);

/** Learned models; `auto` chooses one of them. */
export const KINDS: readonly string[] = quoted(sections.effective.kind.expected).filter((name) => name !== 'auto');
