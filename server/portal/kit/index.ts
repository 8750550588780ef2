export { type Language, makeTranslator } from '../../platform/i18n/messages.ts';
export { Button, ButtonGroup, ButtonLink, type ButtonProps, Form, type FormProps, HiddenToken } from './actions.tsx';
export { type PortalAsset, type PortalAssets, portalAssets } from './build-css.ts';
export {
  Details,
  EmergencyPanel,
  EmptyState,
  InsetText,
  KeepACopy,
  type Notice,
  NoticeBanner,
  Panel,
  PhoneLink,
  spokenReference,
  WarningCallout,
  Welcome,
} from './callouts.tsx';
export { Card, CardList, type CardProps, Tag, type TagTone } from './cards.tsx';
export { Checkboxes, type Choice, type ChoiceOrDivider, Radios } from './choices.tsx';
export { DateField, type DatePart, dateFieldNames } from './date-field.tsx';
export { ErrorSummary, errorFor, type PageError } from './error-summary.tsx';
export type { FieldProps } from './field-parts.tsx';
export { FileField, Select, TextArea, TextField, tellSize } from './fields.tsx';
export { renderPart, useLanguage } from './language-context.tsx';
export { type PageProps, renderPage } from './page.tsx';
export type { Hospital, MenuLink, Phase, SignedInAs } from './page-frame.tsx';
export { Pagination } from './pagination.tsx';
export { type ProblemKind, type ProblemPageProps, renderProblemPage } from './problem-pages.tsx';
export { SummaryList, type SummaryRow } from './summary-list.tsx';
export { type Attachment, Thread, type ThreadMessage } from './thread.tsx';
export { Timeline, type TimelineStep } from './timeline.tsx';
