import type { ToldPromise } from '../../modules/promises/index.ts';
import { formatDayAndTime, type Language } from '../../platform/i18n/messages.ts';
import { InsetText } from '../kit/index.ts';
import { promiseWords } from './promise-words.ts';

const keys = { call: 'call', write: 'write', send: 'send', 'find-out': 'find', other: 'other' } as const;
/** A call and a letter say themselves what they are. */
const saysItself: readonly ToldPromise['kind'][] = ['call', 'write'];

/** By the clock of the hospital, which its patients live by. */
export function PromisesTold({ promises, language }: { promises: readonly ToldPromise[]; language: Language }) {
  if (promises.length === 0) return null;
  const t = promiseWords(language);
  return (
    <section aria-labelledby="promised">
      <h2 className="nhsuk-heading-s" id="promised">
        {t('title')}
      </h2>
      {promises.map((promise) => (
        <InsetText key={promise.id}>
          <Told promise={promise} language={language} />
        </InsetText>
      ))}
    </section>
  );
}

function Told({ promise, language }: { promise: ToldPromise; language: Language }) {
  const t = promiseWords(language);
  const { state, kind, staffName: name, keptAt, timeZone: zone } = promise;
  const told = (at: string) => formatDayAndTime(Temporal.Instant.from(at), { language, zone });
  const when = told(promise.dueAt);
  const sentence = name === null ? t(`${keys[kind]}Team`, { when }) : t(keys[kind], { name, when });
  const at = keptAt ? told(keptAt) : '';
  return (
    <>
      <p>{saysItself.includes(kind) ? sentence : `${sentence} “${promise.words}”`}</p>
      {state === 'promised' ? null : (
        <p>
          <strong>{t(state === 'kept-late' ? 'keptLate' : state, { at })}</strong>
        </p>
      )}
    </>
  );
}
