import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Ladder, PoolRules, Target, TargetExample, targets } from '../../../../server/modules/desk/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';

export type Targets = z.infer<typeof targets>;

export const targetsQuery = queryOptions({
  queryKey: ['desk', 'targets'],
  queryFn: ({ signal }) => read<Targets>(paths.desk.targets, {}, signal),
});

export const ladderQuery = queryOptions({
  queryKey: ['desk', 'ladder'],
  queryFn: ({ signal }) => read<Ladder>(paths.desk.ladder, {}, signal),
});

export const poolQuery = queryOptions({
  queryKey: ['desk', 'pool-rules'],
  queryFn: ({ signal }) => read<PoolRules>(paths.desk.poolRules, {}, signal),
});

export const exampleQuery = (
  of: Pick<Target, 'teamId' | 'reason' | 'responseMinutes' | 'resolutionMinutes'>,
  valid: boolean,
) =>
  queryOptions({
    queryKey: ['desk', 'target-example', of.teamId, of.reason, of.responseMinutes, of.resolutionMinutes],
    enabled: valid,
    // What is typed changes the words, not whether they are there.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      read<TargetExample>(
        paths.desk.targetExample,
        {
          teamId: of.teamId ?? undefined,
          reason: of.reason ?? undefined,
          responseMinutes: of.responseMinutes,
          resolutionMinutes: of.resolutionMinutes,
        },
        signal,
      ),
  });
