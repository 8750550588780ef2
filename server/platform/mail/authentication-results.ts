/** One `method=result` of an Authentication-Results header with what it was found out about. */
export interface MethodResult {
  readonly method: string;
  readonly result: string;
  /** As `header.from`; the first where one is given twice. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface AuthenticationResults {
  /** The authserv-id: who says it. */
  readonly by: string;
  readonly results: readonly MethodResult[];
}

const longestHeader = 8000;

/**
 * Reads one header by the grammar of RFC 8601 section 2.2, and nothing of one that is not well formed: what a stranger
 * typed stands in it too, in comments and quoted text, and must never be read as a result.
 */
export function readAuthenticationResults(value: string): AuthenticationResults | undefined {
  const [head, ...parts] = (value.length <= longestHeader && splitWords(value)) || [];
  const [by = '', version = '1', ...more] = head ?? [];
  if (!/^[a-z0-9._-]+$/i.test(by) || version !== '1' || more.length > 0) return undefined;
  return { by: by.toLowerCase(), results: parts.flatMap((words) => methodResult(words) ?? []) };
}

function methodResult([first = '', ...words]: readonly string[]): MethodResult | undefined {
  const [, method, result] = /^([a-z][a-z0-9-]*)(?:\/1)?=([a-z]+)$/i.exec(first) ?? [];
  if (method === undefined || result === undefined) return undefined;
  const properties = new Map<string, string>();
  for (const word of words) {
    const [, name, said] = /^([a-z][a-z0-9-]*\.[a-z0-9-]+)=(.+)$/i.exec(word) ?? [];
    if (name !== undefined && said !== undefined && !properties.has(name.toLowerCase()))
      properties.set(name.toLowerCase(), said);
  }
  return { method: method.toLowerCase(), result: result.toLowerCase(), properties };
}

/**
 * The words between the semicolons, without comments; quoted text keeps its quotes, so that it looks like no name.
 * Undefined where a comment or a quote does not end. One walk, whatever is in it.
 */
function splitWords(value: string): string[][] | undefined {
  const parts: string[][] = [];
  let words: string[] = [];
  let word = '';
  let depth = 0;
  let quoted = false;
  let apart = false;
  for (let at = 0; at < value.length; at += 1) {
    const sign = value.charAt(at);
    const escaped: boolean = sign === '\\' && (quoted || depth > 0);
    if (escaped) at += 1;
    if (quoted) {
      word += escaped ? sign + value.charAt(at) : sign;
      quoted = escaped || sign !== '"';
    } else if (depth > 0 || sign === '(') {
      if (!escaped) depth += Number(sign === '(') - Number(sign === ')');
      apart = true;
    } else if (sign === ';') {
      if (word !== '') words.push(word);
      parts.push(words);
      words = [];
      word = '';
      apart = false;
    } else if (/\s/.test(sign)) {
      apart = true;
    } else {
      // White space and comments may stand around the first `=` of a word.
      const belongs = word === '' || /^[^=]*=$/.test(word) || (sign === '=' && !word.includes('='));
      if (apart && !belongs) {
        words.push(word);
        word = '';
      }
      word += sign;
      apart = false;
      quoted = sign === '"';
    }
  }
  if (quoted || depth > 0) return undefined;
  if (word !== '') words.push(word);
  return [...parts, words];
}
