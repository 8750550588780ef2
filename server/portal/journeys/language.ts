import type { Ctx } from '../../platform/ctx.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { isLanguage } from '../../platform/i18n/messages.ts';
import { notFound } from '../../platform/problem.ts';
import { safeNext } from './safe-next.ts';

const yearSeconds = 365 * 24 * 3600;

/** A plain link, so that it works everywhere: it leaves nothing behind but the reader's own choice in their browser. */
export async function chooseLanguagePage(_ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const { language } = request.params;
  if (!isLanguage(language)) throw notFound();
  const choice = { name: 'bedside-language', value: language, maxAgeSeconds: yearSeconds };
  return { redirect: safeNext(request.search.next), cookies: [choice] };
}
