import { z } from 'zod';
import { byAnyStaff } from '../access/access.ts';
import { command, type Route } from '../http/route.ts';
import { Problem } from '../problem.ts';
import { largestFile, storeFile } from './files.ts';

const storedFile = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.number() });

export const fileRoutes: readonly Route[] = [
  command({
    name: 'platform.upload-file',
    path: '/api/files',
    access: byAnyStaff,
    upload: true,
    bodyLimit: largestFile + 1024,
    limit: { per: 'actor', max: 120, seconds: 600 },
    answer: storedFile,
    run: (ctx, _input, { upload }) => {
      if (!upload)
        throw new Problem('invalid', 'platform.no-file', {
          en: 'Send the file itself as application/octet-stream.',
          es: 'Envíe el archivo mismo como application/octet-stream.',
        });
      return storeFile(ctx, upload);
    },
  }),
];
