import { byStaff } from '../../platform/access/access.ts';
import { done } from '../../platform/contract.ts';
import { command, query, type Route } from '../../platform/http/route.ts';
import {
  dispatchParams,
  heldList,
  heldSearch,
  setAsideMail,
  setAsidePage,
  takenUp,
  tried,
  undeliveredPage,
  undeliveredSearch,
} from './contract.ts';
import { listSetAside, readSetAside, takeUpMail } from './set-aside.ts';
import { listHeld, listUndelivered, retryDispatch, settleDispatch } from './undelivered.ts';

/**
 * Those who see to it that answers arrive, everywhere. This module does not know whose a thread is: who answers people
 * sees what was held in the conversations that the desk shows them.
 */
const byLeading = byStaff('patient-relations', 'manager', 'compliance', 'administrator');

export const messagingRoutes: readonly Route[] = [
  query({
    name: 'messaging.list-held',
    path: '/api/messaging/held',
    access: byLeading,
    sees: 'person',
    search: heldSearch,
    answer: heldList,
    run: async (ctx, { search }) => ({ decisions: await listHeld(ctx, search) }),
  }),
  query({
    name: 'messaging.list-undelivered',
    path: '/api/messaging/undelivered',
    access: byLeading,
    sees: 'person',
    search: undeliveredSearch,
    answer: undeliveredPage,
    run: (ctx, { search }) => listUndelivered(ctx, search),
  }),
  command({
    name: 'messaging.retry-dispatch',
    path: '/api/messaging/dispatches/:id/retry',
    access: byLeading,
    sees: 'person',
    params: dispatchParams,
    answer: tried,
    run: (ctx, { params }) => retryDispatch(ctx, params.id),
  }),
  command({
    name: 'messaging.settle-dispatch',
    path: '/api/messaging/dispatches/:id/settlement',
    access: byLeading,
    sees: 'person',
    params: dispatchParams,
    answer: done,
    run: async (ctx, { params }) => {
      await settleDispatch(ctx, params.id);
      return {};
    },
  }),
  query({
    name: 'messaging.list-set-aside',
    path: '/api/messaging/set-aside',
    access: byLeading,
    sees: 'person',
    search: undeliveredSearch,
    answer: setAsidePage,
    run: (ctx, { search }) => listSetAside(ctx, search),
  }),
  query({
    name: 'messaging.read-set-aside',
    path: '/api/messaging/set-aside/:id',
    access: byLeading,
    sees: 'person',
    params: dispatchParams,
    answer: setAsideMail,
    run: (ctx, { params }) => readSetAside(ctx, params.id),
  }),
  command({
    name: 'messaging.take-up-mail',
    path: '/api/messaging/set-aside/:id/question',
    access: byLeading,
    sees: 'person',
    params: dispatchParams,
    answer: takenUp,
    run: (ctx, { params }) => takeUpMail(ctx, params.id),
  }),
];
