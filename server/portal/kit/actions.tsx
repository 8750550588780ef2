import type { ReactNode } from 'react';

type Kind = 'primary' | 'secondary' | 'warning';

const buttonClass = (kind: Kind = 'primary') =>
  kind === 'primary' ? 'nhsuk-button' : `nhsuk-button nhsuk-button--${kind}`;

export type ButtonProps = {
  children: ReactNode;
  /** One primary button a page; `warning` is for what cannot be taken back. */
  kind?: Kind | undefined;
  /** Sent with the form when this button is used. */
  name?: string | undefined;
  value?: string | undefined;
};

export const Button = ({ children, kind, name, value }: ButtonProps) => (
  <button className={buttonClass(kind)} type="submit" name={name} value={value}>
    {children}
  </button>
);

/** A link that starts something. It keeps the role of a link: it goes somewhere and changes nothing. */
export const ButtonLink = ({
  children,
  kind,
  href,
}: {
  children: ReactNode;
  kind?: Kind | undefined;
  href: string;
}) => (
  <a className={buttonClass(kind)} href={href} draggable={false}>
    {children}
  </a>
);

export const ButtonGroup = ({ children }: { children: ReactNode }) => (
  <div className="nhsuk-button-group">{children}</div>
);

/** The form's secret that shows it came from a page of ours. */
export const HiddenToken = ({ value, name = '_token' }: { value: string; name?: string | undefined }) => (
  <input type="hidden" name={name} value={value} />
);

export type FormProps = {
  action: string;
  children: ReactNode;
  /** The secret of HiddenToken; every form that changes something has one. */
  token: string;
  /** Needed as soon as there is a FileField. */
  hasFiles?: boolean | undefined;
};

/** Answers are checked on the server only: a browser's own bubbles vanish, blame, and cannot be translated. */
export const Form = ({ action, children, token, hasFiles }: FormProps) => (
  <form method="post" action={action} encType={hasFiles ? 'multipart/form-data' : undefined} noValidate>
    <HiddenToken value={token} />
    {children}
  </form>
);
