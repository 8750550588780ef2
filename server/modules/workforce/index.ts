export { cancelAbsence, endAbsence, listAbsences, recordAbsence } from './absences.ts';
export {
  type Absence,
  type Colleague,
  type NewStaff,
  type NewTeam,
  type Role,
  roles,
  type Team,
  type WeeklyWindow,
} from './contract.ts';
export { staffAbsent, staffDismissed, staffHired, staffLeftTeam, teamClosed, teamHoursChanged } from './events.ts';
export { namesOfStaff } from './names.ts';
export { readShown, type ShownStaff } from './shown.ts';
export {
  type ActiveStaff,
  changeStaff,
  dismissStaff,
  findActiveStaff,
  hireStaff,
  listColleagues,
  listStaff,
  readStaff,
} from './staff.ts';
export {
  changeTeam,
  closeTeam,
  createTeam,
  joinTeam,
  leaveTeam,
  listTakenReasons,
  listTeams,
  readTeam,
  setTeamHours,
  teamForReason,
  teamHours,
} from './teams.ts';
export { readWorkingHours, setWorkingHours } from './working-hours.ts';
