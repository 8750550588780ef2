import type { ReactNode } from 'react';
import type { PageProps } from './index.ts';

/** Only what differs from page to page; the frame is the same. */
export type Sample = Partial<PageProps> & { title: string; children: ReactNode };
