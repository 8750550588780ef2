export { answer } from './answers.ts';
export { merge, splitOff, unmerge } from './cases.ts';
export type {
  AnswerBy,
  AskedReason,
  Channel,
  Conversation,
  PersonConversation,
  PersonThread,
  QueueRow,
  Status,
} from './contract.ts';
export { askedReasons } from './contract.ts';
export { recomputeDeadlines } from './deadline-keeping.ts';
export { selectDraftedFiles as draftedAmong } from './draft-store.ts';
export { answerWritten, conversationOpened, conversationReopened, conversationResolved } from './events.ts';
export { addNote } from './notes.ts';
export { openOnBehalf } from './opening.ts';
export { claim, giveBack, handOver } from './ownership.ts';
export {
  listAnsweredFor,
  listAskedIds,
  listConversationsOf,
  readAskedAmong,
  type ShelfPage,
} from './person-lists.ts';
export {
  markReadByPerson,
  openConversation,
  type Question,
  readConversationForPerson,
  replyFromPerson,
} from './person-side.ts';
export { endWaiting, markWaiting, reopen, resolve } from './progress.ts';
export { listPromisesForPerson, promiseSpoken } from './promises.ts';
export { readConversation } from './reading.ts';
export { searchConversations } from './search.ts';
export { distinctWords } from './search-words.ts';
export { readDue } from './searchable.ts';
export { undo } from './undo.ts';
