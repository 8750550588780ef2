import { CallSentence } from './callouts.tsx';
import { useWords } from './language-context.tsx';
import { type PageProps, renderPage } from './page.tsx';
import { kitWords } from './words.ts';

export type ProblemKind = 'not-found' | 'unavailable' | 'forbidden' | 'expired' | 'too-many' | 'other';

const wordsOf = {
  'not-found': { title: 'notFoundTitle', body: ['notFoundBody', 'notFoundSigned'] },
  unavailable: { title: 'unavailableTitle', body: ['unavailableBody', 'unavailableSaved'] },
  forbidden: { title: 'forbiddenTitle', body: ['forbiddenBody'] },
  expired: { title: 'expiredTitle', body: ['expiredBody'] },
  'too-many': { title: 'tooManyTitle', body: ['tooManyBody'] },
  other: { title: 'problemTitle', body: ['unavailableBody'] },
} as const;

export type ProblemPageProps = Omit<PageProps, 'title' | 'children'> & {
  kind: ProblemKind;
  /** To find it in our logs; never says what went wrong. */
  requestReference?: string | undefined;
  /** Words of a module for this very case, in the person's language, instead of the kit's general ones. */
  detail?: string | undefined;
  tryAgainHref?: string | undefined;
};

function Problem(props: ProblemPageProps) {
  const t = useWords();
  const { title, body } = wordsOf[props.kind];
  return (
    <>
      <h1>{t(title)}</h1>
      {props.detail === undefined ? body.map((key) => <p key={key}>{t(key)}</p>) : <p>{props.detail}</p>}
      <ul>
        {props.tryAgainHref === undefined ? null : (
          <li>
            <a href={props.tryAgainHref}>{t('tryAgain')}</a>
          </li>
        )}
        <li>
          <a href={props.homeHref}>{t('goHome')}</a>
        </li>
        <li>
          <CallSentence number={props.hospital.phone} />
        </li>
      </ul>
      {props.requestReference === undefined ? null : (
        <p className="bedside-quiet">{t('requestReference', { reference: props.requestReference })}</p>
      )}
    </>
  );
}

/** The one page for all that can go wrong; says whose fault it is not, and always how to reach a person. */
export const renderProblemPage = (props: ProblemPageProps): string =>
  renderPage({
    ...props,
    title: kitWords(props.language)(wordsOf[props.kind].title),
    children: <Problem {...props} />,
  });
