import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { troubleWords } from '../../../lib/problem.ts';
import { sessionQuery } from '../../../lib/session.ts';
import { Lamp } from '../../../ui/lamp.tsx';
import { Notice } from '../../../ui/parts.tsx';
import { DemoBanner } from '../shell/demo-banner.tsx';
import styles from './access.module.css';
import { words } from './words.ts';

/** A card in lamplight: every page before somebody is signed in. */
export function AccessFrame({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const { data } = useQuery(sessionQuery);
  return (
    <div className={styles.page}>
      <header>{data?.demo && <DemoBanner>{words.demoBanner}</DemoBanner>}</header>
      <main className={styles.middle} data-wide={wide ? 'yes' : 'no'}>
        <div className={styles.sign}>
          <span>
            <Lamp size={34} />
          </span>
          <span>
            <b>Bedside</b>
            <span className={styles.soft}>{data ? words.welcome(data.hospital.name) : ' '}</span>
          </span>
        </div>
        {children}
      </main>
    </div>
  );
}

export const FormTrouble = ({ error, instead }: { error: unknown; instead?: string }) =>
  error ? (
    <div role="alert">
      <Notice tone="danger">
        {error instanceof DOMException || (error instanceof Error && error.name === 'WebAuthnError')
          ? instead
          : troubleWords(error)}
      </Notice>
    </div>
  ) : null;
