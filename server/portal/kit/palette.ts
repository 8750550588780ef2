/**
 * Every colour of the portal, once: the style sheet is compiled with these values and the contrast test reads them.
 * Paper and lamplight rather than white and blue: it is often read at night, by someone who is afraid.
 */
export const palette = {
  ink: '#1f2a2c',
  softInk: '#4a5759',
  white: '#ffffff',
  paper: '#fbf8f3',
  linen: '#f2ebe0',
  line: '#ddd3c3',
  fieldLine: '#56656a',
  pine: '#10494b',
  deepPine: '#0a3537',
  paleMint: '#e6f0ec',
  link: '#0b5a66',
  visited: '#5c3170',
  lamp: '#f6b95f',
  lampGlow: '#fdeed5',
  amber: '#ffc845',
  brick: '#a3241b',
  paleBrick: '#fcebe6',
  leaf: '#1d6340',
  paleLeaf: '#e4f1e7',
} as const;

export type Colour = keyof typeof palette;

/**
 * Which colour is read on which: `text` needs 4.5 to 1 (WCAG 2.2, 1.4.3), `shape` (a field's edge, a sign, the focus
 * ring) needs 3 to 1 (1.4.11). A new pair in the style sheet belongs here.
 */
export const readablePairs: readonly { front: Colour; back: Colour; as: 'text' | 'shape' }[] = [
  { front: 'ink', back: 'paper', as: 'text' },
  { front: 'ink', back: 'white', as: 'text' },
  { front: 'ink', back: 'linen', as: 'text' },
  { front: 'ink', back: 'amber', as: 'text' },
  { front: 'ink', back: 'lampGlow', as: 'text' },
  { front: 'ink', back: 'paleMint', as: 'text' },
  { front: 'ink', back: 'paleBrick', as: 'text' },
  { front: 'ink', back: 'paleLeaf', as: 'text' },
  { front: 'softInk', back: 'paper', as: 'text' },
  { front: 'softInk', back: 'white', as: 'text' },
  { front: 'softInk', back: 'linen', as: 'text' },
  { front: 'softInk', back: 'paleMint', as: 'text' },
  { front: 'link', back: 'paper', as: 'text' },
  { front: 'link', back: 'white', as: 'text' },
  { front: 'link', back: 'linen', as: 'text' },
  { front: 'link', back: 'lampGlow', as: 'text' },
  { front: 'link', back: 'paleMint', as: 'text' },
  { front: 'visited', back: 'paper', as: 'text' },
  { front: 'visited', back: 'white', as: 'text' },
  { front: 'visited', back: 'linen', as: 'text' },
  { front: 'deepPine', back: 'paper', as: 'text' },
  { front: 'deepPine', back: 'paleMint', as: 'text' },
  { front: 'white', back: 'pine', as: 'text' },
  { front: 'white', back: 'deepPine', as: 'text' },
  { front: 'lampGlow', back: 'pine', as: 'text' },
  { front: 'white', back: 'brick', as: 'text' },
  { front: 'white', back: 'leaf', as: 'text' },
  { front: 'brick', back: 'paper', as: 'text' },
  { front: 'brick', back: 'white', as: 'text' },
  { front: 'brick', back: 'paleBrick', as: 'text' },
  { front: 'leaf', back: 'paleLeaf', as: 'text' },
  { front: 'leaf', back: 'paper', as: 'text' },
  { front: 'fieldLine', back: 'white', as: 'shape' },
  { front: 'fieldLine', back: 'paper', as: 'shape' },
  { front: 'lamp', back: 'pine', as: 'shape' },
  { front: 'amber', back: 'ink', as: 'shape' },
  { front: 'amber', back: 'pine', as: 'shape' },
];
