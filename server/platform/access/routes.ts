import { z } from 'zod';
import { byId, done, sessionList } from '../contract.ts';
import { command, query, type Route } from '../http/route.ts';
import { byAnyone, byPersonOrStaff, byStaffSigningIn } from './access.ts';
import { closeEverySession, closeOwnSession, closeSession, listOwnSessions } from './sessions.ts';

export const accessRoutes: readonly Route[] = [
  query({
    name: 'access.list-sessions',
    path: '/api/access/sessions',
    access: byPersonOrStaff,
    answer: sessionList,
    run: async (ctx) => ({ sessions: await listOwnSessions(ctx) }),
  }),
  command({
    name: 'access.close-session',
    method: 'DELETE',
    path: '/api/access/sessions/:id',
    access: byPersonOrStaff,
    params: byId,
    answer: done,
    run: async (ctx, { params }) => {
      await closeOwnSession(ctx, params.id);
      return {};
    },
  }),
  command({
    name: 'access.sign-out',
    path: '/api/access/sign-out',
    access: byAnyone,
    answer: done,
    run: async (ctx, _input, request) => {
      request.setCookie(await closeSession(ctx));
      return {};
    },
  }),
  command({
    name: 'access.sign-out-everywhere',
    path: '/api/access/sign-out-everywhere',
    access: byPersonOrStaff,
    answer: done,
    run: async (ctx, _input, request) => {
      request.setCookie(await closeEverySession(ctx));
      return {};
    },
  }),
];
void byStaffSigningIn;
void z;
