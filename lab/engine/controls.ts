/** The controls of the page, made from the declarations of the spec. */
import type { Input } from '../../src/spec/kinds.ts';
import { parametersOf, sectionNames } from '../../src/spec/sections.ts';
import { spell } from '../../src/spec/spelling.ts';
import { type TomlValue, valueText } from '../../src/spec/toml-text.ts';

/** One key of a spec as plain data. */
export interface Control {
  /** As in TOML, `section.key`. */
  readonly key: string;
  readonly description: string;
  /** What may be written, in words. */
  readonly expected: string;
  readonly input: Input | undefined;
  /** What holds where nothing is given: the text of a value, or words. */
  readonly absent: string;
}

export const controls = (): Control[] =>
  sectionNames.flatMap((section) =>
    parametersOf(section).map(([name, { description, expected, absent, input }]) => ({
      key: `${section}.${spell(name, 'snake_case')}`,
      description,
      expected,
      input,
      absent: 'value' in absent ? valueText(absent.value as TomlValue) : absent.words,
    })),
  );
