import { Modal, Switch, Text, Title } from '@mantine/core';
import { KeyHint } from './key-hint.tsx';
import styles from './parts.module.css';

export interface HelpLine {
  readonly keys: string;
  readonly label: string;
  readonly group: string;
}

interface ShortcutHelpProps {
  opened: boolean;
  onClose: () => void;
  lines: readonly HelpLine[];
  words: { title: string; close: string; on: string; onWhy: string };
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
}

/** Every key that works here and now; single keys can be switched off (WCAG 2.1.4). */
export function ShortcutHelp({ opened, onClose, lines, words, singleKeys, onSingleKeys }: ShortcutHelpProps) {
  const groups = [...new Set(lines.map((line) => line.group))];
  return (
    <Modal
      lockScroll={false}
      opened={opened}
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {groups.map((group) => (
        <section key={group}>
          <Title order={3} size="sm" mb={6}>
            {group}
          </Title>
          <dl className={styles.keys}>
            {lines
              .filter((line) => line.group === group)
              .map((line) => (
                <div key={line.keys} style={{ display: 'contents' }}>
                  <dt>{line.label}</dt>
                  <dd>
                    {line.keys.split(' ').map((key) => (
                      <span key={key}>
                        <KeyHint keys={key} />{' '}
                      </span>
                    ))}
                    <span className="unseen">{line.keys}</span>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <Switch checked={singleKeys} onChange={(event) => onSingleKeys(event.currentTarget.checked)} label={words.on} />
      <Text size="xs" c="dimmed" mt={4}>
        {words.onWhy}
      </Text>
    </Modal>
  );
}
