export { findUrgentWords, type UrgentWords, urgentWordsIn } from './danger.ts';
export { type Feeling, type FoundFeeling, feelings, findFeelings } from './feelings.ts';
export { wilson } from './wilson.ts';
