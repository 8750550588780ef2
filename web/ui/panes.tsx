import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './panes.module.css';

interface PanesProps {
  list: ReactNode;
  listLabel: string;
  detail: ReactNode;
  detailLabel: string;
  side?: ReactNode;
  sideLabel?: string;
  /** On a narrow screen: whether something of the list is open, and which of the two panes is looked at. */
  open: boolean;
  shown: 'detail' | 'side';
  onShow: (pane: 'detail' | 'side') => void;
  back?: ReactNode;
}

/** List left, the thing in the middle, the person (or a form) at the right; one after the other where it is narrow. */
export function Panes(props: PanesProps) {
  const { list, listLabel, detail, detailLabel, side, sideLabel, open, shown, onShow, back } = props;
  return (
    <div
      className={styles.panes}
      data-side={side ? 'yes' : 'none'}
      data-open={open ? 'yes' : 'no'}
      data-shown={side ? shown : 'detail'}
    >
      <section className={`${styles.pane} ${styles.list}`} aria-label={listLabel}>
        {list}
      </section>
      {open && (
        <div className={styles.tabs}>
          {shown === 'side' && <h1 className="unseen">{sideLabel}</h1>}
          {back}
          {side && (
            <>
              <Button
                size="compact-sm"
                variant={shown === 'detail' ? 'light' : 'subtle'}
                onClick={() => onShow('detail')}
              >
                {detailLabel}
              </Button>
              <Button size="compact-sm" variant={shown === 'side' ? 'light' : 'subtle'} onClick={() => onShow('side')}>
                {sideLabel}
              </Button>
            </>
          )}
        </div>
      )}
      <section className={`${styles.pane} ${styles.detail}`} aria-label={detailLabel}>
        {detail}
      </section>
      {side && (
        <aside className={`${styles.pane} ${styles.side}`} aria-label={sideLabel}>
          {side}
        </aside>
      )}
    </div>
  );
}

/** A page of one pane. */
export const OnePane = ({ children }: { children: ReactNode }) => (
  <div className={`${styles.pane} ${styles.one}`}>{children}</div>
);

export const PaneHead = ({ children }: { children: ReactNode }) => <div className={styles.head}>{children}</div>;
/** Scrolls by itself, so it can be reached by keyboard. */
export const PaneBody = ({ children }: { children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus (WCAG 2.1.1)
  <div className={styles.body} tabIndex={0}>
    {children}
  </div>
);
