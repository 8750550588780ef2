import { z } from 'zod';
import { byAnyStaff } from '../../platform/access/access.ts';
import { command, download, query, type Route, stream } from '../../platform/http/route.ts';
import { promiseSaid, promises } from '../promises/index.ts';
import { answer } from './answers.ts';
import * as cases from './case-shapes.ts';
import { merge, splitOff, unmerge } from './cases.ts';
import { readClockHistory } from './clock-reading.ts';
import * as clock from './clock-shapes.ts';
import * as shape from './contract.ts';
import { readDrafts, saveDraft } from './drafts.ts';
import { readWorkOf, readWorkOfTeam } from './held-work.ts';
import { linkPerson } from './links.ts';
import { liveTopics } from './live.ts';
import { correctMark } from './mark-corrections.ts';
import { listMarkCounts } from './mark-counts.ts';
import * as markShape from './mark-shapes.ts';
import { addNote } from './notes.ts';
import { openOnBehalf } from './opening.ts';
import { claim, giveBack, handOver } from './ownership.ts';
import * as pool from './pool-shapes.ts';
import { readPoolRules, setPoolRule, takeNext } from './pools.ts';
import { sayPresence } from './presence.ts';
import { endWaiting, markWaiting, reopen, resolve } from './progress.ts';
import { listPromisesOf, promiseSpoken } from './promises.ts';
import { findByReference, listOfPerson, listQueue, readQueues } from './queues.ts';
import { readAttachment, readConversation, readWholeMessage } from './reading.ts';
import { changeReason } from './reasons.ts';
import { searchConversations } from './search.ts';
import { searchInput, searchPage } from './search-shapes.ts';
import { exampleOf } from './target-example.ts';
import { listTargets, removeTarget, setTarget } from './targets.ts';
import { undo } from './undo.ts';
import { listWarnings, markWarningsSeen, readLadder, setLadderStep } from './warnings.ts';
import * as work from './work-shapes.ts';

const access = byAnyStaff;
const one = '/api/desk/conversations/:id';
const ofOne = { access, sees: 'person', params: shape.conversationParams } as const;

export const deskRoutes: readonly Route[] = [
  query({ name: 'desk.read-queues', path: '/api/desk/queues', access, answer: shape.queues, run: readQueues }),
  query({
    ...{ name: 'desk.list-queue', path: '/api/desk/queue', access, sees: 'person' },
    ...{ search: shape.queueSearch, answer: shape.queuePage },
    run: (ctx, { search }) => listQueue(ctx, search),
  }),
  query({
    ...ofOne,
    ...{ name: 'desk.read-conversation', path: one, answer: shape.conversation },
    run: (ctx, { params }) => readConversation(ctx, params.id),
  }),
  query({
    ...{ name: 'desk.find-reference', path: '/api/desk/references/:reference', access, sees: 'person' },
    ...{ params: shape.referenceParams, answer: shape.opened },
    run: (ctx, { params }) => findByReference(ctx, params.reference),
  }),
  query({
    // By POST: what people wrote about does not belong in a URL.
    ...{ name: 'desk.search-conversations', method: 'POST', path: '/api/desk/search', access, sees: 'person' },
    ...{ body: searchInput, answer: searchPage },
    run: (ctx, { body }) => searchConversations(ctx, body),
  }),
  query({
    ...{ name: 'desk.list-of-person', path: '/api/desk/people/:personId/conversations', access, sees: 'person' },
    ...{ params: shape.personParams, answer: shape.ofPerson },
    run: (ctx, { params }) => listOfPerson(ctx, params.personId),
  }),
  download({
    ...{ name: 'desk.read-attachment', path: `${one}/files/:fileId`, access, sees: 'person', params: shape.fileParams },
    run: (ctx, { params }) => readAttachment(ctx, params.id, params.fileId),
  }),
  query({
    ...{ name: 'desk.read-message', path: `${one}/messages/:messageId`, access, sees: 'person' },
    ...{ params: shape.messageParams, answer: shape.wholeMessage },
    run: (ctx, { params }) => readWholeMessage(ctx, params.id, params.messageId),
  }),
  command({
    ...{ name: 'desk.open-conversation', path: '/api/desk/conversations', access, sees: 'person' },
    ...{ body: shape.openInput, answer: shape.opened },
    run: (ctx, { body }) => openOnBehalf(ctx, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.claim-conversation', path: `${one}/claim`, body: shape.claimInput, answer: shape.changed },
    run: (ctx, { params }) => claim(ctx, params.id),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.hand-over', path: `${one}/hand-over`, body: shape.handOverInput, answer: shape.changed },
    run: (ctx, { params, body }) => handOver(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.give-back', path: `${one}/give-back`, body: shape.giveBackInput, answer: shape.changed },
    run: (ctx, { params, body }) => giveBack(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.answer-person', path: `${one}/answer`, body: shape.answerInput, answer: shape.answered },
    run: (ctx, { params, body }) => answer(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.add-note', path: `${one}/notes`, body: shape.noteInput, answer: shape.noted },
    run: (ctx, { params, body }) => addNote(ctx, params.id, body.text),
  }),
  query({
    ...ofOne,
    ...{ name: 'desk.list-promises', path: `${one}/promises`, answer: promises },
    run: (ctx, { params }) => listPromisesOf(ctx, params.id),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.make-promise', path: `${one}/promises`, body: promiseSaid, answer: promises },
    run: (ctx, { params, body }) => promiseSpoken(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.mark-waiting', path: `${one}/waiting`, body: shape.waitInput, answer: shape.changed },
    run: (ctx, { params, body }) => markWaiting(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.end-waiting', path: `${one}/waiting`, method: 'DELETE' },
    ...{ body: shape.versionInput, answer: shape.changed },
    run: (ctx, { params, body }) => endWaiting(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{
      name: 'desk.resolve-conversation',
      path: `${one}/resolution`,
      body: shape.resolveInput,
      answer: shape.changed,
    },
    run: (ctx, { params, body }) => resolve(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.reopen-conversation', path: `${one}/reopening`, body: shape.reopenInput, answer: shape.changed },
    run: (ctx, { params, body }) => reopen(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.undo-step', path: `${one}/undo`, body: shape.versionInput, answer: shape.changed },
    run: (ctx, { params, body }) => undo(ctx, params.id, body.version),
  }),
  command({
    ...{ name: 'desk.say-presence', path: `${one}/presence`, access, passive: true, params: shape.conversationParams },
    ...{ body: shape.presenceInput, answer: z.object({}) },
    run: (ctx, { params, body }) => sayPresence(ctx, params.id, body.doing),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.link-person', path: `${one}/person-link`, body: shape.linkInput, answer: shape.changed },
    run: (ctx, { params, body }) => linkPerson(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.change-reason', path: `${one}/reason`, body: shape.reasonInput, answer: shape.reasonChanged },
    run: (ctx, { params, body }) => changeReason(ctx, params.id, body),
  }),
  query({
    ...{ name: 'desk.list-warnings', path: '/api/desk/warnings', access, sees: 'person', answer: clock.warnings },
    run: listWarnings,
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.see-warnings', path: `${one}/warnings/sight`, body: z.strictObject({}), answer: z.object({}) },
    run: (ctx, { params }) => markWarningsSeen(ctx, params.id),
  }),
  command({
    ...{ name: 'desk.take-next', path: '/api/desk/next', access, sees: 'person' },
    ...{ body: pool.nextInput, answer: pool.next },
    run: (ctx, { body }) => takeNext(ctx, body),
  }),
  query({
    name: 'desk.read-pool-rules',
    path: '/api/desk/pool-rules',
    access,
    answer: pool.poolRules,
    run: readPoolRules,
  }),
  command({
    ...{ name: 'desk.set-pool-rule', path: '/api/desk/pool-rules', method: 'PUT', access },
    ...{ body: pool.poolRule, answer: pool.poolRules },
    run: (ctx, { body }) => setPoolRule(ctx, body),
  }),
  query({ name: 'desk.read-ladder', path: '/api/desk/ladder', access, answer: clock.ladder, run: readLadder }),
  command({
    ...{ name: 'desk.set-ladder-step', path: '/api/desk/ladder', method: 'PUT', access },
    ...{ body: clock.ladderStep, answer: clock.ladder },
    run: (ctx, { body }) => setLadderStep(ctx, body),
  }),
  query({
    ...ofOne,
    ...{ name: 'desk.read-clocks', path: `${one}/clocks`, answer: clock.clockHistory },
    run: (ctx, { params }) => readClockHistory(ctx, params.id),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.split-off-case', path: `${one}/cases`, body: cases.splitInput, answer: shape.splitOff },
    run: (ctx, { params, body }) => splitOff(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.merge-case', path: `${one}/merge`, body: cases.mergeInput, answer: shape.changed },
    run: (ctx, { params, body }) => merge(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.unmerge-case', path: `${one}/merge`, method: 'DELETE' },
    ...{ body: shape.versionInput, answer: shape.changed },
    run: (ctx, { params, body }) => unmerge(ctx, params.id, body.version),
  }),
  query({
    ...{ name: 'desk.read-drafts', path: `${one}/drafts`, access, params: shape.conversationParams },
    ...{ answer: shape.drafts },
    run: (ctx, { params }) => readDrafts(ctx, params.id),
  }),
  command({
    ...{ name: 'desk.save-draft', path: `${one}/drafts/:kind`, method: 'PUT', access, passive: true },
    ...{ params: shape.draftParams, body: shape.draftInput, answer: shape.draftSaved },
    run: (ctx, { params, body }) => saveDraft(ctx, params, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'desk.correct-mark', path: `${one}/marks`, body: markShape.markInput, answer: markShape.marks },
    run: (ctx, { params, body }) => correctMark(ctx, params.id, body),
  }),
  query({
    ...{ name: 'desk.count-marks', path: '/api/desk/marks', access, answer: markShape.markCounts, run: listMarkCounts },
  }),
  query({ name: 'desk.list-targets', path: '/api/desk/targets', access, answer: work.targets, run: listTargets }),
  command({
    ...{ name: 'desk.set-target', path: '/api/desk/targets', method: 'PUT', access },
    ...{ body: work.targetInput, answer: work.targets },
    run: (ctx, { body }) => setTarget(ctx, body),
  }),
  command({
    ...{ name: 'desk.remove-target', path: '/api/desk/targets', method: 'DELETE', access },
    ...{ body: work.targetRemoval, answer: work.targets },
    run: (ctx, { body }) => removeTarget(ctx, body),
  }),
  query({
    ...{ name: 'desk.read-target-example', path: '/api/desk/targets/example', access },
    ...{ search: work.exampleSearch, answer: work.targetExample },
    run: (ctx, { search }) => exampleOf(ctx, search),
  }),
  query({
    ...{ name: 'desk.read-work-of-staff', path: '/api/desk/staff/:staffId/work', access },
    ...{ params: work.staffParams, answer: work.heldWork },
    run: (ctx, { params }) => readWorkOf(ctx, params.staffId),
  }),
  query({
    ...{ name: 'desk.read-work-of-team', path: '/api/desk/teams/:teamId/work', access },
    ...{ params: work.teamParams, answer: work.teamWork },
    run: (ctx, { params }) => readWorkOfTeam(ctx, params.teamId),
  }),
  stream({
    ...{ name: 'desk.hear-live', path: '/api/desk/live', access, passive: true, search: shape.liveSearch },
    topics: (ctx, { search }) => liveTopics(ctx, search.conversationId),
  }),
];
