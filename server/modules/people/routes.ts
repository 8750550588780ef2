import { z } from 'zod';
import { byAnyStaff, byStaff } from '../../platform/access/access.ts';
import { command, query, type Route } from '../../platform/http/route.ts';
import { readBanner } from './banner.ts';
import { careTeamList } from './care-team-shapes.ts';
import { listCareTeams } from './care-teams.ts';
import { addContact, endContact, preferContact } from './contacts.ts';
import * as shape from './contract.ts';
import { likelyAction, listLikely } from './likely.ts';
import { mergePeople, unmerge } from './merges.ts';
import { addNeed, removeNeed, setConsent, setSafeContact } from './needs.ts';
import { changeName, readPerson, registerPerson, verifyPerson } from './persons.ts';
import { mergingRoles } from './policy.ts';
import { addRelation, endProxy, endRelation, grantProxy } from './relations.ts';
import { findPeople, searchAction } from './search.ts';
import * as states from './states.ts';
import { listTimeline } from './timeline.ts';
import { listVisits } from './visits.ts';

const staff = { access: byAnyStaff, sees: 'person' } as const;
const merging = { access: byStaff(...mergingRoles), sees: 'person' } as const;
const params = shape.personParams;
const page = z.strictObject({ cursor: shape.cursor.optional() });
const ofPerson = z.object({ personId: z.uuid() });
const at = '/api/people/:personId';

export const peopleRoutes: readonly Route[] = [
  query({
    ...staff,
    name: searchAction,
    // By POST: names, numbers and dates of birth do not belong in a URL.
    method: 'POST',
    path: '/api/people/search',
    body: shape.searchInput,
    answer: z.object({ people: z.array(shape.foundPerson) }),
    run: async (ctx, { body }) => ({ people: await findPeople(ctx, body) }),
  }),
  command({
    ...staff,
    name: 'people.register-person',
    path: '/api/people',
    body: shape.registration,
    answer: z.object({ id: z.uuid() }),
    run: (ctx, { body }) => registerPerson(ctx, body),
  }),
  query({
    ...staff,
    name: 'people.read-person',
    path: at,
    params,
    answer: shape.person,
    run: (ctx, { params }) => readPerson(ctx, params.personId),
  }),
  query({
    ...staff,
    name: 'people.read-banner',
    path: `${at}/banner`,
    params,
    answer: shape.banner,
    run: (ctx, { params }) => readBanner(ctx, params.personId),
  }),
  command({
    ...staff,
    name: 'people.change-name',
    method: 'PUT',
    path: `${at}/name`,
    params,
    body: shape.nameInput,
    answer: shape.person,
    run: (ctx, { params, body }) => changeName(ctx, params.personId, body),
  }),
  command({
    ...staff,
    name: 'people.verify-person',
    path: `${at}/verification`,
    params,
    answer: shape.person,
    run: (ctx, { params }) => verifyPerson(ctx, params.personId),
  }),
  command({
    ...staff,
    name: 'people.add-contact',
    path: `${at}/contacts`,
    params,
    body: shape.contactInput,
    answer: ofPerson,
    run: (ctx, { params, body }) => addContact(ctx, params.personId, body),
  }),
  command({
    ...staff,
    name: 'people.end-contact',
    method: 'DELETE',
    path: `${at}/contacts/:contactId`,
    params: params.extend({ contactId: z.uuid() }),
    answer: ofPerson,
    run: (ctx, { params }) => endContact(ctx, params),
  }),
  command({
    ...staff,
    name: 'people.prefer-contact',
    path: `${at}/contacts/:contactId/preference`,
    params: params.extend({ contactId: z.uuid() }),
    answer: ofPerson,
    run: (ctx, { params }) => preferContact(ctx, params),
  }),
  command({
    ...staff,
    name: 'people.add-need',
    path: `${at}/needs`,
    params,
    body: shape.needInput,
    answer: ofPerson.extend({ needId: z.uuid() }),
    run: (ctx, { params, body }) => addNeed(ctx, params.personId, body),
  }),
  command({
    ...staff,
    name: 'people.remove-need',
    method: 'DELETE',
    path: `${at}/needs/:needId`,
    params: params.extend({ needId: z.uuid() }),
    answer: ofPerson,
    run: (ctx, { params }) => removeNeed(ctx, params),
  }),
  command({
    ...staff,
    name: 'people.set-safe-contact',
    method: 'PUT',
    path: `${at}/safe-contact`,
    params,
    body: shape.safeContactInput,
    answer: ofPerson,
    run: (ctx, { params, body }) => setSafeContact(ctx, params.personId, body),
  }),
  command({
    ...staff,
    name: 'people.set-consent',
    path: `${at}/consents`,
    params,
    body: shape.consentInput,
    answer: ofPerson,
    run: (ctx, { params, body }) => setConsent(ctx, params.personId, body),
  }),
  ...stateRoutes('deceased', 'death', shape.deceasedInput, states.setDeceased, states.undoDeceased),
  ...stateRoutes('bereaved', 'bereavement', shape.bereavedInput, states.setBereaved, states.undoBereaved),
  ...stateRoutes('restricted', 'restriction', shape.restrictedInput, states.setRestricted, states.undoRestricted),
  query({
    ...staff,
    name: 'people.list-states',
    path: `${at}/states`,
    params,
    answer: shape.stateHistory,
    run: (ctx, { params }) => states.listStateHistory(ctx, params.personId),
  }),
  command({
    ...staff,
    name: 'people.add-relation',
    path: `${at}/relations`,
    params,
    body: shape.relationInput,
    answer: ofPerson.extend({ relationId: z.uuid() }),
    run: (ctx, { params, body }) => addRelation(ctx, params.personId, body),
  }),
  command({
    ...staff,
    name: 'people.end-relation',
    method: 'DELETE',
    path: `${at}/relations/:relationId`,
    params: params.extend({ relationId: z.uuid() }),
    answer: ofPerson,
    run: (ctx, { params }) => endRelation(ctx, params),
  }),
  command({
    ...staff,
    name: 'people.grant-proxy',
    path: '/api/proxies',
    body: shape.proxyInput,
    answer: z.object({ proxyId: z.uuid() }),
    run: (ctx, { body }) => grantProxy(ctx, body),
  }),
  command({
    ...staff,
    name: 'people.end-proxy',
    path: '/api/proxies/:proxyId/end',
    params: z.strictObject({ proxyId: z.uuid() }),
    body: shape.undoInput,
    answer: z.object({ proxyId: z.uuid() }),
    run: (ctx, { params, body }) => endProxy(ctx, { ...params, ...body }),
  }),
  command({
    ...merging,
    name: 'people.merge-people',
    path: '/api/merges',
    body: shape.mergeInput,
    answer: z.object({ mergeId: z.uuid(), keptId: z.uuid() }),
    run: (ctx, { body }) => mergePeople(ctx, body),
  }),
  command({
    ...merging,
    name: 'people.unmerge-people',
    path: '/api/merges/:mergeId/undo',
    params: z.strictObject({ mergeId: z.uuid() }),
    body: shape.undoInput,
    answer: z.object({ keptId: z.uuid(), mergedId: z.uuid() }),
    run: (ctx, { params, body }) => unmerge(ctx, params.mergeId, body),
  }),
  query({
    ...staff,
    name: 'people.list-timeline',
    path: `${at}/timeline`,
    params,
    search: page,
    answer: shape.timelinePage,
    run: (ctx, { params, search }) => listTimeline(ctx, params.personId, search.cursor),
  }),
  query({
    ...staff,
    name: 'people.list-visits',
    path: `${at}/visits`,
    params,
    search: page,
    answer: shape.visitPage,
    run: (ctx, { params, search }) => listVisits(ctx, params.personId, search.cursor),
  }),
  query({
    ...staff,
    name: likelyAction,
    path: `${at}/likely`,
    params,
    answer: z.object({ people: z.array(shape.likelyPerson) }),
    run: (ctx, { params }) => listLikely(ctx, params.personId),
  }),
  query({
    ...staff,
    name: 'people.list-care-teams',
    path: `${at}/care-teams`,
    params,
    answer: careTeamList,
    run: (ctx, { params }) => listCareTeams(ctx, params.personId),
  }),
];

/** A state is set with where it is known from, and undone as easily, with the reason. */
function stateRoutes<B extends z.ZodType>(
  state: string,
  noun: string,
  body: B,
  set: (
    ctx: Parameters<typeof states.undoDeceased>[0],
    id: string,
    input: z.output<B>,
  ) => Promise<{ personId: string }>,
  undo: typeof states.undoDeceased,
): Route[] {
  return [
    command({
      ...staff,
      name: `people.set-${state}`,
      path: `${at}/${noun}`,
      params,
      body,
      answer: ofPerson,
      run: (ctx, input) => set(ctx, input.params.personId, input.body as z.output<B>),
    }),
    command({
      ...staff,
      name: `people.undo-${state}`,
      path: `${at}/${noun}/undo`,
      params,
      body: shape.undoInput,
      answer: ofPerson,
      run: (ctx, input) => undo(ctx, input.params.personId, input.body),
    }),
  ];
}
