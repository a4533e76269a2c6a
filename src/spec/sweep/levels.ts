/** Whether the chains of a study keep their levels, for curves between its points. */
import { parametersOf } from '../sections.ts';
import type { Given, Writing } from '../writing.ts';

const PATH = ['sampling', 'levels'];

/** The spec with `sampling.levels` as the sweep has it, unless the spec says it itself. */
export function withLevels(base: Writing, levels: boolean): Writing {
  const isDeclared = parametersOf('sampling').some(([name]) => name === PATH[1]);
  return isDeclared ? { ...base, given: [given(base, levels), ...base.given] } : base;
}

const given = ({ place }: Writing, levels: boolean): Given => ({
  path: PATH,
  value: levels,
  keyPlace: place,
  at: () => ({ place, written: String(levels) }),
});
