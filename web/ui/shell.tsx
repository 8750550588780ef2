import type { ReactNode } from 'react';
import { Lamp } from './lamp.tsx';
import styles from './shell.module.css';

interface ShellProps {
  /** Across everything: offline, demo. */
  top?: ReactNode;
  /** Links, each one child of the list. */
  items: readonly ReactNode[];
  foot: ReactNode;
  topLabel: string;
  label: string;
  skip: string;
  children: ReactNode;
}

/** Rail at the left (at the bottom on a phone), the work beside it. */
export function Shell({ top, items, foot, topLabel, label, skip, children }: ShellProps) {
  return (
    <div className={styles.shell}>
      <section className={styles.top} aria-label={topLabel}>
        <a className="unseen" href="#work">
          {skip}
        </a>
        {top}
      </section>
      <nav className={styles.rail} aria-label={label}>
        <span className={styles.sign}>
          <Lamp size={34} />
        </span>
        <ul className={styles.items}>
          {items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
            <li key={at}>{item}</li>
          ))}
        </ul>
        <div className={styles.foot}>{foot}</div>
      </nav>
      <main className={styles.main} id="work" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

export const RailButton = ({
  icon,
  label,
  onClick,
  wideOnly = false,
}: {
  icon: ReactNode;
  label: string;
  onClick: () => void;
  wideOnly?: boolean;
}) => (
  <button type="button" className={`${styles.item} ${wideOnly ? styles.wide : ''}`} onClick={onClick}>
    {icon}
    {label}
  </button>
);
