import type { Route } from '../http/route.ts';

export const accessRoutes: readonly Route[] = [];
