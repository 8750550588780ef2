import type { Role } from '../../../../server/modules/workforce/contract.ts';
import { inLanguage, language } from '../../../lib/language.ts';
import * as es from './words-es.ts';

const wordsEn = {
  title: 'Team',
  staff: 'Colleagues',
  detail: 'Colleague',
  search: 'Find a colleague',
  all: 'Everyone',
  team: 'Team',
  loading: 'Loading colleagues',
  failed: 'The list could not be loaded.',
  retry: 'Try again',
  nobody: 'Nobody of that name',
  nobodyMore: 'Clear the search, or choose another team.',
  more: 'Show more',
  pick: 'Choose a colleague',
  pickMore:
    'You see their teams, and when they are away. Who leads them can record an absence: their open conversations go back to the team.',
  away: 'away',
  awayUntil: 'Away until',
  invite: 'Invite a colleague',
  name: 'Name',
  shownAs: 'What patients read',
  email: 'E-mail',
  roles: 'Roles',
  teams: 'Teams',
  noTeams: 'In no team.',
  sendInvitation: 'Send the invitation',
  invited: 'The invitation is on its way.',
  invitedByFile: 'Invited. The link lies in the folder “outbox” on the server: ask whoever looks after it.',
  noMail:
    'No e-mail leaves this house. The invitation will lie as a file in the folder “outbox” on the server; whoever looks after the server can pass the link on.',
  inviteAgain: 'Send the invitation again',
  absence: 'Absences',
  noAbsence: 'None recorded.',
  recordAbsence: 'Record an absence',
  from: 'From',
  until: 'Until (leave empty if nobody knows)',
  absenceWhy: 'Open conversations go back to the team at once when it begins.',
  recorded: 'The absence is recorded.',
  back: 'Is back',
  backSaid: 'Welcome back.',
  dismiss: 'Does not work here any more',
  dismissSaid: 'They are signed out everywhere, and their conversations are back with the team.',
  dismissSure: 'Yes, end their access now',
  hours: 'Team hours',
  hoursMore: 'Clocks of conversations count only in these hours, on the wall clock of the facility.',
  noHours: 'None set: the hours of the facility count.',
  opens: 'Opens',
  closes: 'Closes',
  addWindow: 'Add hours',
  removeWindow: 'Remove these hours',
  saveHours: 'Save the hours',
  saved: 'Saved.',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  backToList: 'Back to the list',
  missing: (what: string) => `${what} is missing.`,
  begin: 'A hospital in three steps',
  beginMore: 'Questions need people who receive them, and so far only you work here.',
  beginDesk: 'Create the facility, look at the teams and their hours, then invite your colleagues.',
  toTeam: 'Begin',
  newFacility: 'Create a facility',
  facility: 'Facility',
  facilityName: 'Name of the facility',
  timeZone: 'Time zone',
  facilityMade: 'The facility is there.',
  wholeHospital: 'The whole hospital',
  newTeam: 'Create a team',
  teamName: 'Name of the team',
  purpose: 'What it is for',
  teamMade: 'The team is there.',
  joinMyself: 'I belong to this team',
  weekdays: 'Monday to Friday',
  create: 'Create',
} as const;
export const words = inLanguage({ en: wordsEn, es: es.words });

const roleWordsEn: Record<Role, string> = {
  'front-desk': 'Front desk',
  'contact-centre': 'Contact center',
  nurse: 'Nurse',
  clinician: 'Clinician',
  'patient-relations': 'Patient relations',
  manager: 'Manager',
  billing: 'Billing',
  compliance: 'Compliance',
  administrator: 'Administrator',
};
const roleNames = inLanguage({ en: roleWordsEn, es: es.roleWords });
/** A role as a person says it; one we do not know yet stands as it came. */
export const roleWords = (role: string): string =>
  Object.hasOwn(roleNames, role) ? roleNames[role as Role] : role.replaceAll('-', ' ');

export const weekday = (day: number): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 22 + day));
