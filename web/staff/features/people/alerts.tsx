import type { Banner } from '../../../../server/modules/people/contract.ts';
import { Notice } from '../../../ui/parts.tsx';
import { dateWords } from './found.ts';
import { channelWords } from './naming.ts';
import { words } from './words.ts';

/** What must not be overlooked before anyone is rung up or written to; stands above everything else. */
export function PersonAlerts({ it }: { it: Banner }) {
  const safe = it.safeContact;
  const safeLines = safe
    ? [
        safe.doNotNameClinic && words.safeName,
        safe.noVoicemail && words.safeVoicemail,
        safe.onlyFrom !== null && safe.onlyUntil !== null && words.safeHours(safe.onlyFrom, safe.onlyUntil),
        safe.onlyChannel !== null && words.safeChannel(channelWords(safe.onlyChannel)),
        safe.codeWord !== null && words.safeCode(safe.codeWord),
        safe.words,
      ].filter((line): line is string => Boolean(line))
    : [];
  return (
    <>
      {it.deceased && (
        <Notice tone="grief" title={words.died(it.deceased.diedOn && dateWords(it.deceased.diedOn))}>
          {words.diedMore}
        </Notice>
      )}
      {it.bereavedUntil && (
        <Notice tone="grief" title={words.bereaved(dateWords(it.bereavedUntil))}>
          {words.bereavedMore}
        </Notice>
      )}
      {it.restricted && (
        <Notice tone="danger" title={words.restricted}>
          {words.restrictedMore}
        </Notice>
      )}
      {safeLines.length > 0 && (
        <Notice tone="danger" title={words.safe}>
          {safeLines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Notice>
      )}
    </>
  );
}
