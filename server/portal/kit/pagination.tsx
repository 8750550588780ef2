import { useWords } from './language-context.tsx';

export type PaginationProps = {
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** Words of the list's own ("Newer", "Older"); and of which list, where a page has several. */
  previousText?: string | undefined;
  nextText?: string | undefined;
  label?: string | undefined;
  /** Where one is, when it is known; a keyset list does not know how many pages there are. */
  page?: number | undefined;
  pages?: number | undefined;
};

export function Pagination(props: PaginationProps) {
  const { previousHref, nextHref, previousText, nextText, label, page, pages } = props;
  const t = useWords();
  if (previousHref === undefined && nextHref === undefined) return null;
  return (
    <nav className="bedside-pages" aria-label={label ?? t('pagination')}>
      {previousHref === undefined ? (
        <span />
      ) : (
        <a href={previousHref} rel="prev">
          <span className="bedside-arrow" aria-hidden="true">
            ←
          </span>{' '}
          {previousText ?? t('previous')}
        </a>
      )}
      {page === undefined || pages === undefined ? null : (
        <span className="bedside-quiet">{t('pageOf', { page, pages })}</span>
      )}
      {nextHref === undefined ? (
        <span />
      ) : (
        <a href={nextHref} rel="next">
          {nextText ?? t('next')}{' '}
          <span className="bedside-arrow" aria-hidden="true">
            →
          </span>
        </a>
      )}
    </nav>
  );
}
