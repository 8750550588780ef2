import { findActing } from './modules/people/index.ts';
import { findActiveStaff } from './modules/workforce/index.ts';
import { makeIdentify } from './platform/access/identify.ts';
import type { House } from './platform/house.ts';
import type { Identify } from './platform/http/answer.ts';

/** Who acts is told by three together: the session, the staff list and the people. */
export const identify = (house: House): Identify =>
  makeIdentify({ house, describeStaff: findActiveStaff, describePerson: findActing });
