export interface Shown {
  /** Of all there is to do, from 0 to 1. */
  readonly share: number;
  readonly text: string;
}

const barWidth = 30;

/** A bar that moves in a terminal; elsewhere a line now and then. What it shows is asked for only when it is shown. */
export function makeProgressBar(out: NodeJS.WriteStream) {
  const everyMs = out.isTTY ? 100 : 5000;
  let shownAt = performance.now();
  let open = false;
  return {
    show(ask: () => Shown): void {
      const now = performance.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      const { share, text } = ask();
      const line = `${(share * 100).toFixed(0).padStart(3)} %  ${text}`;
      if (!out.isTTY) return void out.write(`${line}\n`);
      const done = Math.round(share * barWidth);
      out.write(`\r[${'='.repeat(done)}${' '.repeat(barWidth - done)}] ${line}\x1b[K`);
      open = true;
    },
    end(): void {
      if (open) out.write('\r\x1b[K');
      open = false;
    },
  };
}
