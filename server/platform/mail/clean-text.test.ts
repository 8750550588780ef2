import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanFileName, cleanLine, cleanText } from './clean-text.ts';

it.each([
  ['a\u0000b', 'ab'],
  ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ['\u001b[31mred\u007f\u0085', '[31mred'],
  ['half \ud83d a pair', 'half \ufffd a pair'],
  ['\tindented', '\tindented'],
])('text %j becomes %j', (given, expected) => expect(cleanText(given)).toBe(expected));

it.each([
  ['Hello\r\nBcc: all@clinic.test', 'Hello Bcc: all@clinic.test'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\u2028b\u2029c\u000bd', 'a b c d'],
  ['  wide \t\t open ', 'wide open'],
  ['\u200fمرحبا', '\u200fمرحبا'],
])('the line %j becomes %j', (given, expected) => expect(cleanLine(given)).toBe(expected));

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\scan.pdf', 'scan.pdf'],
  ['.htaccess', 'htaccess'],
  ['scan\u0000.pdf', 'scan .pdf'],
  ['a<b>:c".png', 'a_b__c_.png'],
  ['', ''],
  ['..', ''],
])('the file name %j becomes %j', (given, expected) => expect(cleanFileName(given)).toBe(expected));

it('a long file name keeps its ending', () => {
  const name = cleanFileName(`${'x'.repeat(5000)}.pdf`);
  expect(name).toHaveLength(120);
  expect(name).toMatch(/…\.pdf$/);
});

it('whatever comes in, PostgreSQL and one line of a header can hold what comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 10, max: 40 }), (given, most) => {
      for (const clean of [cleanText(given, most), cleanLine(given, most), cleanFileName(given)]) {
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toContain('\u0000');
      }
      expect(cleanLine(given, most)).not.toMatch(/[\r\n\u2028\u2029]/);
      expect(cleanLine(given, most).length).toBeLessThanOrEqual(most);
    }),
  );
});
