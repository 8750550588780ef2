export { readBanner } from './banner.ts';
export type * from './contract.ts';
export { displayName } from './display.ts';
export * from './events.ts';
export { currentId } from './open-person.ts';
export { changeName, findActing, findByAddress, readPerson, registerPerson, verifyPerson } from './persons.ts';
export { maySee } from './policy.ts';
export {
  isDeceased,
  listStateHistory,
  setBereaved,
  setDeceased,
  setRestricted,
  undoBereaved,
  undoDeceased,
  undoRestricted,
} from './states.ts';
