/** `--set section.key=value` as writing: the value is TOML, or a bare name such as `chain`. */
import { type Hint, hintFor } from './meant.ts';
import { tomlValue } from './read-toml.ts';
import { SpecError } from './spec-error.ts';
import { type Given, SWEEP, type Writing } from './writing.ts';

/** Reads an override. `writing`: what it is an override of. Throws SpecError when the option has no `=` or no section. */
export function readOverride(option: string, writing: Writing): Given {
  const [, name, text] = /^([^=]*)=(.*)$/s.exec(option) ?? [];
  const path = pathOf(name?.trim() ?? '');
  if (path.length !== 2 || text.trim() === '')
    throw new SpecError([{ ...malformed(option), ...hintAt(path, text, writing) }]);
  const place = { origin: `--set ${option}` };
  const written = text.trim();
  return { path, value: meaning(written), keyPlace: place, at: () => ({ place, written }) };
}

/** All that follows sweep is one name there, which is refused with the names that there are. */
function pathOf(name: string): string[] {
  const [section, ...keys] = name.split('.');
  return section === SWEEP && keys.length > 1 ? [section, keys.join('.')] : [section, ...keys];
}

/** What a single name may have been meant for. */
function hintAt(path: readonly string[], text: string, writing: Writing): Hint {
  const [name] = path;
  return path.length === 1 && text?.trim() ? hintFor(name, undefined, meaning(text.trim()), writing) : {};
}

const malformed = (option: string) => ({
  key: '',
  expected: 'section.key=value, as in model.temperature=0.1',
  found: JSON.stringify(option),
  place: { origin: '--set' },
});

/** What is not TOML stays text: a name, or something for the schema to refuse. */
const meaning = (text: string): unknown => tomlValue(text) ?? text;
