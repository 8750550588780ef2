import { Button, CloseButton, Skeleton, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHeart, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './parts.module.css';

export type Tone = 'danger' | 'warn' | 'good' | 'grief' | 'info';

const signs = {
  danger: IconAlertTriangle,
  warn: IconAlertTriangle,
  good: IconCircleCheck,
  grief: IconHeart,
  info: IconInfoCircle,
};

/** Something that must not be overlooked: colour, sign and words say the same. */
export function Notice(props: {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) {
  const Sign = signs[props.tone];
  return (
    <div className={styles.notice} data-tone={props.tone} role={props.live ? 'status' : undefined}>
      <Sign size={19} aria-hidden="true" />
      <div>
        {props.title && <strong>{props.title}</strong>}
        {props.children}
      </div>
      {props.action}
    </div>
  );
}

export const Tag = ({ tone, children }: { tone?: Tone | 'plain' | undefined; children: ReactNode }) => (
  <span className={styles.tag} data-tone={tone}>
    {children}
  </span>
);

export function Facts({ rows }: { rows: readonly (readonly [ReactNode, ReactNode] | undefined | false | null)[] }) {
  const said = rows.filter((row): row is readonly [ReactNode, ReactNode] => Boolean(row));
  return (
    <dl className={styles.facts}>
      {said.map(([name, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows stand in a fixed order
        <div key={at} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export const Section = ({ title, action, children }: { title: ReactNode; action?: ReactNode; children: ReactNode }) => (
  <section className={styles.section}>
    <header>
      <Title order={2} size="h3">
        {title}
      </Title>
      {action}
    </header>
    {children}
  </section>
);

/** Teaches what will stand here and what to do now. */
export const EmptyState = (props: { icon: ReactNode; title: string; first?: boolean; children?: ReactNode }) => (
  <div className={styles.empty}>
    {props.icon}
    <Title order={props.first ? 1 : 2}>{props.title}</Title>
    <div>{props.children}</div>
  </div>
);

export const Trouble = (props: { title: string; children?: ReactNode; retry?: () => void; retryLabel?: string }) => (
  <div role="alert" style={{ padding: 14 }}>
    <Notice
      tone="danger"
      title={props.title}
      action={
        props.retry && (
          <Button size="compact-sm" variant="default" onClick={props.retry}>
            {props.retryLabel}
          </Button>
        )
      }
    >
      {props.children}
    </Notice>
  </div>
);

export const Initials = ({ name, size = 26 }: { name: string; size?: number }) => (
  <span className={styles.initials} style={{ width: size, height: size, fontSize: size * 0.4 }} aria-hidden="true">
    {name
      .split(/\s+/)
      .map((part) => [...part][0] ?? '')
      .filter((letter) => /\p{L}/u.test(letter))
      .filter((_, at, all) => at === 0 || at === all.length - 1)
      .join('')
      .toUpperCase()}
  </span>
);

/** As tall as what will come, so that nothing jumps. */
export const SkeletonRows = ({ rows, height, label }: { rows: number; height: number; label: string }) => (
  <div role="status" aria-label={label} style={{ padding: 12, display: 'grid', gap: 10 }}>
    {Array.from({ length: rows }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
      <Skeleton key={at} height={height} radius="md" />
    ))}
  </div>
);

/** A form beside the record: a heading, a way out, and what is asked. */
export const Panel = (props: { title: string; closeLabel: string; onClose: () => void; children: ReactNode }) => (
  <>
    <div className={styles.panelHead}>
      <Title order={2}>{props.title}</Title>
      <CloseButton aria-label={props.closeLabel} onClick={props.onClose} />
    </div>
    <div className={styles.panel}>{props.children}</div>
  </>
);
