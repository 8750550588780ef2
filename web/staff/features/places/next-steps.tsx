import { Button, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Facility } from '../../../../server/modules/places/contract.ts';
import { LinkAnchor } from '../../../lib/links.tsx';
import type { Form } from './parts.tsx';
import styles from './places.module.css';
import { calendarQuery, servicesQuery } from './queries.ts';
import { words } from './words.ts';

/** What a new facility lacks before it can be told about, for who can say it; nothing once it is all there. */
export function NextSteps({ it, onForm }: { it: Facility; onForm: (form: Form) => void }) {
  const services = useInfiniteQuery(servicesQuery(it.id));
  const calendar = useQuery(calendarQuery(it.id));
  if (!it.can.includes('build') || !services.data || !calendar.data) return null;
  const steps = [
    it.hours.length === 0 && ([words.beginHours, words.beginHoursWhy, { kind: 'hours' }] as const),
    (!it.phone || !it.address) && ([words.beginReach, words.beginReachWhy, { kind: 'facility' }] as const),
    calendar.data.closures.length === 0 &&
      ([words.beginHolidays, words.beginHolidaysWhy, { kind: 'holidays' }] as const),
    services.data.pages[0]?.services.length === 0 &&
      ([words.beginServices, words.beginServicesWhy, { kind: 'service' }] as const),
  ].filter((one) => one !== false);
  if (steps.length === 0) return null;
  return (
    <section className={styles.todo}>
      <Title order={2} size="h3">
        {words.begin}
      </Title>
      <ol>
        {steps.map(([title, why, form]) => (
          <li key={form.kind}>
            <Button variant="light" size="compact-sm" onClick={() => onForm(form)}>
              {title}
            </Button>
            <p className={styles.soft}>{why}</p>
          </li>
        ))}
      </ol>
      <LinkAnchor to="/team" size="sm">
        {words.beginTeam}
      </LinkAnchor>
    </section>
  );
}
