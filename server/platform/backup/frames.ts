/** A kind (one byte), the length of what follows (four bytes), and that. */
export interface Frame {
  readonly kind: number;
  readonly bytes: Buffer;
}

/** `head` comes first, then a `table`, its `rows` and its `tableEnd` for each, `end` last. */
export const kinds = { head: 0x48, table: 0x54, rows: 0x52, tableEnd: 0x45, end: 0x5a } as const;

const prefixBytes = 5;
/** No frame that we write is longer; a longer one is none of ours, and nobody should make room for it. */
const mostBytes = 1 << 30;

export class NotOurs extends Error {}

export function frame(kind: number, bytes: Buffer): Buffer[] {
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt8(kind, 0);
  prefix.writeUInt32BE(bytes.length, 1);
  return [prefix, bytes];
}

export const jsonFrame = (kind: number, value: unknown): Buffer[] => frame(kind, Buffer.from(JSON.stringify(value)));

/** Takes a stream of bytes apart, holding no more than one frame. @throws NotOurs when it ends in the middle of one. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame, void> {
  const held: Buffer[] = [];
  let length = 0;
  let wanted = prefixBytes;
  let kind: number | undefined;
  for await (const chunk of source) {
    held.push(chunk);
    length += chunk.length;
    while (length >= wanted) {
      const all = held.length === 1 ? (held[0] ?? chunk) : Buffer.concat(held, length);
      const bytes = all.subarray(0, wanted);
      const rest = all.subarray(wanted);
      held.splice(0, held.length, ...(rest.length > 0 ? [rest] : []));
      length = rest.length;
      if (kind === undefined) {
        kind = bytes.readUInt8(0);
        wanted = bytes.readUInt32BE(1);
        if (wanted > mostBytes) throw new NotOurs('A part is longer than any that Bedside writes.');
      } else {
        yield { kind, bytes };
        kind = undefined;
        wanted = prefixBytes;
      }
    }
  }
  if (length > 0 || kind !== undefined) throw new NotOurs('It ends in the middle of a part.');
}
