import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './places.module.css';
import { words } from './words.ts';

/** A part of the page of one facility: what it is, what can be done, what there is. */
export const Part = ({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) => (
  <section className={styles.part}>
    <header>
      <Title order={2} size="h3">
        {title}
      </Title>
      {actions}
    </header>
    {children}
  </section>
);

/** Change and close, each with the name of what it is about for who cannot see where it stands. */
export function RowActions(props: { name: string; onChange: () => void; onClose: () => void; children?: ReactNode }) {
  return (
    <div className={styles.actions}>
      {props.children}
      <Button size="compact-sm" variant="default" aria-label={words.changeOf(props.name)} onClick={props.onChange}>
        {words.change}
      </Button>
      <Button size="compact-sm" variant="default" aria-label={words.closeOf(props.name)} onClick={props.onClose}>
        {words.closeIt}
      </Button>
    </div>
  );
}

/** The choice of what a form asks for by name; the first stands for none. */
export const choices = (none: string, rows: readonly { id: string; name: string }[]) => [
  { value: '', label: none },
  ...rows.map(({ id, name }) => ({ value: id, label: name })),
];

/** The form in use, and the thing it changes. */
export type Form =
  | { readonly kind: 'new-facility' | 'facility' | 'hours' | 'holidays' }
  | { readonly kind: 'day'; readonly date?: string }
  | { readonly kind: 'service' | 'department'; readonly id?: string }
  | { readonly kind: 'location'; readonly id?: string; readonly parentId?: string };
