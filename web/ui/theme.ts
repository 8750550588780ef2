import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The portal's pine and lamplight, spread into scales; shade 8 carries white text at 4.5 to 1 or better. */
const pine: MantineColorsTuple = [
  '#e8f3f0',
  '#d0e6e1',
  '#a9d0c8',
  '#7fb8ae',
  '#5aa096',
  '#3d897f',
  '#2a7169',
  '#1c5c58',
  '#10494b',
  '#0a3537',
];
const lamp: MantineColorsTuple = [
  '#fff7e8',
  '#fdeed5',
  '#fbdfae',
  '#f9cf86',
  '#f6b95f',
  '#e29f3c',
  '#c07f22',
  '#98620f',
  '#744a08',
  '#553504',
];
const brick: MantineColorsTuple = [
  '#fdf1ed',
  '#fae0d9',
  '#f4c3b8',
  '#eb9e8e',
  '#e17b67',
  '#d65c47',
  '#c84633',
  '#b83326',
  '#a3241b',
  '#7d1912',
];
const leaf: MantineColorsTuple = [
  '#eaf5ee',
  '#d5eadc',
  '#afd5bc',
  '#85bd99',
  '#5fa679',
  '#42905f',
  '#317b4d',
  '#266d43',
  '#1d6340',
  '#134a2e',
];
const gray: MantineColorsTuple = [
  '#faf8f4',
  '#f3efe8',
  '#e8e2d8',
  '#d9d1c4',
  '#857f74',
  '#7c776d',
  '#625f58',
  '#4c4a45',
  '#363633',
  '#1f2a2c',
];
const dark: MantineColorsTuple = [
  '#e6ebe9',
  '#c9d1cf',
  '#a9b4b2',
  '#8b9896',
  '#7d8a88',
  '#344142',
  '#263132',
  '#192223',
  '#121a1b',
  '#0b1112',
];

export const theme = createTheme({
  primaryColor: 'pine',
  // In the dark the button is the light thing; autoContrast gives it dark words.
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.28,
  colors: { pine, lamp, brick, leaf, gray, dark },
  black: '#1f2a2c',
  fontFamily: "'Atkinson Hyperlegible Next', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Consolas, monospace",
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1.0625rem' }, h3: { fontSize: '0.9375rem' } },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '18px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true } },
    Anchor: { defaultProps: { underline: 'always' } },
    Loader: { defaultProps: { type: 'dots' } },
  },
});
