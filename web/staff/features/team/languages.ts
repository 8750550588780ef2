import { language } from '../../../lib/language.ts';

const codes =
  'en es ar bn zh hr cs da nl fa fi fr de el gu ht he hi hmn hu hy it ja km ko lo pl pt pa ro ru so sr sv sw tl ta te th tr uk ur vi yo';
const names = new Intl.DisplayNames([language], { type: 'language' });

/** Languages that people in hospitals are spoken to in, by name. */
export const spokenLanguages = codes
  .split(' ')
  .map((value) => ({ value, label: names.of(value) ?? value }))
  .toSorted((a, b) => a.label.localeCompare(b.label, language));
