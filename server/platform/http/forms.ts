import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import { refuseUnsafe } from './input.ts';
import { limits } from './options.ts';
import type { FormRoute, UploadedFile } from './route.ts';

interface Form {
  readonly fields: Record<string, string | string[]>;
  readonly files: UploadedFile[];
}

const tooLong = { en: 'A text is too long to send.', es: 'Un texto es demasiado largo para enviarlo.' };

/** Reads a form as the browser sends it, url-encoded or multipart, under limits of number and size. */
export async function readForm(request: FastifyRequest, route: FormRoute): Promise<Form> {
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as Form['fields'], files: [] };
  if (!route.files)
    throw new Problem('unsupported', 'platform.no-files-here', {
      en: 'This form takes no files.',
      es: 'Este formulario no admite archivos.',
    });
  const pairs: [string, string][] = [];
  const files: UploadedFile[] = [];
  const { max } = route.files;
  const parts = request.parts({
    limits: {
      files: limits.formFiles,
      fileSize: route.files.bytesEach,
      fields: limits.formFields,
      fieldSize: limits.fieldBytes,
      fieldNameSize: 100,
      headerPairs: 20,
      parts: limits.formFields + limits.formFiles,
    },
  });
  for await (const part of parts) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw new Problem('too-large', 'platform.field-too-large', tooLong);
      pairs.push([part.fieldname, String(part.value)]);
    } else if (files.length >= max && part.filename) {
      part.file.resume();
      files.push({ field: part.fieldname, name: part.filename, bytes: Buffer.alloc(0), isTooMany: true });
    } else {
      const bytes = await part.toBuffer();
      if (part.file.truncated) {
        files.push({ field: part.fieldname, name: part.filename ?? '', bytes: Buffer.alloc(0), isTooLarge: true });
        continue;
      }
      // A file field left empty arrives as a nameless file of no bytes.
      if (bytes.length > 0 || part.filename) files.push({ field: part.fieldname, name: part.filename ?? '', bytes });
    }
  }
  return { fields: readFields(pairs), files };
}

/** A field given several times becomes a list; the object has no prototype to poison. */
export function readFields(pairs: Iterable<[string, string]>): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  let count = 0;
  for (const [name, value] of pairs) {
    if (++count > limits.formFields)
      throw new Problem('too-large', 'platform.too-many-fields', {
        en: 'The form has too many fields.',
        es: 'El formulario tiene demasiados campos.',
      });
    refuseUnsafe({ [name]: value });
    const before = fields[name];
    fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return fields;
}
