/** Modules that threads load: files beside those of the program, or parts of a program that is one file. */
type Load = () => Promise<unknown>;

const inside = new Map<string, Load>();

/** Tells the modules of a program that is one file, by the names of their files without endings. */
export function adoptModules(modules: Readonly<Record<string, Load>>): void {
  for (const [name, load] of Object.entries(modules)) inside.set(name, load);
}

/**
 * The URL of a module of this program, for a thread to load; `name`: its place from the module at `base`. The sources run as they are, after a build modules are JavaScript,
 * and in a program that is one file the URL is of that file, with the module as its fragment.
 */
export function workerModule(name: string, base: string): URL {
  const part = name.slice(name.lastIndexOf('/') + 1);
  if (inside.has(part)) return new URL(`#${part}`, base);
  return new URL(`./${name}${base.endsWith('.ts') ? '.ts' : '.js'}`, base);
}

/** Loads what `workerModule` names, or any other module. */
export function loadModule(url: string): Promise<unknown> {
  const load = inside.get(new URL(url).hash.slice(1));
  return load ? load() : import(url);
}
