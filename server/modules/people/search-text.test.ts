import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearness, readSearchText, slipsBetween } from './search-text.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const read = (text: string) => readSearchText(text, today);

test.each([
  ['1980-03-12', ['1980-03-12'], ''],
  ['garcia 3/12/1980', ['1980-03-12', '1980-12-03'], 'garcia'],
  ['12.3.80 García', ['1980-12-03', '1980-03-12'], 'García'],
  ['31/12/1980', ['1980-12-31'], ''],
  ['12 March 1980', ['1980-03-12'], ''],
  ['March 12, 1980 Ana', ['1980-03-12'], 'Ana'],
  ['María 12 de marzo de 1980', ['1980-03-12'], 'María'],
  ['1 ene 2001', ['2001-01-01'], ''],
  ['4/5/26', ['2026-04-05', '2026-05-04'], ''],
  ['4/5/27', ['1927-04-05', '1927-05-04'], ''],
  ['19800312', ['1980-03-12'], ''],
  ['03121980', ['1980-03-12', '1980-12-03'], ''],
  ['30/02/1980', [], ''],
  ['1780-01-01', [], ''],
  ['Ana Lee', [], 'Ana Lee'],
])('%s is read as dates %j with the name %j', (text, dates, names) => {
  const it = read(text);
  expect([...it.dates].toSorted()).toEqual([...dates].toSorted());
  expect(it.names).toBe(names);
});

test('numbers and addresses are known for what they are', () => {
  expect(read('mr-0012 34').identifiers).toContain('MR001234');
  expect(read('(617) 555-0134')).toMatchObject({ addresses: ['+16175550134'], lastDigits: '4310555716' });
  expect(read('Ada@Example.org')).toMatchObject({ addresses: ['ada@example.org'], names: '' });
  expect(read('Ana 55').lastDigits).toBeUndefined();
});

test('a swap of two letters is one slip', () => {
  expect(slipsBetween('gracia', 'garcia')).toBe(1);
  expect(slipsBetween('', 'abc')).toBe(3);
  expect(nearness('garcia', 'garcia')).toBe(1);
  expect(nearness('gar', 'garcia')).toBe(0.95);
  expect(nearness('gracia', 'garcia')).toBeGreaterThan(nearness('gomez', 'garcia'));
});

test('whatever is typed is read, in good time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
      for (const date of read(text).dates) expect(Temporal.PlainDate.from(date).toString()).toBe(date);
    }),
  );
  const began = performance.now();
  for (const one of ['1', ' ', 'a ', '1/', 'ene ', '1 de ']) read(one.repeat(50_000 / one.length));
  expect(performance.now() - began).toBeLessThan(1500);
});
