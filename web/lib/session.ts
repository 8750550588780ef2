import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionState } from '../../server/platform/contract.ts';
import { read } from './api.ts';
import { paths } from './paths.ts';

export type SignedIn = Extract<SessionState, { state: 'signed-in' }>;

/** Who sits here; asked once and again after everything that signs in or out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => read<SessionState>(paths.access.session, {}, signal),
  staleTime: 60_000,
});

/** Whether a mail that is promised here would leave the house; until that is known it would. */
export const useHasMail = (): boolean => (useQuery(sessionQuery).data?.mailOut ?? 'sent') === 'sent';

export const isStaffSignedIn = (session: SessionState | undefined): session is SignedIn =>
  session?.state === 'signed-in' && session.kind === 'staff';
