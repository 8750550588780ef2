const side = { left: 'start', right: 'end' } as const;
type Side = keyof typeof side;

/**
 * Rewrites left and right as start and end in a compiled style sheet, so that right-to-left languages are mirrored by
 * the browser. The base design system is written for left-to-right only; this is one pass instead of a second sheet.
 * Declarations only: never selectors, values of other properties, or four-value shorthands.
 */
export function toLogical(css: string): string {
  return (
    css
      .replace(
        /([{;])(margin|padding|border)-(left|right)(-(?:width|style|color))?:/g,
        (_all, open: string, property: string, physical: Side, rest = '') =>
          `${open}${property}-inline-${side[physical]}${rest}:`,
      )
      .replace(/([{;])(left|right):/g, (_all, open: string, physical: Side) => `${open}inset-inline-${side[physical]}:`)
      .replace(
        /([{;])text-align:(left|right)\b/g,
        (_all, open: string, physical: Side) => `${open}text-align:${side[physical]}`,
      )
      .replace(
        /([{;])border-(top|bottom)-(left|right)-radius:/g,
        (_all, open: string, edge: string, physical: Side) =>
          `${open}border-${edge === 'top' ? 'start' : 'end'}-${side[physical]}-radius:`,
      )
      // Older phones know only the physical word; whoever knows both takes the last.
      .replace(
        /([{;])float:(left|right)\b/g,
        (_all, open: string, physical: Side) => `${open}float:${physical};float:inline-${side[physical]}`,
      )
  );
}
