import type { Banner } from '../../../../server/modules/people/contract.ts';
import { ConsentForm, ContactForm, NeedForm } from './contact-forms.tsx';
import { LogForm } from './log-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { ProxyForm, RelationForm } from './relation-forms.tsx';
import { SafeContactForm } from './safe-contact-form.tsx';
import { StateForm, UndoStateForm } from './state-forms.tsx';
import type { Form } from './words.ts';

export interface PersonFormProps {
  it: Banner;
  onClose: () => void;
  /** The other record of a merge, where it was chosen already. */
  otherId?: string;
}

/** The form that was asked for. */
export function PersonForm({ form, otherId, ...more }: PersonFormProps & { form: Form }) {
  switch (form) {
    case 'need':
      return <NeedForm {...more} />;
    case 'contact':
      return <ContactForm {...more} />;
    case 'consent':
      return <ConsentForm {...more} />;
    case 'safe-contact':
      return <SafeContactForm {...more} />;
    case 'death':
    case 'bereavement':
    case 'restriction':
      return <StateForm state={form} {...more} />;
    case 'undo-death':
    case 'undo-bereavement':
    case 'undo-restriction':
      return <UndoStateForm form={form} {...more} />;
    case 'relation':
      return <RelationForm {...more} />;
    case 'proxy':
      return <ProxyForm {...more} />;
    case 'log':
      return <LogForm {...more} />;
    case 'merge':
      return <MergeForm {...more} {...(otherId && { otherId })} />;
  }
}
