/** One name, two spellings: `chemicalPotential` in the library, `chemical_potential` in TOML and on the command line. */
export type Spelling = 'camelCase' | 'snake_case';

/** A name of the library as a user of the given spelling writes it. */
export function spell(name: string, spelling: Spelling): string {
  return spelling === 'camelCase' ? name : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
