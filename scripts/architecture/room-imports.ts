/** Which room of src/ imports from which, without what follows from the rest. */

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const roomOf = (file: string): string => file.split('/')[0];

/** `imports`: by file of src/, what it imports. Rooms in the given order; other files, and packages, are left out. */
export function roomImports(imports: ReadonlyMap<string, readonly string[]>, rooms: readonly string[]): Graph {
  const between = [...imports].flatMap(([file, names]) =>
    names.filter((name) => imports.has(name)).map((name) => [roomOf(file), roomOf(name)]),
  );
  const importedBy = (room: string) => between.filter(([from, to]) => from === room && to !== room).map(([, to]) => to);
  return new Map(rooms.map((room) => [room, new Set(importedBy(room))]));
}

/** The transitive reduction: an import of a room that another imported room reaches goes. Expects no cycles. */
export function reduced(graph: Graph): Graph {
  return new Map([...graph].map(([room, imported]) => [room, new Set(withoutReached(graph, [...imported]))]));
}

const withoutReached = (graph: Graph, imported: readonly string[]): string[] =>
  imported.filter((room) => !imported.some((other) => reaches(graph, other, room)));

function reaches(graph: Graph, from: string, to: string): boolean {
  return [...(graph.get(from) ?? [])].some((next) => next === to || reaches(graph, next, to));
}
