import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isStaffSignedIn, sessionQuery } from '../lib/session.ts';
import type { Find } from './features/desk/search-query.ts';
import { PageTrouble } from './features/shell/page-trouble.tsx';
import { Workplace } from './features/shell/workplace.tsx';

interface Context {
  readonly client: QueryClient;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRouteWithContext<Context>()({ component: Outlet, errorComponent: PageTrouble });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = text(search.next);
    // Only a place of this app; never another site.
    return next !== undefined && /^\/(?![/\\])/.test(next) ? { next } : {};
  },
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/token-pages.tsx'), 'InvitationPage'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('./pages/token-pages.tsx'), 'ResetPage'),
});

/** Everything behind the sign-in. */
const workplace = createRoute({
  getParentRoute: () => root,
  id: 'workplace',
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (!isStaffSignedIn(session)) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: Workplace,
});
const home = createRoute({
  getParentRoute: () => workplace,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/desk' });
  },
});
const lists = ['open', 'mine', 'unclaimed', 'urgent', 'breached', 'waiting', 'resolved'] as const;
const states = ['unclaimed', 'claimed', 'waiting', 'resolved', 'merged'] as const;
/** How a search is narrowed down. Its words are nowhere in an address. */
const findOf = (search: Record<string, unknown>): Find => {
  const said = (['team', 'reason', 'from', 'until', 'person'] as const).map(
    (name) => [name, text(search[name])] as const,
  );
  const state = states.find((one) => one === search.state);
  return { ...Object.fromEntries(said.filter(([, value]) => value)), ...(state && { state }) };
};
const desk = createRoute({
  getParentRoute: () => workplace,
  path: '/desk',
  validateSearch: (
    search: Record<string, unknown>,
  ): { list?: (typeof lists)[number]; team?: string; turn?: 'ours' | 'theirs' } | ({ search: true } & Find) => {
    if (search.search === true) return { search: true, ...findOf(search) };
    const list = lists.find((one) => one === search.list);
    const team = text(search.team);
    const turn = (['ours', 'theirs'] as const).find((one) => one === search.turn);
    return { ...(list && { list }), ...(team && { team }), ...(turn && { turn }) };
  },
  component: lazyRouteComponent(() => import('./pages/desk-page.tsx'), 'DeskPage'),
});
const deskConversation = createRoute({ getParentRoute: () => desk, path: '$conversationId', component: () => null });
const people = createRoute({
  getParentRoute: () => workplace,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people-page.tsx'), 'PeoplePage'),
});
const person = createRoute({ getParentRoute: () => people, path: '$personId', component: () => null });
const undelivered = createRoute({
  getParentRoute: () => workplace,
  path: '/undelivered',
  validateSearch: (search: Record<string, unknown>): { view?: 'set-aside' } =>
    search.view === 'set-aside' ? { view: 'set-aside' } : {},
  component: lazyRouteComponent(() => import('./pages/undelivered-page.tsx'), 'UndeliveredPage'),
});
const promiseLists = ['mine', 'teams', 'broken', 'ended', 'counts'] as const;
const promises = createRoute({
  getParentRoute: () => workplace,
  path: '/promises',
  validateSearch: (search: Record<string, unknown>): { list?: (typeof promiseLists)[number]; team?: string } => {
    const list = promiseLists.find((one) => one === search.list);
    const team = text(search.team);
    return { ...(list && { list }), ...(team && { team }) };
  },
  component: lazyRouteComponent(() => import('./pages/promises-page.tsx'), 'PromisesPage'),
});
const team = createRoute({
  getParentRoute: () => workplace,
  path: '/team',
  validateSearch: (search: Record<string, unknown>): { view?: 'teams'; id?: string } => {
    const id = text(search.id);
    return { ...(search.view === 'teams' && { view: 'teams' as const }), ...(id && { id }) };
  },
  component: lazyRouteComponent(() => import('./pages/team-page.tsx'), 'TeamPage'),
});
const answering = createRoute({
  getParentRoute: () => workplace,
  path: '/answering',
  component: lazyRouteComponent(() => import('./pages/answering-page.tsx'), 'AnsweringPage'),
});
const hospitalParts = ['hours', 'services', 'places', 'practitioners', 'closed'] as const;
const hospital = createRoute({
  getParentRoute: () => workplace,
  path: '/hospital',
  validateSearch: (search: Record<string, unknown>): { part?: (typeof hospitalParts)[number] } => {
    const part = hospitalParts.find((one) => one === search.part);
    return part ? { part } : {};
  },
  component: lazyRouteComponent(() => import('./pages/hospital-page.tsx'), 'HospitalPage'),
});
const facility = createRoute({ getParentRoute: () => hospital, path: '$facilityId', component: () => null });
const account = createRoute({
  getParentRoute: () => workplace,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account-page.tsx'), 'AccountPage'),
});

const tree = root.addChildren([
  signIn,
  invitation,
  reset,
  workplace.addChildren([
    home,
    desk.addChildren([deskConversation]),
    people.addChildren([person]),
    promises,
    undelivered,
    team,
    answering,
    hospital.addChildren([facility]),
    account,
  ]),
]);

export const makeStaffRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    basepath: '/staff',
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    notFoundMode: 'root',
    defaultNotFoundComponent: () => <PageTrouble />,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeStaffRouter>;
  }
}
