import { byStaff } from '../../platform/access/access.ts';
import { done } from '../../platform/contract.ts';
import { command, query, type Route } from '../../platform/http/route.ts';
import {
  dispatchParams,
  heldList,
  heldSearch,
  setAsidePage,
  tried,
  undeliveredPage,
  undeliveredSearch,
} from './contract.ts';
import { listHeld, listSetAside, listUndelivered, retryDispatch, settleDispatch } from './undelivered.ts';

/** Those who answer people, and those who see to it that answers arrive. */
const byAnswerers = byStaff('front-desk', 'contact-centre', 'patient-relations', 'manager', 'administrator');

export const messagingRoutes: readonly Route[] = [
  query({
    name: 'messaging.list-held',
    path: '/api/messaging/held',
    access: byStaff('front-desk', 'contact-centre', 'patient-relations', 'manager', 'administrator', 'compliance'),
    sees: 'person',
    search: heldSearch,
    answer: heldList,
    run: async (ctx, { search }) => ({ decisions: await listHeld(ctx, search) }),
  }),
  query({
    name: 'messaging.list-undelivered',
    path: '/api/messaging/undelivered',
    access: byAnswerers,
    sees: 'person',
    search: undeliveredSearch,
    answer: undeliveredPage,
    run: (ctx, { search }) => listUndelivered(ctx, search),
  }),
  command({
    name: 'messaging.retry-dispatch',
    path: '/api/messaging/dispatches/:id/retry',
    access: byAnswerers,
    sees: 'person',
    params: dispatchParams,
    answer: tried,
    run: (ctx, { params }) => retryDispatch(ctx, params.id),
  }),
  command({
    name: 'messaging.settle-dispatch',
    path: '/api/messaging/dispatches/:id/settlement',
    access: byAnswerers,
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
    access: byAnswerers,
    search: undeliveredSearch,
    answer: setAsidePage,
    run: (ctx, { search }) => listSetAside(ctx, search),
  }),
];
