import { openConversation } from '../../modules/desk/index.ts';
import {
  addContact,
  addNeed,
  addRelation,
  findByAddress,
  readBanner,
  readPerson,
  registerPerson,
  setSafeContact,
} from '../../modules/people/index.ts';
import { readFacility } from '../../modules/places/index.ts';
import { teamForReason } from '../../modules/workforce/index.ts';
import { system } from '../../platform/access/actor.ts';
import { askForSignInLink, ensurePersonAccount } from '../../platform/access/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { CookieChange } from '../../platform/http/route.ts';
import type { Language } from '../../platform/i18n/messages.ts';
import { type AskWorld, chosenPerson, chosenPlace, emailOf, needs, urgentKey } from './ask-journey.ts';
import type { AskReceipt } from './ask-sent.tsx';
import { readBirthDate } from './birth-date.ts';
import { closeDraft, type Draft } from './drafts.ts';
import { isSamePerson } from './earlier-words.ts';
import { type Answers, listOf, type Typed, textOf } from './journey.ts';
import { oneLine } from './typed-fields.ts';

interface Asked {
  readonly draft: Draft;
  readonly world: AskWorld;
  readonly answers: Answers;
  readonly language: Language;
}

/** Nobody is signed in, so the software writes down what a stranger says, as a stranger's word. */
const asPortal = (ctx: Ctx): Ctx => ({ ...ctx, actor: system('portal.ask') });

/** Answers that were checked become people, needs and one conversation; the draft keeps nothing but the receipt. */
export async function sendAsk(ctx: Ctx, asked: Asked): Promise<{ cookies: CookieChange[] }> {
  const { answers, draft, world } = asked;
  const isKnown = ctx.actor.kind === 'person';
  const askerId = ctx.actor.kind === 'person' ? ctx.actor.id : await strangerOf(ctx, asked);
  const aboutId = chosenPerson(answers.who, world)?.personId ?? (await caredForOf(ctx, asked, askerId));
  await writeNeeds(ctx, answers.needs, askerId);
  const reason = textOf(answers.reason, 'reason');
  // A file sent before signing in belongs to the draft alone; the software vouches for it, as it does for a stranger's.
  const isAllTheirs = isKnown && draft.files.every((file) => file.by === askerId);
  const facilityId = chosenPlace(answers.place, world)?.id;
  const opened = await openConversation(isAllTheirs ? ctx : asPortal(ctx), {
    ...{ askerPersonId: askerId, aboutPersonId: aboutId, reason, channel: 'portal' as const, facilityId },
    text: textOf(answers.question, 'text').trim(),
    fileIds: draft.files.map((file) => file.id),
  });
  const team = await teamForReason(ctx, { reason, facilityId });
  const answersAt = team?.facilityId === undefined ? undefined : await readFacility(ctx, team.facilityId);
  const email = emailOf(answers.reach, world);
  const receipt: AskReceipt = {
    ...{
      reference: opened.reference,
      expectedBy: opened.expectedBy,
      timeZone: answersAt?.timeZone ?? ctx.house.hospital.timeZone,
    },
    ...{
      teamName: team?.name ?? '',
      windows: team?.hours.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })) ?? [],
    },
    tell: toldBy(isKnown, email, world),
    isUrgent: urgentKey(answers, world) !== '',
    ...(!isKnown && { askerId }),
  };
  await closeDraft(ctx, draft, receipt);
  if (isKnown || email === '') return { cookies: [] };
  await ensurePersonAccount(ctx, { personId: askerId, email });
  const { cookie } = await askForSignInLink(ctx, { email });
  return { cookies: [cookie] };
}

/** How somebody hears of the answer; where no mail leaves, nobody is told to wait for one. */
function toldBy(isKnown: boolean, email: string, { hasMail }: AskWorld): AskReceipt['tell'] {
  if (!hasMail) return isKnown ? 'portal-only' : 'phone-only';
  if (isKnown) return 'portal';
  return email === '' ? 'phone' : 'email';
}

const nameOf = (typed: Typed | undefined) => ({
  given: oneLine(textOf(typed, 'given')),
  family: oneLine(textOf(typed, 'family')),
});

/** Who asks without being signed in: their own earlier word about themselves, or someone new. */
async function strangerOf(ctx: Ctx, { answers, world, language }: Asked): Promise<string> {
  const portal = asPortal(ctx);
  const birthDate = readBirthDate(answers.you, 'born', world.today).date;
  const email = emailOf(answers.reach, world);
  const phone = oneLine(textOf(answers.reach, 'phone'));
  const said = { name: nameOf(answers.you), birthDate, email };
  const known = email === '' ? undefined : await findOwnEarlierWord(portal, said);
  const contacts = [
    ...(email === '' ? [] : [{ system: 'email' as const, value: email }]),
    ...(phone === '' ? [] : [{ system: 'phone' as const, value: phone }]),
  ];
  const id =
    known ??
    (
      await registerPerson(ctx, {
        ...{ name: said.name, contacts, language, verified: false },
        ...(birthDate !== undefined && { birthDate }),
      })
    ).id;
  if (known !== undefined && phone !== '') await addContact(portal, id, { system: 'phone', value: phone });
  if (phone !== '' && textOf(answers.reach, 'voicemail') === 'no') await forbidVoicemail(portal, id);
  return id;
}

interface Said {
  readonly name: { readonly given: string; readonly family: string };
  readonly birthDate: string | undefined;
  readonly email: string;
}

/**
 * The record of somebody who said exactly the same of themselves before. Never one that staff have verified: knowing a
 * name, a birth date and an address proves nothing, so a stranger's words must not stand in a patient's record.
 */
async function findOwnEarlierWord(portal: Ctx, said: Said): Promise<string | undefined> {
  for (const personId of (await findByAddress(portal, { system: 'email', value: said.email })).slice(0, 20)) {
    const person = await readPerson(portal, personId);
    if (!person.verified && isSamePerson(person, said)) return person.id;
  }
  return undefined;
}

const noRules = {
  ...{ doNotNameClinic: false, noVoicemail: false, onlyFrom: null, onlyUntil: null },
  ...{ onlyChannel: null, codeWord: null, words: null },
};

async function forbidVoicemail(portal: Ctx, personId: string): Promise<void> {
  const { safeContact } = await readBanner(portal, personId);
  await setSafeContact(portal, personId, { ...(safeContact ?? noRules), noVoicemail: true });
}

/** Someone the asker cares for and we have no proof of: their word, until a staff member has looked. */
async function caredForOf(ctx: Ctx, { answers, world, language }: Asked, askerId: string): Promise<string | undefined> {
  if (textOf(answers.who, 'who') !== 'someone') return undefined;
  const birthDate = readBirthDate(answers.them, 'born', world.today).date;
  const { id } = await registerPerson(ctx, {
    ...{ name: nameOf(answers.them), contacts: [], language, verified: false },
    ...(birthDate !== undefined && { birthDate }),
  });
  const kind = textOf(answers.them, 'relation') as Parameters<typeof addRelation>[2]['kind'];
  await addRelation(asPortal(ctx), id, { relatedId: askerId, kind });
  return id;
}

async function writeNeeds(ctx: Ctx, typed: Typed | undefined, personId: string): Promise<void> {
  const said = oneLine(textOf(typed, 'need-words'));
  const chosen = needs.filter((need) => listOf(typed, 'need').includes(need));
  const kinds = chosen.length === 0 && said !== '' ? (['other'] as const) : chosen;
  // What was said in words stands with the last one that was chosen: it usually says more about it.
  for (const [place, kind] of kinds.entries())
    await addNeed(asPortal(ctx), personId, { kind, ...(place === kinds.length - 1 && said !== '' && { words: said }) });
}
