import type { House } from '../../platform/house.ts';
import { defineCatalogue, type Language } from '../../platform/i18n/messages.ts';
import { InsetText } from '../kit/index.ts';
import { speak } from './speak.ts';

const words = speak(
  defineCatalogue({
    en: {
      kept: 'This is a demo, so no e-mail is sent. What we would send lies as a file in the folder “outbox”, beside the data of the demo.',
    },
    es: {
      kept: 'Esto es una demo y no se envía ningún correo. Lo que enviaríamos queda como archivo en la carpeta «outbox», junto a los datos de la demo.',
    },
  }),
);

/** Wherever a page speaks of an e-mail: in a demonstration nobody waits for one that never leaves. */
export const DemoMail = ({ house, language }: { house: House; language: Language }) =>
  house.mailOut === 'outbox' ? (
    <InsetText>
      <p>{words(language)('kept')}</p>
    </InsetText>
  ) : null;
