import type { FileResult, ImportResult } from './import-fhir.ts';
import { ourTypes, type Refusal } from './resources.ts';

const columns = ['added', 'changed', 'unchanged'] as const;
const mostNamed = 20;

/** What an import did, for a terminal; `failed` when something was refused. */
export function reportOf(result: ImportResult, seconds: number): { lines: string[]; failed: boolean } {
  const counts = sum(result.files);
  const refused = result.files.reduce((all, file) => all + file.refusedCount, 0);
  const taken = ourTypes.filter((type) => columns.some((column) => counts.has(`${type}.${column}`)));
  const total = [...counts].reduce((all, [key, one]) => all + (key.startsWith('note.') ? 0 : one), refused);
  const resumed = result.files.filter((file) => file.resumedAt > 0).length;
  return {
    failed: refused > 0,
    lines: [
      `${result.files.length} ${result.files.length === 1 ? 'file' : 'files'}, ${total} resources in ${seconds.toFixed(1)} s${
        resumed > 0 ? `; ${resumed} went on where an earlier import had stopped` : ''
      }.`,
      ...(taken.length > 0 ? ['', ...table(taken, counts)] : []),
      ...section('Not taken over, because Bedside has no place for them:', listOf(counts, 'other.')),
      ...section('Taken over in part:', listOf(counts, 'note.')),
      ...section(
        'Left out:',
        result.leftOut.slice(0, mostNamed).map(({ name, why }) => `${plain(name)} ${why}`),
        result.leftOut.length - mostNamed,
      ),
      ...refusals(result.files, refused),
    ],
  };
}

function sum(files: readonly FileResult[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files)
    for (const [key, more] of Object.entries(file.counts)) counts.set(key, (counts.get(key) ?? 0) + more);
  return counts;
}

function table(types: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  const width = Math.max(...types.map((type) => type.length));
  const line = (first: string, cells: readonly (string | number)[]) =>
    `  ${first.padEnd(width)}${cells.map((cell) => String(cell).padStart(11)).join('')}`;
  return [
    line('', columns),
    ...types.map((type) =>
      line(
        type,
        columns.map((column) => counts.get(`${type}.${column}`) ?? 0),
      ),
    ),
  ];
}

const listOf = (counts: ReadonlyMap<string, number>, start: string): string[] =>
  [...counts]
    .filter(([key]) => key.startsWith(start))
    .toSorted(([, a], [, b]) => b - a)
    .map(([key, count]) => `${key.slice(start.length)}: ${count}`);

function section(title: string, lines: readonly string[], more = 0): string[] {
  if (lines.length === 0) return [];
  return ['', title, ...lines.map((line) => `  ${line}`), ...(more > 0 ? [`  and ${more} more`] : [])];
}

function refusals(files: readonly FileResult[], count: number): string[] {
  const shown = files.flatMap((file) =>
    file.refused.map((one) => `${plain(file.name)}, byte ${one.position}: ${sentence(one)}`),
  );
  return section(
    `Refused: ${count}. All others are in.`,
    shown.slice(0, mostNamed),
    count - Math.min(mostNamed, shown.length),
  );
}

const sentence = ({ resourceType, sourceId, reason }: Refusal): string =>
  [resourceType, sourceId && plain(sourceId), reason].filter(Boolean).join(' ');

/** An id may hold anything, also what moves a terminal's cursor. */
const plain = (text: string) => text.slice(0, 80).replace(/[^\x20-\x7e]/g, '?');
