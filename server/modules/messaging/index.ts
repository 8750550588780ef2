export type {
  Attachment,
  Decision,
  GateReason,
  LeftOut,
  MessageState,
  ReceivedMessage,
  ThreadMessage,
} from './contract.ts';
export { messageReceived, messageUndelivered } from './events.ts';
export { type MailMeta, receiveMail } from './intake.ts';
export { acceptsRecipient } from './mail-names.ts';
export { selectAttached as attachedAmong } from './message-store.ts';
export {
  type Author,
  type FromPortal,
  receiveFromPortal,
  type Sent,
  sendToAddress,
  sendToPerson,
  type ToAddress,
  type ToPerson,
} from './messages.ts';
export { previewAnswer } from './preview.ts';
export {
  assignThread,
  listSuggested,
  listThread,
  markRead,
  readAttachment,
  readReceived,
  readWholeMessage,
} from './threads.ts';
export { threadTopic } from './topics.ts';
export { listHeld, listUndelivered, retryDispatch, settleDispatch } from './undelivered.ts';
