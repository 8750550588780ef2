import { randomUUID } from 'node:crypto';
import {
  listPromisesForPerson,
  markReadByPerson,
  type PersonThread,
  readConversationForPerson,
  replyFromPerson,
} from '../../modules/desk/index.ts';
import { urgentWordsIn } from '../../modules/wording/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { readFile, removeFiles } from '../../platform/files/files.ts';
import type { FormRequest, PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { formatDayAndTime, type Language } from '../../platform/i18n/messages.ts';
import { notFound } from '../../platform/problem.ts';
import {
  type Attachment,
  Button,
  EmergencyPanel,
  errorFor,
  FileField,
  Form,
  KeepACopy,
  type PageError,
  spokenReference,
  TextArea,
  Thread,
  type ThreadMessage,
} from '../kit/index.ts';
import { longestQuestion } from './ask-journey.ts';
import { acceptedFiles, mostFiles } from './ask-pages.tsx';
import { askWords } from './ask-words.ts';
import { storeUploads } from './file-fields.ts';
import { show } from './frame.tsx';
import { textOf } from './journey.ts';
import { messageWords } from './message-words.ts';
import { PromisesTold } from './promises-told.tsx';
import { selectRead, writeRead } from './reading-store.ts';
import { signedInPerson } from './signed-in.ts';
import { manyLines } from './typed-fields.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is not theirs and what is not there look the same. */
function idOf(given: string | undefined): string {
  if (given === undefined || !uuid.test(given)) throw notFound();
  return given;
}

function kindOf(mediaType: string, language: Language): string {
  const t = messageWords(language);
  if (mediaType.startsWith('image/')) return t('kindPicture');
  return t(mediaType === 'application/pdf' ? 'kindPdf' : 'kindDocument');
}

interface ThreadView {
  readonly ctx: Ctx;
  readonly thread: PersonThread;
  readonly language: Language;
  readonly readUntil: Temporal.Instant | undefined;
}

function messagesOf({ ctx, thread, language, readUntil }: ThreadView): ThreadMessage[] {
  const clock = { language, zone: ctx.house.hospital.timeZone };
  return thread.messages.map((message) => {
    const at = Temporal.Instant.from(message.at);
    const isTheirs = message.from !== 'person';
    return {
      id: message.id,
      isMine: message.isMine,
      from: message.name,
      when: formatDayAndTime(at, clock),
      whenExact: message.at,
      body: message.text,
      attachments: message.attachments.map(
        (file): Attachment => ({
          href: `/messages/${thread.id}/files/${file.id}`,
          name: file.name,
          kind: kindOf(file.mediaType, language),
          bytes: file.sizeBytes,
        }),
      ),
      isNew: isTheirs && (!readUntil || Temporal.Instant.compare(readUntil, at) < 0),
    };
  });
}

function State({ ctx, thread, language }: Omit<ThreadView, 'readUntil'>) {
  const t = messageWords(language);
  const { status, teamName: team, staffName, expectedBy } = thread;
  const state = {
    asked: () => t('stateAsked', { team }),
    'being-looked-at': () =>
      staffName ? t('stateLooked', { name: staffName.replace(/[,;:]+$/, ''), team }) : t('stateLookedTeam', { team }),
    answered: () => t('stateAnswered'),
    closed: () => t('stateClosed'),
  }[status]();
  const due = expectedBy === null ? undefined : Temporal.Instant.from(expectedBy);
  const when = due && formatDayAndTime(due, { language, zone: thread.timeZone });
  return (
    <>
      <p>
        {state}{' '}
        {due && when ? t(Temporal.Instant.compare(due, ctx.now) < 0 ? 'expectedPast' : 'expected', { when }) : null}
      </p>
      {thread.about ? <p>{t('about', { name: thread.about.name })}</p> : null}
      <p className="bedside-quiet">
        {t('reference', { reference: thread.reference })}. {t('spoken', { spoken: spokenReference(thread.reference) })}
      </p>
    </>
  );
}

/** Words of danger that were written last and nobody has answered yet. */
function isInDanger(thread: PersonThread): boolean {
  const last = thread.messages.at(-1);
  return last?.from === 'person' && urgentWordsIn(last.text).length > 0;
}

interface Typed {
  readonly text: string;
  readonly errors: readonly PageError[];
}

export async function threadPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  return showThread(ctx, request, { text: '', errors: [] });
}

async function showThread(ctx: Ctx, request: PageRequest, { text, errors }: Typed): Promise<PageAnswer> {
  const { language, formToken: token } = request;
  const t = messageWords(language);
  const ask = askWords(language);
  const thread = await readConversationForPerson(ctx, idOf(request.params.id));
  const readUntil = (await selectRead(ctx, signedInPerson(ctx).id, [thread.id])).get(thread.id);
  const promises = await listPromisesForPerson(ctx, thread.id);
  const messages = messagesOf({ ctx, thread, language, readUntil });
  const action = `/messages/${thread.id}`;
  return show(ctx, request, {
    title: thread.subject,
    back: { href: '/messages', text: t('back') },
    errors,
    ...(errors.length > 0 && { status: 422 }),
    ...(request.search.sent === '1' && { notices: [{ kind: 'success' as const, body: <p>{t('sent')}</p> }] }),
    children: (
      <>
        {isInDanger(thread) ? (
          <EmergencyPanel number={ctx.house.hospital.emergencyNumber} urgentHelpHref="/emergency" />
        ) : null}
        <h1>{thread.subject}</h1>
        <State ctx={ctx} thread={thread} language={language} />
        <PromisesTold promises={promises} language={language} />
        <Thread messages={messages} />
        {messages.some((message) => message.isNew) ? (
          <Form action={`${action}/read`} token={token}>
            <input type="hidden" name="until" value={thread.lastMessageAt} />
            <Button kind="secondary">{t('markRead')}</Button>
          </Form>
        ) : null}
        <div className="bedside-not-printed">
          <Form action={action} token={token} hasFiles>
            {/* Sent twice from the same page, it arrives once. */}
            <input type="hidden" name="_once" value={randomUUID()} />
            <TextArea
              name="text"
              label={t('reply')}
              hint={t('replyHint')}
              rows={6}
              maximumLength={longestQuestion}
              value={text}
              error={errorFor(errors, 'text')}
            />
            <FileField
              name="file"
              label={t('files')}
              isOptional
              multiple
              kinds={[ask('filesKindPhotos'), ask('filesKindPdf'), ask('filesKindDocuments')]}
              accept={acceptedFiles}
              maximumBytes={10 * 1024 * 1024}
              error={errorFor(errors, 'file')}
            />
            <Button>{t('send')}</Button>
          </Form>
        </div>
        <KeepACopy />
      </>
    ),
  });
}

export async function sendReply(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const id = idOf(request.params.id);
  const t = messageWords(request.language);
  const ask = askWords(request.language);
  const text = manyLines(textOf(request.fields, 'text'));
  const wrong = text.trim() === '' ? t('replyMissing') : text.length > longestQuestion ? t('replyTooLong') : undefined;
  // Before anything is kept: what is not theirs is not found, whatever comes with it.
  await readConversationForPerson(ctx, id);
  const { stored, troubles } = await storeUploads(ctx, request.files, mostFiles);
  const errors = [
    ...(wrong === undefined ? [] : [{ field: 'text', message: wrong }]),
    ...troubles.map(({ word, name }) => ({ field: 'file', message: ask(word, { name }) })),
  ];
  if (errors.length > 0) {
    await removeFiles(
      ctx,
      stored.map((file) => file.id),
    );
    return showThread(ctx, request, { text, errors });
  }
  await replyFromPerson(ctx, id, { text, fileIds: stored.map((file) => file.id) });
  await writeRead(ctx, { personId: signedInPerson(ctx).id, conversationId: id, until: ctx.now });
  return { redirect: `/messages/${id}?sent=1` };
}

/** Looking at a page changes nothing, so that a preview or a prefetch cannot: the person says that they have read it. */
export async function markThreadRead(ctx: Ctx, request: FormRequest): Promise<PageAnswer> {
  const thread = await readConversationForPerson(ctx, idOf(request.params.id));
  const shown = textOf(request.fields, 'until');
  // What came in after the page was made has not been read.
  const isKnown = thread.messages.some((message) => message.at === shown) || shown === thread.lastMessageAt;
  const until = isKnown ? Temporal.Instant.from(shown) : undefined;
  if (until) {
    await writeRead(ctx, { personId: signedInPerson(ctx).id, conversationId: thread.id, until });
    await markReadByPerson(ctx, thread.id);
  }
  return { redirect: `/messages/${thread.id}` };
}

export async function threadFile(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const thread = await readConversationForPerson(ctx, idOf(request.params.id));
  const fileId = idOf(request.params.file);
  const isOfThread = thread.messages.some((message) => message.attachments.some((file) => file.id === fileId));
  if (!isOfThread) throw notFound();
  return { file: await readFile(ctx, fileId) };
}
