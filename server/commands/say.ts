export const count = (number: number): string => number.toLocaleString('en-US').replaceAll(',', ' ');

export function megabytes(bytes: number): string {
  const mb = bytes / 1_000_000;
  return `${mb >= 100 ? count(Math.round(mb)) : mb.toFixed(1)} MB`;
}

/** Since a moment of `performance.now()`. */
export const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
