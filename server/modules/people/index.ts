export { readBanner } from './banner.ts';
export type { CareTeam } from './care-team-shapes.ts';
export { listCareTeams, upsertCareTeamsFromSource } from './care-teams.ts';
export { type ContactAlerts, readContactAlerts } from './contact-alerts.ts';
export { type ContactState, contactState } from './contact-state.ts';
export { addContact, confirmAddress, endContact, preferContact } from './contacts.ts';
export type * from './contract.ts';
export { displayName } from './display.ts';
export * from './events.ts';
export {
  type FhirPatient,
  type FhirRelatedPerson,
  patientToFhir,
  personFromFhir,
  relatedPersonToFhir,
  relationFromFhir,
} from './fhir.ts';
export {
  type CareTeamFromFhir,
  careTeamFromFhir,
  careTeamToFhir,
  type FhirCareTeam,
} from './fhir-care-team.ts';
export { type FhirEncounter, type VisitFromFhir, visitFromFhir, visitToFhir } from './fhir-visit.ts';
export {
  type ImportedPeople,
  type ImportedPerson,
  personIdsByIdentifier,
  personIdsBySource,
  upsertPeopleFromSource,
  upsertPersonFromSource,
} from './imports.ts';
export { likelyAction } from './likely.ts';
export { mergePeople, unmerge } from './merges.ts';
export { type NamedPerson, readNames } from './names.ts';
export { addNeed, removeNeed, setConsent, setSafeContact } from './needs.ts';
export { currentId, listIdsOf } from './open-person.ts';
export { changeName, findActing, findByAddress, readPerson, registerPerson, verifyPerson } from './persons.ts';
export { maySee } from './policy.ts';
export { actsFor, addRelation, endProxy, endRelation, grantProxy, lostProxies } from './relations.ts';
export { findPeople, refreshSearch, searchAction } from './search.ts';
export { slipsBetween } from './search-text.ts';
export {
  isDeceased,
  isMourning,
  listStateHistory,
  setBereaved,
  setDeceased,
  setRestricted,
  undoBereaved,
  undoDeceased,
  undoRestricted,
} from './states.ts';
export { addTimelineEntry, listTimeline, showTimelineEntriesTo, visitLine } from './timeline.ts';
export {
  listRecentFacilities,
  listVisits,
  readVisits,
  recordVisit,
  type Upserted,
  upsertVisitFromSource,
  upsertVisitsFromSource,
} from './visits.ts';
