export { watchTheClock } from './clock.ts';
export {
  type PromiseInput,
  type PromiseKind,
  type PromiseSaid,
  type PromiseView,
  promiseInput,
  promiseSaid,
  promises,
  type ToldPromise,
} from './contract.ts';
export { promiseBroken, promiseKept, promiseMade, promiseReleased } from './events.ts';
export { type FoundPromise, findPromises } from './finding.ts';
export { hasBrokenPromise, listPromisesAbout } from './lists.ts';
export { promiseTopics } from './live.ts';
export { makePromise, type NewPromise } from './making.ts';
export { moveWithSubject } from './ownership.ts';
export { scopeOf as scopeOfPromises } from './policy.ts';
export { listPromisesTold } from './told.ts';
