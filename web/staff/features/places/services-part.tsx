import { Button } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Facility, Service } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { language } from '../../../lib/language.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { EmptyState, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { weekWords } from '../../../ui/week-hours.tsx';
import { type Form, Part, RowActions } from './parts.tsx';
import styles from './places.module.css';
import { departmentsQuery, locationsQuery, servicesQuery, specialtiesQuery } from './queries.ts';
import { usePlaceStep } from './step.ts';
import { words } from './words.ts';

/** What one can come for, with the words people use for it. */
export function ServicesPart({ it, onForm }: { it: Facility; onForm: (form: Form) => void }) {
  const services = useInfiniteQuery(servicesQuery(it.id));
  const may = it.can.includes('build');
  const rows = services.data?.pages.flatMap((page) => page.services) ?? [];
  if (services.isPending) return <SkeletonRows rows={4} height={48} label={words.loading} />;
  if (services.isError)
    return (
      <Trouble title={words.failed} retry={() => void services.refetch()} retryLabel={words.retry}>
        {troubleWords(services.error)}
      </Trouble>
    );
  const add = may && (
    <ActionButton size="compact-sm" keys="a" onClick={() => onForm({ kind: 'service' })}>
      {words.addService}
    </ActionButton>
  );
  return (
    <Part title={words.services} actions={add}>
      {rows.length === 0 && (
        <EmptyState icon={<IconStethoscope size={40} aria-hidden />} title={words.noServices}>
          {words.noServicesMore}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {rows.map((one) => (
          <ServiceRow key={one.id} one={one} may={may} onForm={onForm} />
        ))}
      </ul>
      {services.hasNextPage && (
        <div>
          <Button variant="default" loading={services.isFetchingNextPage} onClick={() => void services.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Part>
  );
}

function ServiceRow({ one, may, onForm }: { one: Service; may: boolean; onForm: (form: Form) => void }) {
  const step = usePlaceStep();
  const { data: specialties } = useQuery(specialtiesQuery);
  const { data: departments } = useQuery(departmentsQuery(one.facilityId));
  const { data: locations } = useQuery(locationsQuery(one.facilityId));
  const name = one.name[language];
  // A department often bears the name of the place where it is.
  const said = new Set([
    departments?.departments.find((it) => it.id === one.departmentId)?.name,
    locations?.locations.find((it) => it.id === one.locationId)?.name,
    one.phone,
    one.hours.length > 0 ? weekWords(one.hours) : words.asFacility,
  ]);
  const close = () =>
    step.mutate({
      run: () => command(paths.places.life('services', one.id, 'closing')),
      said: words.isClosed(name),
      undo: () => command(paths.places.life('services', one.id, 'reopening')),
    });
  const specialty = specialties?.specialties.find((it) => it.code === one.specialty)?.name[language];
  return (
    <li className={styles.row}>
      <div>
        <b>{name}</b> {specialty && <Tag>{specialty}</Tag>}
        <p className={styles.soft}>{[...said].filter(Boolean).join(' · ')}</p>
        {one.about[language] && <p className={styles.soft}>{one.about[language]}</p>}
        {one.words[language].length > 0 && (
          <p className={styles.soft}>
            {words.alsoCalled}: {one.words[language].join(', ')}
          </p>
        )}
      </div>
      {may && <RowActions name={name} onChange={() => onForm({ kind: 'service', id: one.id })} onClose={close} />}
    </li>
  );
}
