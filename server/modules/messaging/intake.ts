import type { Workshop } from '../../platform/work.ts';

export interface MailMeta {
  readonly from: string;
  readonly to: readonly string[];
  readonly remoteAddress?: string;
}

export async function receiveMail(_shop: Workshop, _raw: Buffer, _meta?: MailMeta): Promise<'stored' | 'refused'> {
  throw new Error('not there yet');
}
