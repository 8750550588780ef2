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
  backToList: 'Back to the list',
  missing: (what: string) => `${what} is missing.`,
  begin: 'A hospital in three steps',
  beginMore: 'Questions need people who receive them, and so far only you work here.',
  beginDesk: 'Look at when you are open and at the teams and their hours, then invite your colleagues.',
  withoutTeam: 'Without a team they see no questions.',
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

const roleMeansEn: Record<Role, string> = {
  'front-desk': 'Sees and answers the questions of their own teams, and merges records of one person.',
  'contact-centre': 'Sees and answers the questions of their own teams, and merges records of one person.',
  nurse: 'Sees and answers the questions of their own teams.',
  clinician: 'Sees and answers the questions of their own teams.',
  billing: 'Sees and answers the questions of their own teams.',
  'patient-relations': 'Sees every question of their facilities, and mail that did not arrive.',
  manager: 'Sees every question of their facilities, leads their own teams, and decides how soon people are answered.',
  compliance: 'Sees mail that did not arrive, beside the questions of their own teams.',
  administrator: 'Decides who works here, what each may do, which teams there are, and sees every question.',
};
const roleSentences = inLanguage({ en: roleMeansEn, es: es.roleMeans });
/** What a role may do, in one sentence. */
export const roleMeans = (role: Role): string => roleSentences[role];

const colleagueWordsEn = {
  you: 'you',
  change: 'Change',
  changeTitle: 'Change',
  group: 'Colleague',
  invited: 'has not come yet',
  facilities: 'Facilities',
  everywhere: 'None: they work for the whole hospital.',
  languages: 'Speaks',
  languagesWhy: 'Who writes or speaks one of these is offered to them first.',
  skills: 'Knows especially well',
  skillsWhy: 'Of these they are offered more.',
  everywhereWhy: 'Choose none for somebody who works for the whole hospital.',
  shownAsWhy: 'Stands under every answer to a patient.',
  emailWhy: 'For notices. The address with which they sign in is theirs to change.',
  changed: 'Saved. It counts from their next step on.',
  joinedTeam: (team: string) => `Now in ${team}.`,
  leftTeam: (team: string, open: number) =>
    open === 0
      ? `No longer in ${team}.`
      : `No longer in ${team}. ${open === 1 ? 'One conversation is' : `${open} conversations are`} back with the team.`,
  teamsWhy: 'Who leaves a team gives its open conversations back.',
  onlyTheirs: 'Teams are given by an administrator, or by a manager in their own teams.',
  lastAdministrator: 'Nobody else administers. Give the role to somebody else first.',
  losesOwn: 'You take this role from yourself: you will not be able to give it back.',
  absencesWhy: (open: number) =>
    open === 0
      ? 'They have no open conversations. What they take before then goes back to the team when the absence begins.'
      : `${open === 1 ? 'One open conversation goes' : `${open} open conversations go`} back to the team when the absence begins.`,
  hours: 'Working hours',
  changeHours: 'Change the hours',
  noHours: 'None recorded.',
  hoursWhy: 'When they usually work. The clocks of conversations count the hours of the team.',
  openEnd: 'until further notice',
  now: 'now',
  cancelAbsence: 'Will not be',
  cancelled: 'The absence is cancelled.',
  backNow: 'Is back now',
  endsFirst: 'The end lies before the beginning.',
  leaving: 'Leaving the house',
  leavingWhy: 'They are signed out everywhere at once and can do nothing more.',
  leavingWork: (open: number) =>
    open === 0
      ? 'They have no open conversations.'
      : `${open === 1 ? 'One open conversation goes' : `${open} open conversations go`} back to the team, where colleagues see ${open === 1 ? 'it' : 'them'} at once.`,
  leavingKept: 'What they wrote stays on the record under their name. This cannot be undone; they can be invited anew.',
  invitation: 'Their account',
  invitationWaits: 'They were invited and have not come yet. A new mail makes the old link useless.',
} as const;
export const colleagueWords = inLanguage({ en: colleagueWordsEn, es: es.colleagueWords });

const teamWordsEn = {
  title: 'Teams',
  view: 'What to look at',
  list: 'Teams',
  detail: 'Team',
  pick: 'Choose a team',
  pickMore: 'You see what it answers, who belongs to it, and when it is open.',
  none: 'No team yet',
  noneMore: 'Questions need a team that receives them. Create the first one.',
  members: (count: number) => (count === 1 ? 'one member' : `${count} members`),
  change: 'Change',
  reasons: 'What it answers',
  reasonsWhy: 'New questions of these kinds come to this team.',
  noReasons: 'Nothing comes here by itself; colleagues can hand conversations over.',
  facilityWhy: 'A team stays at its facility: its hours and its people belong there.',
  membersTitle: 'Who belongs to it',
  noMembers: 'Nobody belongs to it yet, so nobody sees its queue but those who lead.',
  add: 'Add a colleague',
  addNamed: (name: string) => `Add ${name}`,
  addNone: 'Nobody of that name who is not in the team already.',
  remove: 'Take out',
  removeNamed: (name: string) => `Take out: ${name}`,
  added: (name: string) => `${name} belongs to it now.`,
  removed: (name: string, open: number) =>
    open === 0
      ? `${name} does not belong to it any more.`
      : `${name} does not belong to it any more. ${open === 1 ? 'One conversation is' : `${open} conversations are`} back with the team.`,
  closing: 'Close the team',
  closingSure: 'Yes, close it now',
  closed: 'The team is closed.',
  closingNothing: 'It has no open conversations.',
  closingGoes: (open: number, team: string) =>
    `${open === 1 ? 'One open conversation goes' : `${open} open conversations go`} to ${team}.`,
  closingStranded: (open: number) =>
    `${open === 1 ? 'One open conversation' : `${open} open conversations`} would lie where nobody looks. Let another team answer for these kinds first.`,
  closingUnanswered: (reasons: string) => `Nobody would answer any more: ${reasons}. Give this to another team first.`,
  closingWhy: 'This cannot be undone. What was said stays on the record.',
  answering: 'How soon we answer',
  invite: 'Invite a colleague',
} as const;
export const teamWords = inLanguage({ en: teamWordsEn, es: es.teamWords });

export const weekday = (day: number): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 22 + day));
