/** The 95 % interval of a share by Wilson's score, which stays honest near 0 and 1 and for few; undefined of none. */
export function wilson(hits: number, of: number): { readonly low: number; readonly high: number } | undefined {
  if (of === 0) return undefined;
  const z = 1.96;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const whole = 1 + (z * z) / of;
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}
