/** What can be opened beside a conversation, in the place of its person. */
export type DeskForm = 'hand-over' | 'link' | 'reason' | 'split' | 'merge' | 'clocks' | 'promise' | 'marks';
