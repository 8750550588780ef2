import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeLineSplitter, makeSplitter, type Piece, type Splitter } from './splitter.ts';

function cut(splitter: Splitter, text: string, sizes: readonly number[] = [7]): Piece[] {
  const bytes = Buffer.from(text);
  const pieces: Piece[] = [];
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = Math.max(1, sizes[n % sizes.length] ?? 1);
    pieces.push(...splitter.push(Buffer.from(bytes.subarray(at, at + size))));
    at += size;
  }
  return [...pieces, ...splitter.end()];
}

const jsonOf = (piece: Piece): unknown => JSON.parse(piece.bytes?.toString() ?? '');

test('whatever a bundle holds and however it arrives, its entries come out as they went in, each at its place', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ fullUrl: fc.string(), resource: fc.jsonValue({ maxDepth: 6 }) })),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
      fc.constantFrom(0, 2),
      (entry, sizes, indent) => {
        const text = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry, total: 1 }, null, indent);
        const pieces = cut(makeSplitter(), text, sizes);
        expect(pieces.filter((piece) => piece.kind === 'entry').map(jsonOf)).toEqual(JSON.parse(JSON.stringify(entry)));
        const around = pieces.filter((piece) => piece.kind === 'whole');
        expect(around.map(jsonOf)).toEqual([{ resourceType: 'Bundle', type: 'collection', entry: [], total: 1 }]);
        const bytes = Buffer.from(text);
        for (const piece of pieces) {
          if (piece.kind === 'entry') expect(bytes.subarray(piece.position, piece.end)).toEqual(piece.bytes);
        }
      },
    ),
  );
});

test('a resource by itself comes out whole, also one with a list called "entry" that is not a bundle', () => {
  const list = { resourceType: 'List', entry: [{ item: { reference: 'Patient/1' } }] };
  expect(cut(makeSplitter(), JSON.stringify(list)).map(jsonOf)).toEqual([list]);
});

test('an entry that is never closed is told as cut off, at its beginning', () => {
  const text = '{"resourceType":"Bundle","entry":[{"a":1},{"b":[1,2}';
  expect(cut(makeSplitter(), text).map(({ position, trouble }) => [position, trouble])).toEqual([
    [34, undefined],
    [42, 'cut-off'],
  ]);
});

test('depth is counted, not followed', () => {
  const [piece] = cut(makeSplitter(), `{"entry":[{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}]}`, [65_536]);
  expect(piece).toMatchObject({ kind: 'entry', trouble: 'too-deep' });
});

test('lines come out one by one, and a broken one ends with its line', () => {
  const pieces = cut(makeLineSplitter(), '{"a":"x\\ny"}\n\n{"b":\n{"c":1}');
  expect(pieces.map(({ position, bytes }) => [position, bytes?.toString()])).toEqual([
    [0, '{"a":"x\\ny"}'],
    [14, '{"b":'],
    [20, '{"c":1}'],
  ]);
});
