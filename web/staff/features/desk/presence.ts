import { useCallback, useEffect, useRef } from 'react';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';

const againMs = 25_000;
const stillTypingMs = 6_000;

/** Tells colleagues that this is open here, and while something is written. Gives what to call on every key stroke. */
export function usePresence(conversationId: string): () => void {
  const typedAt = useRef(0);
  const told = useRef<'reading' | 'typing'>('reading');
  const pausing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback(
    (doing: 'reading' | 'typing' | 'left') => {
      // Being seen is a courtesy: when it cannot be told, the work goes on.
      void command(paths.desk.presence(conversationId), { doing }, { last: doing === 'left' }).catch(() => undefined);
    },
    [conversationId],
  );
  useEffect(() => {
    typedAt.current = 0;
    told.current = 'reading';
    tell('reading');
    const timer = setInterval(() => {
      if (document.hidden) return;
      told.current = Date.now() - typedAt.current < stillTypingMs ? 'typing' : 'reading';
      tell(told.current);
    }, againMs);
    const leave = () => tell('left');
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      clearTimeout(pausing.current);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [tell]);
  return useCallback(() => {
    typedAt.current = Date.now();
    clearTimeout(pausing.current);
    pausing.current = setTimeout(() => {
      told.current = 'reading';
      tell('reading');
    }, stillTypingMs);
    if (told.current === 'typing') return;
    told.current = 'typing';
    tell('typing');
  }, [tell]);
}
