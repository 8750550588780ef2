import type { Ctx } from '../../platform/ctx.ts';
import { type StoredFile, storeFile } from '../../platform/files/files.ts';
import type { UploadedFile } from '../../platform/http/route.ts';
import { Problem } from '../../platform/problem.ts';
import { oneLine } from './typed-fields.ts';

export type FileWord = 'filesTooLarge' | 'filesWrongKind' | 'filesEmpty' | 'filesTooMany';

export interface FileTrouble {
  readonly word: FileWord;
  readonly name: string;
}

const wordOf: Readonly<Record<string, FileWord>> = {
  'platform.file-too-large': 'filesTooLarge',
  'platform.file-kind': 'filesWrongKind',
  'platform.file-empty': 'filesEmpty',
};

/** Keeps what can be kept and says of the rest, by name, why not. */
export async function storeUploads(
  ctx: Ctx,
  uploads: readonly UploadedFile[],
  room: number,
): Promise<{ stored: StoredFile[]; troubles: FileTrouble[] }> {
  const stored: StoredFile[] = [];
  const troubles: FileTrouble[] = [];
  for (const upload of uploads) {
    const name = oneLine(upload.name.toWellFormed().replaceAll('\0', '')).slice(0, 60) || '?';
    if (upload.isTooMany) troubles.push({ word: 'filesTooMany', name });
    else if (upload.isTooLarge) troubles.push({ word: 'filesTooLarge', name });
    else if (stored.length >= room) troubles.push({ word: 'filesTooMany', name });
    else {
      const outcome = await storeFile(ctx, { name: upload.name, bytes: upload.bytes }).catch((error: unknown) => {
        const word = error instanceof Problem ? wordOf[error.code] : undefined;
        if (word === undefined) throw error;
        return { word };
      });
      if ('word' in outcome) troubles.push({ word: outcome.word, name });
      else stored.push(outcome);
    }
  }
  // Too many is said once, however many there are.
  const tooMany = troubles.find(({ word }) => word === 'filesTooMany');
  return { stored, troubles: troubles.filter((one) => one.word !== 'filesTooMany' || one === tooMany) };
}
