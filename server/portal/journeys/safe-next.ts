/** A page of our own to go to next, or the first page: anything that could lead elsewhere is not a page of ours. */
export function safeNext(given: string | undefined, otherwise = '/'): string {
  if (given === undefined || given.length > 200) return otherwise;
  return /^\/(?:[\w-]+(?:\/[\w-]+)*)?$/.test(given) && !given.startsWith('/api/') ? given : otherwise;
}
