/** What open screens of a thread listen to: something in it changed, or happened to one of its mails. */
export const threadTopic = (threadId: string) => `messaging.thread ${threadId}`;
