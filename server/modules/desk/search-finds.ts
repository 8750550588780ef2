import type { Ctx } from '../../platform/ctx.ts';
import { readBeside } from './people-beside.ts';
import { statusOf } from './policy.ts';
import { closedTeam } from './present.ts';
import type { Question } from './search-question.ts';
import type { FoundConversation } from './search-shapes.ts';
import { bestSnippet, type Meaning, markAll, readText, type Text } from './search-snippets.ts';
import { type FoundRow, readStems, selectTexts } from './search-store.ts';

/** What is looked through for the place to show; a word that stands further back is found all the same. */
const looked = { most: 100, length: 10_000 };

type Where = FoundConversation['where'];

/** Rows of the list, each with the place where most of the words stand. */
export async function presentFound(
  ctx: Ctx,
  found: { readonly exact: readonly FoundRow[]; readonly near: readonly FoundRow[] },
  question: Question,
): Promise<FoundConversation[]> {
  const rows = [...found.exact, ...found.near];
  const beside = await readBeside(ctx, rows);
  const texts = await readTexts(ctx, rows);
  const subjects = rows.map((row) => readText('subject' as Where, row.opened_at, row.subject));
  const meaning = await meaningOf(ctx, question, [...subjects, ...[...texts.values()].flat()]);
  for (const row of rows) ctx.sees(row.asker_current_id, ...(row.about_current_id ? [row.about_current_id] : []));
  const person = (id: string) => beside.people.get(id) ?? { personId: id, name: '–', verified: false };
  return rows.map((row, n) => {
    const { owner_staff_id: owner, about_current_id: about, team_id: teamId } = row;
    return {
      ...{ id: row.id, reference: row.reference, status: statusOf(row), reason: row.reason },
      asker: person(row.asker_current_id),
      about: about && about !== row.asker_current_id ? person(about) : null,
      team: { teamId, name: beside.teams.get(teamId) ?? closedTeam[ctx.language] },
      ownerName: owner ? (beside.staff.get(owner) ?? '–') : null,
      openedAt: row.opened_at.toString(),
      ...placeIn(subjects[n] ?? readText('subject', row.opened_at, row.subject), texts.get(row.id) ?? [], meaning),
      exact: n < found.exact.length,
    };
  });
}

async function readTexts(ctx: Ctx, rows: readonly FoundRow[]): Promise<Map<string, Text<Where>[]>> {
  const ids = rows.map((row) => row.id);
  const texts = new Map<string, Text<Where>[]>(ids.map((id) => [id, []]));
  for (const { conversation_id, kind, at, text } of await selectTexts(ctx, ids, looked))
    texts.get(conversation_id)?.push(readText(kind, at, text));
  return texts;
}

/** The best place among messages and notes; the subject, where more of the words stand in it than in any of them. */
function placeIn(inSubject: Text<Where>, texts: readonly Text<Where>[], meaning: Meaning) {
  const subject = markAll(inSubject, meaning);
  const best = bestSnippet(texts, meaning);
  if (best && best.count >= (bestSnippet([inSubject], meaning)?.count ?? 0)) {
    const { where, at, text, marks } = best;
    return { subject, where, at: at.toString(), snippet: { text, marks } };
  }
  const [begun] = texts.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const beginning = (begun?.text ?? '').slice(0, 200).replace(/\s/g, ' ').toWellFormed();
  const snippet = markAll(readText('message', inSubject.at, beginning), meaning);
  return { subject, where: 'subject' as const, at: inSubject.at.toString(), snippet };
}

/**
 * By stems only the database knows words to be the same. It is asked about those that begin like one that is looked for:
 * a stem changes the end of a word.
 */
async function meaningOf(ctx: Ctx, { words, slips }: Question, texts: readonly Text<Where>[]): Promise<Meaning> {
  const groups = words.map(({ word, lexemes }) => new Set([...lexemes, ...(slips.get(word) ?? [])]));
  const beginnings = new Set(groups.flatMap((group) => [...group].map((lexeme) => lexeme.slice(0, 2))));
  const near = new Set<string>();
  if (groups.length > 0)
    for (const text of texts)
      for (const { plain } of text.words) if (beginnings.has(plain.slice(0, 2))) near.add(plain);
  const meanings = new Map(
    (await readStems(ctx, [...near])).flatMap(({ word, lexemes }) => {
      const means = new Set(groups.flatMap((group, n) => (lexemes.some((lexeme) => group.has(lexeme)) ? [n] : [])));
      return means.size > 0 ? [[word, means] as const] : [];
    }),
  );
  return (plain) => meanings.get(plain);
}
