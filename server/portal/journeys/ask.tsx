import { askedReasons } from '../../modules/desk/index.ts';
import { urgentWordsIn } from '../../modules/wording/index.ts';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { removeFiles } from '../../platform/files/files.ts';
import type { FormRequest, PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { notFound } from '../../platform/problem.ts';
import type { PageError } from '../kit/index.ts';
import { CheckPage } from './ask-check.tsx';
import { type AskStep, type AskWorld, askJourney, findAskStep } from './ask-journey.ts';
import { canBeAnswered, nobodyPage } from './ask-nobody.tsx';
import { AskPage, mostFiles, titleOf } from './ask-pages.tsx';
import { placesFor } from './ask-places.ts';
import { askReceipt, SentPage } from './ask-sent.tsx';
import { askWords } from './ask-words.ts';
import { type Draft, keepInDraft, lockDraft, openDraft, startDraft } from './drafts.ts';
import { storeUploads } from './file-fields.ts';
import { show } from './frame.tsx';
import {
  type Answers,
  answerTo,
  firstOpen,
  isReached,
  keptAnswers,
  stepBefore,
  type Trouble,
  textOf,
} from './journey.ts';
import { sendAsk } from './sending.ts';
import { pick } from './typed-fields.ts';

const journey = 'ask';

async function worldOf(ctx: Ctx, answers: Answers): Promise<AskWorld> {
  return {
    isSignedIn: ctx.actor.kind === 'person',
    hasMail: ctx.house.mailOut !== 'none',
    actsFor: ctx.actor.kind === 'person' ? ctx.actor.actsFor : [],
    ...(await placesFor(ctx, answers)),
    today: ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone).toPlainDate(),
    urgentWords: urgentWordsIn,
  };
}

const pathOf = (draftId: string, step: string) => `/ask/${draftId}/${step}`;

const nextPath = (draft: Draft, world: AskWorld): string =>
  pathOf(draft.id, firstOpen(askJourney, draft.answers, world)?.name ?? 'check');

function told(request: PageRequest, troubles: readonly Trouble[]): PageError[] {
  const t = askWords(request.language);
  return troubles.map(({ field, word }) => ({ field, message: t(word as Parameters<typeof t>[0]) }));
}

interface Showing {
  readonly step: string;
  readonly draft: Pick<Draft, 'answers' | 'files'> & { readonly id?: string };
  readonly errors?: readonly PageError[];
}

async function showStep(ctx: Ctx, request: PageRequest, { step, draft, errors = [] }: Showing): Promise<PageAnswer> {
  const { answers, files, id } = draft;
  const world = await worldOf(ctx, answers);
  const found = findAskStep(step);
  const before = stepBefore(askJourney, answers, world, step);
  const action = id === undefined ? '/ask' : pathOf(id, step);
  return show(ctx, request, {
    title: askWords(request.language)(titleOf(step)),
    back: { href: id === undefined || before === undefined ? '/' : pathOf(id, before) },
    errors,
    ...(errors.length > 0 && { status: 422 }),
    children: (
      <AskPage
        {...{ step, action, answers, files, world, errors, language: request.language }}
        token={request.formToken}
        typed={found && answerTo(found, answers, world)}
        emergencyNumber={ctx.house.hospital.emergencyNumber}
      />
    ),
  });
}

/** The first question, before anything is kept. */
export async function askPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  if (!(await canBeAnswered(ctx))) return nobodyPage(ctx, request);
  const about = request.search.about;
  const answers: Answers = (askedReasons as readonly string[]).includes(about ?? '')
    ? { reason: { reason: about ?? '' } }
    : {};
  return showStep(ctx, request, { step: 'reason', draft: { answers, files: [] } });
}

export async function startAsk(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const step = findAskStep('reason') as AskStep;
  const typed = pick(request.fields, step.fields);
  const answers = { reason: typed };
  const troubles = step.check(typed, await worldOf(ctx, answers), answers);
  if (troubles.length > 0)
    return showStep(ctx, request, { step: 'reason', draft: { answers, files: [] }, errors: told(request, troubles) });
  if (!(await canBeAnswered(ctx, textOf(typed, 'reason')))) return nobodyPage(ctx, request);
  const { id, cookies } = await startDraft(ctx, request, { journey, answers });
  return { redirect: pathOf(id, 'who'), cookies };
}

/** Any page of a draft: a page that is not reached yet leads to the one that is. */
export async function askStepPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const name = request.params.step ?? '';
  const draft = await openDraft(ctx, request, journey);
  if (draft.receipt !== undefined) return { redirect: pathOf(draft.id, 'sent') };
  const world = await worldOf(ctx, draft.answers);
  if (!findAskStep(name)) throw notFound();
  if (!isReached(askJourney, draft.answers, world, name)) return { redirect: nextPath(draft, world) };
  return showStep(ctx, request, { step: name, draft });
}

/** What was typed is kept first and judged then, so that nothing of it can be lost. */
async function keepStep(ctx: Ctx, request: FormRequest, step: AskStep): Promise<Draft> {
  const draft = await lockDraft(ctx, request, journey);
  if (draft.receipt !== undefined) return draft;
  return keepInDraft(ctx, draft, { answers: { ...draft.answers, [step.name]: pick(request.fields, step.fields) } });
}

/** Someone whose session ended while they wrote goes on where they were once they are signed in again. */
const mustSignIn = (ctx: Ctx, draft: Draft) => draft.personId !== undefined && ctx.actor.kind !== 'person';
const signInAndReturn = (path: string): PageAnswer => ({ redirect: `/sign-in?next=${encodeURIComponent(path)}` });

export async function answerAskStep(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const step = findAskStep(request.params.step ?? '');
  if (!step || step.name === 'files') throw notFound();
  const draft = await keepStep(ctx, request, step);
  if (draft.receipt !== undefined) return { redirect: pathOf(draft.id, 'sent') };
  if (mustSignIn(ctx, draft)) return signInAndReturn(pathOf(draft.id, step.name));
  const world = await worldOf(ctx, draft.answers);
  const troubles = step.check(draft.answers[step.name] ?? {}, world, draft.answers);
  if (troubles.length > 0) return showStep(ctx, request, { step: step.name, draft, errors: told(request, troubles) });
  return { redirect: nextPath(draft, world) };
}

/** Adds files, takes one away, or goes on. */
export async function answerAskFiles(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const draft = await keepStep(ctx, request, findAskStep('files') as AskStep);
  if (draft.receipt !== undefined) return { redirect: pathOf(draft.id, 'sent') };
  if (mustSignIn(ctx, draft)) return signInAndReturn(pathOf(draft.id, 'files'));
  const removed = draft.files.find((file) => file.id === request.fields.remove);
  if (request.fields.remove !== undefined) {
    if (removed) {
      await keepInDraft(ctx, draft, { files: draft.files.filter((file) => file !== removed) });
      await removeFiles(ctx, [removed.id]);
    }
    return { redirect: pathOf(draft.id, 'files') };
  }
  const { stored, troubles } = await storeUploads(ctx, request.files, mostFiles - draft.files.length);
  const by = actorId(ctx.actor) ?? null;
  const kept = await keepInDraft(ctx, draft, { files: [...draft.files, ...stored.map((file) => ({ ...file, by }))] });
  if (troubles.length === 0) return { redirect: nextPath(kept, await worldOf(ctx, kept.answers)) };
  const t = askWords(request.language);
  const errors = troubles.map(({ word, name }) => ({ field: 'file', message: t(word, { name }) }));
  return showStep(ctx, request, { step: 'files', draft: kept, errors });
}

export async function askCheckPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const draft = await openDraft(ctx, request, journey);
  if (draft.receipt !== undefined) return { redirect: pathOf(draft.id, 'sent') };
  const world = await worldOf(ctx, draft.answers);
  if (firstOpen(askJourney, draft.answers, world)) return { redirect: nextPath(draft, world) };
  const { language } = request;
  const before = stepBefore(askJourney, draft.answers, world, 'check');
  return show(ctx, request, {
    title: askWords(language)('checkTitle'),
    back: { href: pathOf(draft.id, before ?? 'reason') },
    children: (
      <CheckPage
        {...{ ctx, draft, world, language, token: request.formToken, action: pathOf(draft.id, 'check') }}
        answers={keptAnswers(askJourney, draft.answers, world)}
      />
    ),
  });
}

export async function sendAskForm(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const draft = await lockDraft(ctx, request, journey);
  if (draft.receipt !== undefined) return { redirect: pathOf(draft.id, 'sent') };
  if (mustSignIn(ctx, draft)) return signInAndReturn(pathOf(draft.id, 'check'));
  const world = await worldOf(ctx, draft.answers);
  if (firstOpen(askJourney, draft.answers, world)) return { redirect: nextPath(draft, world) };
  const { cookies } = await sendAsk(ctx, {
    ...{ draft, world, language: request.language },
    answers: keptAnswers(askJourney, draft.answers, world),
  });
  return { redirect: pathOf(draft.id, 'sent'), cookies };
}

export async function askSentPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const draft = await openDraft(ctx, request, journey);
  if (draft.receipt === undefined) return { redirect: nextPath(draft, await worldOf(ctx, draft.answers)) };
  const { language } = request;
  return show(ctx, request, {
    title: askWords(language)('sentTitle'),
    children: <SentPage ctx={ctx} receipt={askReceipt.parse(draft.receipt)} language={language} />,
  });
}
