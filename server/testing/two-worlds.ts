import { addNote, answer, claim, promiseSpoken } from '../modules/desk/index.ts';
import { receiveMail } from '../modules/messaging/index.ts';
import { addNeed, addRelation, grantProxy, readBanner, recordVisit } from '../modules/people/index.ts';
import { createDepartment, createLocation, createService } from '../modules/places/index.ts';
import { recordAbsence } from '../modules/workforce/index.ts';
import type { Actor } from '../platform/access/actor.ts';
import { storeFile } from '../platform/files/files.ts';
import type { Route } from '../platform/http/route.ts';
import { asTest, type TestApp } from './app.ts';
import { asPerson, asStaff, type SignedIn } from './as.ts';
import { makeConversation } from './make-conversation.ts';
import { makePerson } from './make-person.ts';
import { makeFacility } from './make-place.ts';
import { makeStaff, makeTeam, staffActor } from './make-staff.ts';

/** Kinds of things that routes name by an id. */
export type Kind =
  | 'person'
  | 'contact'
  | 'need'
  | 'relation'
  | 'proxy'
  | 'conversation'
  | 'promise'
  | 'file'
  | 'staff'
  | 'team'
  | 'absence'
  | 'facility'
  | 'location'
  | 'department'
  | 'service'
  | 'session';

/** A part of the hospital with its own place, team, patient and words that stand nowhere else. */
export interface Ward {
  readonly mark: string;
  readonly ids: Readonly<Record<Kind, string>>;
  readonly reference: string;
  readonly clerk: SignedIn;
  readonly manager: SignedIn;
  readonly patient: SignedIn;
}

/** `mark` is a word that nobody else's data holds: where it shows up, this ward's data did. */
export async function makeWard(app: TestApp, mark: string): Promise<Ward> {
  const act = <T>(run: Parameters<typeof app.act<T>>[1], actor: Actor = asTest) => app.act(actor, run);
  const facilityId = (await makeFacility(app, { name: `House ${mark}` })).id;
  const locationId = (await act((ctx) => createLocation(ctx, { facilityId, name: `Room ${mark}` }))).id;
  const departmentId = (await act((ctx) => createDepartment(ctx, { facilityId, name: `Part ${mark}` }))).id;
  const service = { facilityId, name: { en: `Help ${mark}`, es: `Ayuda ${mark}` } };
  const serviceId = (await act((ctx) => createService(ctx, service))).id;
  const teamId = (await makeTeam(app, { name: `Team ${mark}`, facilityId, reasons: ['bill'] })).id;
  const works = { teamIds: [teamId], facilityIds: [facilityId] };
  const clerk = await asStaff(app, { ...works, name: `Clerk ${mark}` });
  const manager = await asStaff(app, { ...works, name: `Head ${mark}`, roles: ['manager'] });
  const colleague = await makeStaff(app, { ...works, name: `Colleague ${mark}` });
  const absence = { staffId: colleague.id, from: app.shop.clock().add({ hours: 48 }).toString() };
  const absenceId = (await act((ctx) => recordAbsence(ctx, absence))).id;

  const email = `${mark.toLowerCase()}@people.test`;
  const personId = await patientOf(app, mark, email);
  const relative = await makePerson(app, { name: { given: 'Kin', family: `Of${mark}` } });
  const until = app.shop.clock().add({ hours: 2400 }).toString();
  const proxy = { proxyPersonId: personId, forPersonId: relative.id, scopes: ['messages'], until };
  const { proxyId } = await act((ctx) => grantProxy(ctx, proxy));
  const kin = { relatedId: relative.id, kind: 'child' as const };
  const { relationId } = await act((ctx) => addRelation(ctx, personId, kin));
  const { needId } = await act((ctx) => addNeed(ctx, personId, { kind: 'other', words: `Needs ${mark}` }));
  const contactId = (await act((ctx) => readBanner(ctx, personId))).contacts[0]?.id ?? '';
  const visit = {
    kind: 'outpatient',
    status: 'finished',
    startsAt: app.shop.clock().subtract({ hours: 24 }).toString(),
  };
  await act((ctx) =>
    recordVisit(ctx, {
      ...visit,
      personId,
      facilityId,
      practitionerIds: [],
      sourceSystem: mark,
      sourceId: mark,
    } as never),
  );

  const asked = await makeConversation(app, { teamId, askerPersonId: personId, reason: 'bill', text: `I ask ${mark}` });
  const clerkActor = await staffActor(app, clerk.subjectId);
  const file = await act(
    (ctx) => storeFile(ctx, { name: `${mark}.txt`, bytes: Buffer.from(`File ${mark}`) }),
    clerkActor,
  );
  const { version } = await act((ctx) => claim(ctx, asked.id), clerkActor);
  await act((ctx) => addNote(ctx, asked.id, `Note ${mark}`), clerkActor);
  const reply = { version, text: `Answer ${mark}`, fileIds: [file.id], next: 'stay' as const };
  await act((ctx) => answer(ctx, asked.id, reply), clerkActor);
  const promised = { kind: 'call' as const, words: `Ring ${mark}`, through: 'phone' as const };
  const dueAt = app.shop.clock().add({ hours: 48 }).toString();
  const { promises } = await act((ctx) => promiseSpoken(ctx, asked.id, { ...promised, dueAt }), clerkActor);
  const mail = [`From: Someone ${mark} <${email}>`, 'To: front.desk@mail.bedside.test', `Subject: Mail ${mark}`];
  await receiveMail(
    app.shop,
    Buffer.from([...mail, `Message-ID: <${mark}@x.test>`, '', `Mail ${mark}`, ''].join('\r\n')),
  );
  const patient = await asPerson(app, personId);
  return {
    mark,
    reference: asked.reference,
    clerk,
    manager,
    patient,
    ids: {
      person: personId,
      contact: contactId,
      need: needId,
      relation: relationId,
      proxy: proxyId,
      conversation: asked.id,
      promise: promises[0]?.id ?? '',
      file: file.id,
      staff: colleague.id,
      team: teamId,
      absence: absenceId,
      facility: facilityId,
      location: locationId,
      department: departmentId,
      service: serviceId,
      session: patient.sessionId,
    },
  };
}

async function patientOf(app: TestApp, mark: string, email: string): Promise<string> {
  const { id } = await makePerson(app, {
    name: { given: `Given${mark}`, family: `Family${mark}` },
    contacts: [{ system: 'email', value: email }],
    identifiers: [{ system: 'urn:test:mrn', value: `MRN${mark}` }],
  });
  return id;
}

/** The kind of thing that a path parameter of this route names; undefined when it is no id of ours. */
export function kindOfParam(path: string, name: string): Kind | undefined {
  const named: Readonly<Record<string, Kind>> = {
    personId: 'person',
    contactId: 'contact',
    needId: 'need',
    relationId: 'relation',
    proxyId: 'proxy',
    fileId: 'file',
    file: 'file',
    staffId: 'staff',
  };
  if (named[name]) return named[name];
  return name === 'id' ? kindOfId.find(([begin]) => path.startsWith(begin))?.[1] : undefined;
}

const kindOfId: readonly (readonly [string, Kind])[] = [
  ['/api/desk/conversations/', 'conversation'],
  ['/api/promises/', 'promise'],
  ['/messages/', 'conversation'],
  ['/api/workforce/staff/', 'staff'],
  ['/api/workforce/teams/', 'team'],
  ['/api/workforce/absences/', 'absence'],
  ['/api/places/facilities/', 'facility'],
  ['/api/places/locations/', 'location'],
  ['/api/places/services/', 'service'],
  ['/api/access/sessions/', 'session'],
];

/** The same page for everybody: where a hospital is and when it is open. */
export const forAnyone = (route: Route) =>
  route.access.who === 'anyone' && (route.path.startsWith('/api/places/') || route.name === 'portal.home');

const hospitalWide = [
  'messaging.list-held',
  'messaging.list-undelivered',
  'messaging.list-set-aside',
  'desk.list-of-person',
  // Whoever takes a call puts the question with the team it belongs to.
  'desk.open-conversation',
];
/**
 * What every colleague of the hospital may see or do, so that it is nobody's "foreign": people by rule (each read is in
 * the audit), the directory, and where things are.
 */
export const forEveryColleague = (route: Route) =>
  forAnyone(route) ||
  route.path.startsWith('/api/people') ||
  route.path.startsWith('/api/merges') ||
  route.path.startsWith('/api/proxies') ||
  (route.kind === 'query' && /^\/api\/(workforce|places)\//.test(route.path)) ||
  hospitalWide.includes(route.name);
