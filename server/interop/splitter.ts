/** A resource, or an entry of a bundle, as bytes of a file; `bytes` is absent where there is trouble. */
export interface Piece {
  /** Of its first byte, and of the first one after it. */
  readonly position: number;
  readonly end: number;
  readonly bytes?: Buffer;
  /** The first bytes of one that was not kept, so that it can be named. */
  readonly beginning?: Buffer;
  /** `entry` of a bundle; `whole`: a resource by itself, or a bundle without its entries. */
  readonly kind: 'entry' | 'whole';
  readonly trouble?: Trouble;
}

export type Trouble = 'too-large' | 'too-deep' | 'cut-off' | 'stray';

/** Synthea's largest entries are some 100 kB; a scan as an attachment can be megabytes. */
const mostBytes = 16 * 1024 * 1024;
export const mostLevels = 100;

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

export interface Splitter {
  /** What is complete with these bytes. */
  push(chunk: Buffer): Piece[];
  /** What was begun and not ended. */
  end(): Piece[];
}

/**
 * Cuts FHIR JSON at the entries of its bundles without reading more of it than brackets and strings: memory stays at one
 * entry, and a broken one does not hide those after it. `at` is where in the file the first byte lies; `inEntries`: it
 * lies in the list of entries of a bundle. Measured against a token stream of a library: more than three times as fast, and
 * only this knows byte positions.
 */
export function makeSplitter({ at = 0, inEntries = false }: { at?: number; inEntries?: boolean } = {}): Splitter {
  let offset = at;
  let depth = inEntries ? 2 : 0;
  let listing = inEntries;
  // Of a bundle that was not read from its beginning, what is around its entries is no whole.
  let fragment = inEntries;
  let [inString, escaped, stray] = [false, false, false];
  let word: string | undefined;
  let key: string | undefined;
  let resourceType: string | undefined;
  let entry = makeCollector();
  let whole = makeCollector();
  let out: Piece[] = [];

  function finish(collector: Collector, kind: Piece['kind'], end: number, trouble?: Trouble): void {
    const { position, bytes, beginning } = collector.take();
    const wrong = trouble ?? (collector.deepest > mostLevels ? 'too-deep' : bytes ? undefined : 'too-large');
    const content = wrong === undefined || (wrong === 'cut-off' && bytes) ? bytes && { bytes } : { beginning };
    out.push({ position, end, kind, ...content, ...(wrong && { trouble: wrong }) });
  }

  /** Text where none belongs; a run of it is told once. */
  function meetStray(position: number): void {
    if (!stray) out.push({ position, end: position + 1, kind: listing ? 'entry' : 'whole', trouble: 'stray' });
    stray = true;
  }

  function open(byte: number, i: number): void {
    stray = false;
    if (depth === 0 && byte === openObject) {
      whole = makeCollector();
      whole.begin(offset + i, i);
      key = resourceType = undefined;
      depth = 1;
    } else if (depth === 1 && byte === openList && key === 'entry' && (resourceType ?? 'Bundle') === 'Bundle') {
      listing = true;
      depth = 2;
    } else if (depth === 2 && listing) {
      entry = makeCollector();
      entry.begin(offset + i, i);
      depth = 3;
    } else if (depth > 0) depth++;
    const collector = listing && depth > 2 ? entry : whole;
    collector.deepest = Math.max(collector.deepest, depth);
  }

  function close(chunk: Buffer, byte: number, i: number): void {
    if (depth === 0) return;
    if (depth === 2 && listing) {
      if (byte === closeObject) {
        meetStray(offset + i);
        return;
      }
      listing = false;
      whole.resume(i);
      depth = 1;
      return;
    }
    depth--;
    if (depth === 2 && listing) {
      entry.upTo(chunk, i + 1);
      finish(entry, 'entry', offset + i + 1);
    } else if (depth === 0) {
      whole.upTo(chunk, i + 1);
      if (!fragment) finish(whole, 'whole', offset + i + 1);
      fragment = false;
    }
  }

  function push(chunk: Buffer): Piece[] {
    out = [];
    let [nextQuote, nextBackslash] = [-1, -1];
    const next = (byte: number, from: number) => {
      const found = chunk.indexOf(byte, from);
      return found < 0 ? chunk.length : found;
    };
    for (let i = 0; i < chunk.length; ) {
      if (inString) {
        const from = i;
        if (escaped) {
          escaped = false;
          i++;
        } else {
          if (nextQuote < i) nextQuote = next(quote, i);
          if (nextBackslash < i) nextBackslash = next(backslash, i);
          escaped = nextBackslash < nextQuote;
          inString = escaped || nextQuote === chunk.length;
          i = Math.min(escaped ? nextBackslash + 1 : nextQuote + 1, chunk.length);
        }
        if (word !== undefined && word.length < 64) word += chunk.toString('latin1', from, inString ? i : i - 1);
        if (!inString && word !== undefined) {
          if (key === 'resourceType') resourceType = word;
          else if (key === undefined) key = word;
          word = undefined;
        }
        continue;
      }
      const byte = chunk[i] as number;
      if (byte === quote) {
        inString = true;
        if (depth === 1) word = '';
        else if (depth === 0 || (depth === 2 && listing)) meetStray(offset + i);
      } else if (byte === openObject || byte === openList) {
        open(byte, i);
        // The list of entries stays out of what is kept of its bundle.
        if (listing && depth === 2) whole.pause(chunk, i + 1);
      } else if (byte === closeObject || byte === closeList) close(chunk, byte, i);
      else if (byte === comma) {
        if (depth === 1) key = undefined;
      } else if ((depth === 0 || (depth === 2 && listing)) && byte > 0x20 && byte !== colon) meetStray(offset + i);
      i++;
    }
    entry.keep(chunk);
    whole.keep(chunk);
    offset += chunk.length;
    return out;
  }

  function end(): Piece[] {
    out = [];
    if (depth > 2 && listing) finish(entry, 'entry', offset, 'cut-off');
    else if (depth > 0) finish(whole, 'whole', offset, 'cut-off');
    depth = 0;
    return out;
  }

  return { push, end };
}

type Collector = ReturnType<typeof makeCollector>;

/** Keeps a stretch of the file that may lie in several chunks; past the most it keeps only the beginning. */
function makeCollector() {
  let parts: Buffer[] = [];
  let [position, size, from] = [0, 0, -1];
  const add = (slice: Buffer) => {
    const fits = size + slice.length <= mostBytes;
    if (size <= mostBytes) parts = fits ? [...parts, slice] : [Buffer.from((parts[0] ?? slice).subarray(0, 4096))];
    size += slice.length;
  };
  return {
    deepest: 0,
    begin(at: number, index: number) {
      position = at;
      from = index;
    },
    resume(index: number) {
      from = index;
    },
    upTo(chunk: Buffer, index: number) {
      if (from >= 0) add(chunk.subarray(from, index));
      from = -1;
    },
    pause(chunk: Buffer, index: number) {
      this.upTo(chunk, index);
    },
    /** The chunk ends and the stretch does not. */
    keep(chunk: Buffer) {
      if (from < 0) return;
      add(chunk.subarray(from));
      from = 0;
    },
    take() {
      const beginning = (parts[0] ?? Buffer.alloc(0)).subarray(0, 4096);
      const [only] = parts;
      const bytes = size > mostBytes ? undefined : parts.length === 1 && only ? only : Buffer.concat(parts);
      parts = [];
      from = -1;
      return { position, bytes, beginning };
    },
  };
}

/** The same for a file with one resource a line: what is broken ends with its line. */
export function makeLineSplitter({ at = 0 }: { at?: number } = {}): Splitter {
  let offset = at;
  let line = makeCollector();
  line.begin(at, 0);
  let out: Piece[] = [];

  function finish(end: number): void {
    const { position, bytes, beginning } = line.take();
    if (!bytes) out.push({ position, end, kind: 'whole', beginning, trouble: 'too-large' });
    else if (bytes.some((byte) => byte > 0x20)) {
      const tooDeep = levelsOf(bytes) > mostLevels;
      out.push({ position, end, kind: 'whole', ...(tooDeep ? { beginning, trouble: 'too-deep' } : { bytes }) });
    }
  }

  return {
    push(chunk) {
      out = [];
      for (let i = chunk.indexOf(0x0a); i >= 0; i = chunk.indexOf(0x0a, i + 1)) {
        line.upTo(chunk, i);
        finish(offset + i + 1);
        line = makeCollector();
        line.begin(offset + i + 1, i + 1);
      }
      line.keep(chunk);
      offset += chunk.length;
      return out;
    },
    end() {
      out = [];
      finish(offset);
      return out;
    },
  };
}

function levelsOf(bytes: Buffer): number {
  let [depth, deepest] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === quote) {
      for (i++; i < bytes.length && bytes[i] !== quote; i++) if (bytes[i] === backslash) i++;
    } else if (byte === openObject || byte === openList) deepest = Math.max(deepest, ++depth);
    else if (byte === closeObject || byte === closeList) depth--;
  }
  return deepest;
}
