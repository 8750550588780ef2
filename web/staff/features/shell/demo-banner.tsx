import { IconTheater } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './demo-banner.module.css';

/** Loud on purpose: nobody may take an invented patient for a real one. */
export const DemoBanner = ({ children }: { children: ReactNode }) => (
  <div className={styles.demo} role="note">
    <IconTheater size={18} aria-hidden style={{ flex: 'none' }} />
    {children}
  </div>
);
