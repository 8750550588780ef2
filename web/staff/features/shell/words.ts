import { inLanguage } from '../../../lib/language.ts';
import * as es from './words-es.ts';

const wordsEn = {
  skip: 'Skip to the work',
  places: 'Places',
  notices: 'Notices',
  desk: 'Desk',
  people: 'People',
  promises: 'Promises',
  undelivered: 'Mail',
  team: 'Team',
  hospital: 'Hospital',
  account: 'Account',
  find: 'Find',
  keys: 'Keys',
  signOut: 'Sign out',
  dark: 'Dark',
  light: 'Light',
  everywhere: 'Everywhere',
  goDesk: 'Go to the desk',
  goPeople: 'Go to people',
  goPromises: 'Go to what we have promised',
  goUndelivered: 'Go to mail that needs a person',
  goTeam: 'Go to the team',
  goHospital: 'Go to the hospital',
  findAnything: 'Find a person, a conversation or a place',
  showKeys: 'Show all keys',
  help: {
    title: 'Keys',
    close: 'Close',
    on: 'Single keys work',
    onWhy: 'Switch them off if you speak to your computer or press keys by accident. Keys with Ctrl or ⌘ keep working.',
  },
  offline: 'No connection. You can read what is open; changes will have to wait.',
  demo: 'Demonstration. Everyone here is invented.',
  notHere: 'There is nothing at this address.',
  notHereMore: 'It may have been moved, or it is not yours to see.',
  broken: 'This page could not be shown.',
  brokenMore: 'Nothing that was saved is lost. If it happens again, tell your administrator what you did.',
  reload: 'Try again',
  toDesk: 'To the desk',
  finder: {
    placeholder: 'Name, date of birth, number, or a reference like K7M-4QX',
    nothing: 'Nothing found.',
    searching: 'Searching …',
    noReference: 'No conversation that you may see has this reference.',
    keepTyping: 'Type at least two letters.',
    openReference: (reference: string) => `Open conversation ${reference}`,
    searchWritten: (typed: string) => `Search conversations for “${typed}”`,
    person: 'Person',
  },
} as const;
export const words = inLanguage({ en: wordsEn, es: es.words });

const formWordsEn = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close the form',
  change: 'Change',
} as const;
/** Of every form beside a record. */
export const formWords = inLanguage({ en: formWordsEn, es: es.formWords });
