import type { Route } from '../../platform/http/route.ts';

export const messagingRoutes: readonly Route[] = [];
