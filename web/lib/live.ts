import { tellSignedOut } from './api.ts';

/** Topics are gathered for a moment: ten changes at once are one reload. */
const gatherMs = 300;

/**
 * Listens to the server; `onTopics` gets what changed, and `undefined` when something may have been missed.
 * Gives the function that stops it.
 */
export function listenLive(
  path: string,
  onTopics: (topics: ReadonlySet<string> | undefined) => void,
  onState: (connected: boolean) => void,
): () => void {
  const source = new EventSource(path);
  let gathered: Set<string> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasAway = false;
  source.addEventListener('ready', () => {
    onState(true);
    if (wasAway) onTopics(undefined);
    wasAway = false;
  });
  source.addEventListener('changed', (event) => {
    gathered ??= new Set();
    gathered.add(topicOf(event.data as string));
    timer ??= setTimeout(() => {
      const all = gathered;
      timer = undefined;
      gathered = undefined;
      onTopics(all?.has('*') ? undefined : all);
    }, gatherMs);
  });
  source.addEventListener('signed-out', tellSignedOut);
  source.addEventListener('error', () => {
    wasAway = true;
    onState(false);
  });
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function topicOf(data: string): string {
  const told: unknown = JSON.parse(data);
  return typeof told === 'object' && told !== null && 'topic' in told ? String(told.topic) : '*';
}
