/** What of a key press the rules below look at. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** `c`, `?`, `mod+enter`, `mod+shift+enter`; undefined while only a modifier is held. */
export function nameOfPress(press: Press): string | undefined {
  if (['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Dead', 'Process'].includes(press.key)) return undefined;
  if (press.altKey) return undefined;
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase();
  const mod = press.ctrlKey || press.metaKey ? 'mod+' : '';
  // A printed sign such as `?` already says that shift was held.
  const shift = press.shiftKey && (key.length > 1 || mod !== '') ? 'shift+' : '';
  return `${mod}${shift}${key}`;
}

/** Keys that print something; off inside fields, and off altogether for who switched them off. */
export const isSingleKey = (name: string): boolean => !name.includes('mod+') && name !== 'escape';

const sequenceMs = 1200;

/** Follows presses and names what was meant; two keys (`g d`) count when they follow each other quickly. */
export function makeKeyReader(): (name: string, at: number, known: (keys: string) => boolean) => string | undefined {
  let first: { name: string; at: number } | undefined;
  return (name, at, known) => {
    const before = first && at - first.at <= sequenceMs ? first.name : undefined;
    first = undefined;
    if (before !== undefined && known(`${before} ${name}`)) return `${before} ${name}`;
    if (known(name)) return name;
    first = { name, at };
    return undefined;
  };
}
