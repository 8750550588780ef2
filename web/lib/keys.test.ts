import { expect, test } from 'vitest';
import { isSingleKey, makeKeyReader, nameOfPress } from './keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  nameOfPress({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test.each([
  ['c', {}, 'c'],
  ['C', { shiftKey: true }, 'c'],
  ['?', { shiftKey: true }, '?'],
  ['Enter', { ctrlKey: true }, 'mod+enter'],
  ['Enter', { metaKey: true, shiftKey: true }, 'mod+shift+enter'],
  ['Escape', {}, 'escape'],
] as const)('%s with %o is %s', (key, held, name) => {
  expect(press(key, held)).toBe(name);
});

test('a modifier alone, and letters typed with Alt or an input method, mean nothing', () => {
  for (const key of ['Shift', 'Control', 'Meta', 'Dead', 'Process']) expect(press(key)).toBeUndefined();
  expect(press('@', { altKey: true })).toBeUndefined();
});

test('only keys that print something are switched off in fields', () => {
  expect(['c', '?', 'enter', '/'].every(isSingleKey)).toBe(true);
  expect(['mod+k', 'mod+enter', 'escape'].some(isSingleKey)).toBe(false);
});

test('two keys in a row mean one thing, if the second comes soon', () => {
  const known = (keys: string) => ['g d', 'd', 'c'].includes(keys);
  const read = makeKeyReader();
  expect(read('g', 0, known)).toBeUndefined();
  expect(read('d', 400, known)).toBe('g d');
  expect(read('d', 500, known)).toBe('d');
  expect(read('g', 1000, known)).toBeUndefined();
  expect(read('d', 3000, known)).toBe('d');
  expect(read('c', 3100, known)).toBe('c');
});
