import { Tabs, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Facility } from '../../../../server/modules/places/contract.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useNow } from '../../../ui/moment.tsx';
import { PaneBody } from '../../../ui/panes.tsx';
import { Facts, Tag } from '../../../ui/parts.tsx';
import { ClosedPart } from './closed-part.tsx';
import { openWords } from './dates.ts';
import { HoursPart } from './hours-part.tsx';
import { NextSteps } from './next-steps.tsx';
import type { Form } from './parts.tsx';
import styles from './places.module.css';
import { PlacesPart } from './places-part.tsx';
import { PractitionersPart } from './practitioners-part.tsx';
import { calendarQuery } from './queries.ts';
import { ServicesPart } from './services-part.tsx';
import { words } from './words.ts';

const readable = ['hours', 'services', 'places', 'practitioners'] as const;
type PartName = (typeof readable)[number] | 'closed';

/** One facility: what callers ask about it, and for who may, everything that can be changed. */
export function FacilityRecord({ it, onForm }: { it: Facility; onForm: (form: Form) => void }) {
  const { part = 'hours' } = useSearch({ strict: false }) as { part?: PartName };
  const navigate = useNavigate();
  const now = useNow();
  const { data: calendar } = useQuery(calendarQuery(it.id));
  const open = calendar && openWords(calendar, now);
  const build = it.can.includes('build');
  const setHours = it.can.includes('set-hours');
  const parts: readonly PartName[] = build ? [...readable, 'closed'] : readable;
  const show = (value: string | null) =>
    void navigate({
      to: '/hospital/$facilityId',
      params: { facilityId: it.id },
      search: { part: (value ?? 'hours') as PartName },
    });
  const add: Partial<Record<PartName, Form>> = { services: { kind: 'service' }, places: { kind: 'department' } };
  const toAdd = add[part];
  useShortcut('e', words.changeFacility, words.title, build ? () => onForm({ kind: 'facility' }) : undefined);
  useShortcut('o', words.changeWeek, words.title, setHours ? () => onForm({ kind: 'hours' }) : undefined);
  useShortcut('x', words.addDay, words.title, setHours ? () => onForm({ kind: 'day' }) : undefined);
  useShortcut(
    'a',
    part === 'places' ? words.addDepartment : words.addService,
    words.title,
    build && toAdd ? () => onForm(toAdd) : undefined,
  );
  useShortcut(
    'b',
    words.addLocation,
    words.title,
    build && part === 'places' ? () => onForm({ kind: 'location' }) : undefined,
  );
  const tabs = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part was chosen, perhaps by a link
  useEffect(() => {
    tabs.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [part]);
  const { address } = it;
  const reads = [
    ...(address?.lines ?? []),
    [address?.city, address?.region, address?.postalCode].filter(Boolean).join(' '),
    address?.country,
  ].filter(Boolean);
  return (
    <PaneBody>
      <div className={styles.page}>
        <div className={styles.head}>
          <div>
            <Title order={1}>{it.name}</Title>
            {open && <Tag tone={open.open ? 'good' : 'warn'}>{open.said}</Tag>}
          </div>
          {build && (
            <ActionButton size="compact-sm" variant="default" keys="e" onClick={() => onForm({ kind: 'facility' })}>
              {words.changeFacility}
            </ActionButton>
          )}
        </div>
        <Facts
          rows={[
            [words.phone, it.phone ?? words.notSaid],
            [words.address, reads.length > 0 ? reads.join(', ') : words.notSaid],
            [words.timeZone, it.timeZone],
          ]}
        />
        <NextSteps it={it} onForm={onForm} />
        <Tabs value={part} onChange={show} keepMounted={false}>
          <Tabs.List mb={14} ref={tabs} className={styles.tabs ?? ''}>
            {parts.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {words.parts[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="hours">
            <HoursPart it={it} onForm={onForm} />
          </Tabs.Panel>
          <Tabs.Panel value="services">
            <ServicesPart it={it} onForm={onForm} />
          </Tabs.Panel>
          <Tabs.Panel value="places">
            <PlacesPart it={it} onForm={onForm} />
          </Tabs.Panel>
          <Tabs.Panel value="practitioners">
            <PractitionersPart it={it} />
          </Tabs.Panel>
          {build && (
            <Tabs.Panel value="closed">
              <ClosedPart facilityId={it.id} />
            </Tabs.Panel>
          )}
        </Tabs>
      </div>
    </PaneBody>
  );
}
