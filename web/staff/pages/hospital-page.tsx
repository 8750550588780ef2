import { Button, Group, Title } from '@mantine/core';
import { IconArrowLeft, IconBuildingHospital, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LinkButton } from '../../lib/links.tsx';
import { troubleWords } from '../../lib/problem.ts';
import { PaneBody, PaneHead, Panes } from '../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Trouble } from '../../ui/parts.tsx';
import { ClosedPart } from '../features/places/closed-part.tsx';
import { FacilityRecord } from '../features/places/facility-record.tsx';
import { FormSide } from '../features/places/form-side.tsx';
import type { Form } from '../features/places/parts.tsx';
import styles from '../features/places/places.module.css';
import { facilitiesQuery, facilityQuery } from '../features/places/queries.ts';
import { words } from '../features/places/words.ts';
import { usePageTitle } from '../features/shell/page-title.ts';

/** Where care happens and when it is open: to read for every colleague, to change for who may. */
export function HospitalPage() {
  const { facilityId } = useParams({ strict: false });
  const list = useInfiniteQuery(facilitiesQuery);
  const [form, setForm] = useState<Form>();
  const [shown, setShown] = useState<'detail' | 'side'>('detail');
  usePageTitle(words.title);
  const rows = list.data?.pages.flatMap((page) => page.facilities) ?? [];
  // Most hospitals are one facility: nobody has to choose it.
  const chosen = facilityId ?? (rows.length === 1 ? rows[0]?.id : undefined);
  const facility = useQuery({ ...facilityQuery(chosen ?? ''), enabled: chosen !== undefined });
  const build = list.data?.pages[0]?.can.includes('build') ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another facility begins without a form
  useEffect(() => setForm(undefined), [chosen]);
  const openForm = (asked: Form) => {
    setForm(asked);
    setShown('side');
  };
  const closeForm = () => {
    setForm(undefined);
    setShown('detail');
  };
  const side = form && <FormSide it={facility.data} form={form} onClose={closeForm} />;
  return (
    <Panes
      listLabel={words.facilities}
      detailLabel={words.facility}
      sideLabel={words.change}
      open={chosen !== undefined || form !== undefined}
      shown={form ? shown : 'detail'}
      onShow={setShown}
      back={
        rows.length > 1 || form ? (
          <LinkButton
            to="/hospital"
            size="compact-sm"
            variant="subtle"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={closeForm}
          >
            {words.backToList}
          </LinkButton>
        ) : undefined
      }
      list={
        <>
          <PaneHead>
            <Group justify="space-between" wrap="nowrap">
              <Title order={1}>{words.title}</Title>
              {build && (
                <Button
                  size="compact-sm"
                  variant="light"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => openForm({ kind: 'new-facility' })}
                >
                  {words.newFacility}
                </Button>
              )}
            </Group>
          </PaneHead>
          <PaneBody>
            {list.isPending && <SkeletonRows rows={3} height={44} label={words.loading} />}
            {list.isError && (
              <Trouble title={words.failed} retry={() => void list.refetch()} retryLabel={words.retry}>
                {troubleWords(list.error)}
              </Trouble>
            )}
            {rows.map((one) => (
              <Link
                key={one.id}
                to="/hospital/$facilityId"
                params={{ facilityId: one.id }}
                className={styles.facility ?? ''}
                data-chosen={one.id === chosen ? 'yes' : 'no'}
                preload={false}
              >
                <b>{one.name}</b>
                <p className={styles.soft}>{[one.address?.city, one.phone].filter(Boolean).join(' · ')}</p>
              </Link>
            ))}
            {list.hasNextPage && (
              <Button m={12} variant="default" onClick={() => void list.fetchNextPage()}>
                {words.more}
              </Button>
            )}
            {build && (
              <div className={styles.closedList}>
                <ClosedPart />
              </div>
            )}
          </PaneBody>
        </>
      }
      detail={
        facility.data ? (
          <FacilityRecord key={facility.data.id} it={facility.data} onForm={openForm} />
        ) : chosen !== undefined && facility.isError ? (
          <Trouble title={words.failed} retry={() => void facility.refetch()} retryLabel={words.retry}>
            {troubleWords(facility.error)}
          </Trouble>
        ) : chosen !== undefined || list.isPending ? (
          <SkeletonRows rows={4} height={70} label={words.loading} />
        ) : (
          <EmptyState
            icon={<IconBuildingHospital size={44} aria-hidden />}
            title={rows.length === 0 ? words.none : words.pick}
          >
            {rows.length > 0 ? words.pickMore : build ? words.noneMore : words.noneReader}
          </EmptyState>
        )
      }
      {...(side && { side })}
    />
  );
}
