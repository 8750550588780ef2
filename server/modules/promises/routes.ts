import { byAnyStaff } from '../../platform/access/access.ts';
import { command, query, type Route } from '../../platform/http/route.ts';
import * as shape from './contract.ts';
import { keepPromise, releasePromise, undoStep } from './keeping.ts';
import { countPromises, listPromises, readSummary } from './lists.ts';
import { handOver } from './ownership.ts';
import { findInText } from './reading.ts';

const access = byAnyStaff;
const one = '/api/promises/:id';
const ofOne = { access, sees: 'person', params: shape.promiseParams, answer: shape.changed } as const;

export const promisesRoutes: readonly Route[] = [
  query({
    ...{ name: 'promises.list-promises', path: '/api/promises', access, sees: 'person' },
    ...{ search: shape.promiseSearch, answer: shape.promisePage },
    run: (ctx, { search }) => listPromises(ctx, search),
  }),
  query({
    ...{ name: 'promises.read-summary', path: '/api/promises/summary', access, sees: 'person', passive: true },
    answer: shape.promiseSummary,
    run: readSummary,
  }),
  query({
    ...{ name: 'promises.count-promises', path: '/api/promises/counts', access, answer: shape.promiseCounts },
    run: countPromises,
  }),
  query({
    ...{ name: 'promises.find-in-text', path: '/api/promises/found', method: 'POST', access, passive: true },
    ...{ body: shape.foundInput, answer: shape.found },
    run: (ctx, { body }) => findInText(ctx, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'promises.keep-promise', path: `${one}/keeping`, body: shape.keepInput },
    run: (ctx, { params, body }) => keepPromise(ctx, params.id, body.version),
  }),
  command({
    ...ofOne,
    ...{ name: 'promises.release-promise', path: `${one}/release`, body: shape.releaseInput },
    run: (ctx, { params, body }) => releasePromise(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'promises.hand-over', path: `${one}/hand-over`, body: shape.handOverInput },
    run: (ctx, { params, body }) => handOver(ctx, params.id, body),
  }),
  command({
    ...ofOne,
    ...{ name: 'promises.undo-step', path: `${one}/undo`, body: shape.keepInput },
    run: (ctx, { params, body }) => undoStep(ctx, params.id, body.version),
  }),
];
