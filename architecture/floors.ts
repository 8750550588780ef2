/** What may be imported only ever lies on a lower floor; modules on one floor never import each other. */
export const moduleFloors: readonly (readonly string[])[] = [
  ['people', 'workforce', 'places', 'wording'],
  // The gate for contact asks what is true of people, so it stands above them and below all who want to reach them.
  // A promise may be made about anything above: a question today, a visit or a bill later.
  ['messaging', 'promises'],
  ['desk'],
];

/** Above the modules, lowest first; one floor a line. */
const upperFloors: readonly (readonly string[])[] = [
  ['portal', 'interop'],
  ['demo'],
  ['app'],
  ['serve'],
  ['commands'],
  ['main'],
];

export interface Place {
  readonly name: string;
  readonly floor: number;
}

const places = new Map<string, Place>();
for (const [index, names] of [...moduleFloors, ...upperFloors].entries()) {
  for (const name of names) places.set(name, { name, floor: index + 1 });
}

/** The part of the server a file belongs to; undefined outside the floors (testing, web, tools). */
export function placeOf(path: string): Place | undefined {
  if (path.startsWith('server/platform/')) return { name: 'platform', floor: 0 };
  const inModule = /^server\/modules\/([^/]+)\//.exec(path)?.[1];
  if (inModule) return places.get(inModule);
  // Who is asking is told by people and workforce together, so it is joined where the modules are.
  if (path === 'server/identify.ts') return places.get('app');
  if (/^server\/(mail-intake|first-administrator|first-front-desk)\.ts$/.test(path)) return places.get('serve');
  const above = /^server\/(?:(portal|interop|demo|commands)\/|(app|serve|main)\.ts$)/.exec(path);
  return above ? places.get(above[1] ?? above[2] ?? '') : undefined;
}

/** The floor of a database schema: the platform's is the ground; that of a module, the portal or the import has its name. */
export function floorOfSchema(schema: string): number | undefined {
  return schema === 'platform' ? 0 : places.get(schema)?.floor;
}
