/** In this order: most browsers also call themselves by the names of those further down. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPad)\b/, 'iPhone or iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox, Windows": what its owner knows it by; empty when it says nothing that we know. It can lie, so it proves nothing. */
export function browserName(userAgent: string | undefined): string {
  const told = userAgent?.slice(0, 500) ?? '';
  const named = [browsers, systems].map((list) => list.find(([shape]) => shape.test(told))?.[1]);
  return named.filter((one) => one !== undefined).join(', ');
}
