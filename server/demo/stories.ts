import {
  addNote,
  answer,
  claim,
  handOver,
  openConversation,
  openOnBehalf,
  readConversation,
  replyFromPerson,
} from '../modules/desk/index.ts';
import {
  addNeed,
  addRelation,
  grantProxy,
  setBereaved,
  setConsent,
  setDeceased,
  setSafeContact,
} from '../modules/people/index.ts';
import type { CastId } from './cast.ts';
import { type Moments, momentsBefore } from './moments.ts';
import type { Facilities, StaffIds } from './staff.ts';
import type { Instant, Stage } from './stage.ts';
import { texts } from './texts.ts';

interface House {
  readonly facilities: Facilities;
  readonly staff: StaffIds;
  readonly timeZone: string;
}

/** Tells all stories through the same verbs that the screens use, each step at its own moment. */
export async function tellStories(stage: Stage, house: House): Promise<void> {
  const moments = momentsBefore(stage.now, house.timeZone);
  const teller = makeTeller(stage, house);
  await tellOfFamilies(stage);
  await tellOfNeeds(stage);
  await tellOfLoss(stage, house, moments, teller);
  await tellOfWaiting(moments, teller);
  await tellOfTheDay(stage, house, moments, teller);
}

type Teller = ReturnType<typeof makeTeller>;

function makeTeller(stage: Stage, { facilities, staff }: House) {
  const asStaff = <T>(who: keyof StaffIds, at: Instant, act: Parameters<typeof stage.asStaff<T>>[2]) =>
    stage.asStaff(staff[who], at, act);
  return {
    asStaff,
    async ask(
      who: CastId,
      at: Instant,
      reason: string,
      words: { subject: string; text: string },
      more: { about?: CastId; site?: keyof Facilities } = {},
    ) {
      const asked = await stage.asPerson(who, at, (ctx) =>
        openConversation(ctx, {
          askerPersonId: stage.people[who],
          channel: 'portal',
          reason,
          ...words,
          facilityId: facilities[more.site ?? 'hospital'],
          ...(more.about && { aboutPersonId: stage.people[more.about] }),
        }),
      );
      return asked.id;
    },
    claim: (who: keyof StaffIds, at: Instant, id: string) => asStaff(who, at, (ctx) => claim(ctx, id)),
    note: (who: keyof StaffIds, at: Instant, id: string, text: string) =>
      asStaff(who, at, (ctx) => addNote(ctx, id, text)),
    answer: (who: keyof StaffIds, at: Instant, id: string, text: string, next: 'stay' | 'wait' | 'resolve' = 'stay') =>
      asStaff(who, at, async (ctx) => {
        const { version } = await readConversation(ctx, id);
        return answer(ctx, id, { version, text, fileIds: [], next });
      }),
    reply: (who: CastId, at: Instant, id: string, text: string) =>
      stage.asPerson(who, at, (ctx) => replyFromPerson(ctx, id, { text })),
  };
}

const years = (count: number) => ({ hours: 24 * 365 * count });

/** Who belongs to whom, and who may act for whom. */
async function tellOfFamilies({ asSystem, now, people }: Stage): Promise<void> {
  const { maya, emeka, zuri, helen, george, claire, eleanor } = people;
  await asSystem(now.subtract(years(1)), async (ctx) => {
    const until = now.add(years(2)).toString();
    await addRelation(ctx, zuri, { relatedId: maya, kind: 'mother', emergencyContact: true });
    await addRelation(ctx, zuri, { relatedId: emeka, kind: 'father' });
    await addRelation(ctx, maya, { relatedId: zuri, kind: 'child' });
    await addRelation(ctx, maya, { relatedId: emeka, kind: 'spouse' });
    await addRelation(ctx, george, { relatedId: helen, kind: 'carer', emergencyContact: true });
    await addRelation(ctx, eleanor, { relatedId: claire, kind: 'child', emergencyContact: true });
    await addRelation(ctx, claire, { relatedId: eleanor, kind: 'mother' });
    const scopes = ['messages', 'appointments', 'bills'];
    await grantProxy(ctx, { proxyPersonId: maya, forPersonId: zuri, scopes, until });
    await grantProxy(ctx, { proxyPersonId: helen, forPersonId: george, scopes: ['messages', 'appointments'], until });
  });
}

async function tellOfNeeds({ asSystem, now, people }: Stage): Promise<void> {
  await asSystem(now.subtract({ hours: 24 * 90 }), async (ctx) => {
    await addNeed(ctx, people.rosa, { kind: 'interpreter', words: 'Spanish' });
    await addNeed(ctx, people.george, { kind: 'hearing', words: 'Speak slowly, on his left side' });
    await addNeed(ctx, people.george, { kind: 'carer-present' });
    await addNeed(ctx, people.ruthann, { kind: 'large-print' });
    await setSafeContact(ctx, people.jordan, {
      doNotNameClinic: true,
      noVoicemail: true,
      onlyFrom: '10:00',
      onlyUntil: '15:00',
      onlyChannel: 'portal',
      codeWord: 'lighthouse',
      words: 'Shares a home with somebody who must not learn of the visits.',
    });
    await setConsent(ctx, people.linda, { channel: 'email', purpose: 'survey', given: false, source: 'person' });
  });
}

/** Eleanor has died, and a reminder still went to her; her daughter writes. */
async function tellOfLoss(stage: Stage, house: House, { workday }: Moments, teller: Teller): Promise<void> {
  const { claire, eleanor } = stage.people;
  const id = await teller.ask('claire', workday(1, '13:30'), 'other', texts.claire, { about: 'eleanor' });
  await teller.claim('ana', workday(1, '13:41'), id);
  await teller.asStaff('ana', workday(1, '13:44'), async (ctx) => {
    const diedOn = workday(9, '12:00').toZonedDateTimeISO(house.timeZone).toPlainDate().toString();
    const until = stage.now
      .add({ hours: 24 * 90 })
      .toZonedDateTimeISO(house.timeZone)
      .toPlainDate()
      .toString();
    await setDeceased(ctx, eleanor, { source: 'family', diedOn, reason: 'Her daughter wrote to us.' });
    await setBereaved(ctx, claire, { source: 'family', until, reason: 'Her mother, Eleanor, has died.' });
  });
  await teller.asStaff('ana', workday(1, '13:50'), async (ctx) => {
    const { version } = await readConversation(ctx, id);
    await handOver(ctx, id, { version, to: { staffId: house.staff.noor }, note: texts.claireHandOver });
  });
  await teller.answer('noor', workday(1, '14:35'), id, texts.claireAnswer);
  await teller.note('noor', workday(1, '14:40'), id, texts.claireNote);
}

/** What nobody has answered: urgent, overdue, nearly overdue, and asked at night in Spanish. */
async function tellOfWaiting({ workday, minutesAgo, lastNight }: Moments, teller: Teller): Promise<void> {
  await teller.ask('linda', workday(6, '10:05'), 'bill', texts.linda);
  await teller.ask('helen', minutesAgo(222), 'medicine', texts.helen, { about: 'george' });
  await teller.ask('rosa', lastNight, 'appointment', texts.rosa);
  await teller.ask('samuel', minutesAgo(7), 'medicine', texts.samuel);
}

async function tellOfTheDay(stage: Stage, house: House, { workday }: Moments, teller: Teller): Promise<void> {
  const zuri = await teller.ask('maya', workday(1, '08:15'), 'appointment', texts.maya, { about: 'zuri' });
  await teller.answer('daniel', workday(1, '08:52'), zuri, texts.mayaAnswer, 'wait');

  const priya = await teller.ask('priya', workday(2, '09:20'), 'results', texts.priya);
  await teller.answer('ruth', workday(2, '11:05'), priya, texts.priyaAnswer);
  await teller.note('ruth', workday(2, '11:10'), priya, texts.priyaNote);
  await teller.reply('priya', workday(1, '15:10'), priya, texts.priyaReply);

  const jordan = await teller.ask('jordan', workday(3, '11:30'), 'results', texts.jordan);
  await teller.answer('imani', workday(3, '13:15'), jordan, texts.jordanAnswer, 'resolve');

  const thomas = await teller.ask('thomas', workday(3, '12:02'), 'other', texts.thomas);
  await teller.answer('ana', workday(3, '12:20'), thomas, texts.thomasAnswer, 'resolve');

  const late = await teller.ask('linda', workday(22, '09:10'), 'records', texts.lindaRecords);
  await teller.answer('marcus', workday(17, '16:30'), late, texts.lindaRecordsAnswer, 'resolve');

  const amir = await teller.ask('amir', workday(1, '16:40'), 'appointment', texts.amir, { site: 'west' });
  await teller.claim('daniel', workday(1, '17:02'), amir);

  const ruthann = await teller.ask('ruthann', workday(4, '10:00'), 'directions', texts.ruthann, { site: 'west' });
  await teller.answer('daniel', workday(4, '10:25'), ruthann, texts.ruthannAnswer, 'resolve');
  await teller.reply('ruthann', workday(1, '11:15'), ruthann, texts.ruthannReply);

  await teller.asStaff('ana', workday(1, '14:05'), (ctx) =>
    openOnBehalf(ctx, {
      askerPersonId: stage.people.george,
      reason: 'appointment',
      channel: 'phone',
      ...texts.georgeCall,
      facilityId: house.facilities.hospital,
    }),
  );
}
