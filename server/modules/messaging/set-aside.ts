import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { type ParsedMail, parseMail } from '../../platform/mail/incoming.ts';
import { safeHtmlPage } from '../../platform/mail/safe-html.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { SetAside, SetAsideMail } from './contract.ts';
import { becomeMessage, largestMail } from './incoming.ts';
import { loopDomain } from './mail-names.ts';
import * as store from './mail-store.ts';
import { selectMessage } from './message-store.ts';
import { findPlace, type Place } from './proof.ts';
import { cursorId, nextAfter } from './undelivered.ts';

/** Mails that troubled nobody: of machines, or too many at once. */
export async function listSetAside(
  ctx: Ctx,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ mails: SetAside[]; next: string | null }> {
  const rows = await store.selectSetAside(ctx, cursorId(page.cursor), page.limit + 1);
  const shown = rows.slice(0, page.limit);
  return { mails: shown.map(present), next: nextAfter(rows, shown) };
}

function present(row: store.IncomingMailRow): SetAside {
  return {
    id: row.id,
    receivedAt: row.received_at.toString(),
    // Only what was judged otherwise is set aside.
    outcome: row.outcome === 'message' ? 'limited' : row.outcome,
    because: row.because,
    from: row.from_address,
    subject: row.subject,
  };
}

/** One of them, to be read before anybody decides; `html` is a page for an iframe with an empty `sandbox`. */
export async function readSetAside(ctx: Ctx, id: string): Promise<SetAsideMail> {
  const row = await readRow(ctx, id);
  const mail = await readKept(ctx, id);
  const message = row.message_id ? await selectMessage(ctx, row.message_id) : undefined;
  return {
    ...present(row),
    fromName: row.from_name,
    text: mail?.ok ? mail.text : null,
    html: row.html === null ? null : safeHtmlPage(row.html, 'und'),
    remotePictures: row.remote_pictures,
    files: mail?.ok ? mail.attachments.map((file) => ({ name: file.fileName, sizeBytes: file.size })) : [],
    takenUpAt: row.taken_up_at?.toString() ?? null,
    threadId: message?.thread_id ?? null,
    can: mail && !row.message_id ? ['take-up'] : [],
  };
}

/**
 * It was a person's question after all: from here on a mail like any other, put where it proves to belong or opened as a
 * new question. However often this is asked, it becomes one message.
 */
export async function takeUpMail(ctx: Ctx, id: string): Promise<{ messageId: string }> {
  const row = await readRow(ctx, id, { lock: true });
  if (row.message_id) return { messageId: row.message_id };
  const mail = await readKept(ctx, id);
  if (!mail) throw nothingKept();
  const place: Place = mail.ok ? await findPlace(ctx, mail) : { proven: null, suggested: null };
  const messageId = await becomeMessage(ctx, id, mail, place);
  await store.markTakenUp(ctx, id, { taken_up_at: ctx.now, taken_up_by: actorId(ctx.actor) ?? null });
  return { messageId };
}

const nothingKept = () =>
  new Problem('conflict', 'messaging.mail-not-kept', {
    en: 'Only the head of this mail was kept. Ask the sender to write again.',
    es: 'De este correo solo se guardó el encabezado. Pida a quien lo envió que escriba otra vez.',
  });

async function readRow(ctx: Ctx, id: string, how: { lock?: boolean } = {}): Promise<store.IncomingMailRow> {
  const row = await store.findIncomingMail(ctx, id, how);
  if (!row || row.outcome === 'message') throw notFound();
  return row;
}

/** Read anew from its bytes, which bounds itself in time; undefined where only its head was kept. */
async function readKept(ctx: Ctx, id: string): Promise<ParsedMail | undefined> {
  const raw = await store.findRawMail(ctx, id);
  if (!raw) return undefined;
  const { mailBorder: border } = ctx.house;
  return parseMail(raw, {
    maxBytes: largestMail,
    ownDomains: [loopDomain(ctx.house)],
    ...(border !== undefined && { border }),
  });
}
