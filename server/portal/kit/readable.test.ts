import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { palette, readablePairs } from './palette.ts';

const channels = (colour: string) =>
  [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255);

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, two: string) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(two)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('the palette', () => {
  it('is measured as the standard measures', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(readablePairs)('$front is readable on $back as $as', ({ front, back, as }) => {
    expect(contrast(palette[front], palette[back])).toBeGreaterThanOrEqual(as === 'text' ? 4.5 : 3);
  });

  it('is where every colour of our style sheets comes from', async () => {
    const folder = path.join(import.meta.dirname, 'styles');
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const source = await readFile(path.join(folder, file), 'utf8');
      const strays = source.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi) ?? [];
      // Paper is printed in the only black a printer has without mixing colours.
      expect(
        strays.filter((stray) => stray !== '#000' || file !== '_paper.scss'),
        file,
      ).toEqual([]);
    }
  });
});
