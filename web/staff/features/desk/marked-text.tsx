import type { Marked } from '../../../../server/modules/desk/contract.ts';
import styles from './search.module.css';

/** A text with what was looked for in it. It is text to the last sign, whatever somebody wrote. */
export function MarkedText({ text, marks }: Marked) {
  const ends = marks.map(({ from, to }, n) => ({ from, to, next: marks[n + 1]?.from ?? text.length }));
  return (
    <>
      {text.slice(0, marks[0]?.from ?? text.length)}
      {ends.map(({ from, to, next }) => (
        <span key={from}>
          <mark className={styles.mark}>{text.slice(from, to)}</mark>
          {text.slice(to, next)}
        </span>
      ))}
    </>
  );
}
