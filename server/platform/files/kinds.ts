import { fileTypeFromBuffer } from 'file-type';

/** What may be sent in, by what the bytes are, never by what the sender calls them. Nothing here runs when opened in a browser. */
const allowed: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/tiff': 'tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/plain': 'txt',
};

export interface FileKind {
  readonly mediaType: string;
  readonly extension: string;
}

/** The kind of these bytes, or undefined when it is not one we take. */
export async function kindOf(bytes: Uint8Array): Promise<FileKind | undefined> {
  const sniffed = await fileTypeFromBuffer(bytes);
  const mediaType = sniffed?.mime ?? (isPlainText(bytes) ? 'text/plain' : undefined);
  const extension = mediaType && allowed[mediaType];
  return extension ? { mediaType, extension } : undefined;
}

/** UTF-8 without control characters, and without markup at its start that some program might take for a page. */
function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !/^\s*(<[a-z!?]|%!|#!)/i.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const hidden = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** A name that shows what the file is: no path, nothing invisible, the ending of its real kind. */
export function safeFileName(given: string, kind: FileKind): string {
  // Its end tells most; a name of a book's length would take seconds below.
  const last = given.slice(-1000).toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(hidden, '')
    .replace(/\.[^.]{0,10}$/, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${[...stem].slice(0, 120).join('') || 'file'}.${kind.extension}`;
}
