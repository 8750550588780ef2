import { useEffect } from 'react';

/** What the tab says; never a patient's name, which a shared screen or a history would keep. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Bedside`;
  }, [title]);
}
