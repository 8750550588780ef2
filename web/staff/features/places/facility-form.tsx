import { Button, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Address, Facility, NewFacility } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { fieldMessage } from '../../../lib/problem.ts';
import { versionIn } from '../../../lib/step.ts';
import { FormButtons, FormPanel } from '../shell/form-panel.tsx';
import styles from './places.module.css';
import { usePlaceStep } from './step.ts';
import { words } from './words.ts';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

const asAddress = (said: Record<keyof Address, string>): Address => ({
  lines: said.lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 5),
  ...(said.city && { city: said.city }),
  ...(said.region && { region: said.region }),
  ...(said.postalCode && { postalCode: said.postalCode }),
  ...(said.country && { country: said.country }),
});

/** A new facility, or the name, address and clock of one that is there. */
export function FacilityForm({ it, onClose }: { it?: Facility | undefined; onClose: () => void }) {
  const step = usePlaceStep();
  const navigate = useNavigate();
  const [name, setName] = useState(it?.name ?? '');
  const [phone, setPhone] = useState(it?.phone ?? '');
  const [timeZone, setTimeZone] = useState(it?.timeZone ?? here);
  const [address, setAddress] = useState({
    lines: it?.address?.lines.join('\n') ?? '',
    city: it?.address?.city ?? '',
    region: it?.address?.region ?? '',
    postalCode: it?.address?.postalCode ?? '',
    country: it?.address?.country ?? '',
  });
  const zone = timeZone.trim();
  const wrongZone = zone !== '' && !isTimeZone(zone);
  const missing = name.trim() === '' ? words.name : zone === '' || wrongZone ? words.timeZone : undefined;
  const said = { name: name.trim(), timeZone: zone, address: asAddress(address) };
  const create = () => {
    const body: NewFacility = { ...said, ...(phone.trim() && { phone: phone.trim() }) };
    step.mutate(
      { run: () => command<{ id: string }>(paths.places.facilities, body), said: words.facilityMade },
      {
        onSuccess: (made) => {
          onClose();
          void navigate({ to: '/hospital/$facilityId', params: { facilityId: (made as { id: string }).id } });
        },
      },
    );
  };
  const change = (old: Facility) => {
    const patch = (body: object) => command(paths.places.facility(old.id), body, { method: 'PATCH' });
    const before = {
      name: old.name,
      timeZone: old.timeZone,
      phone: old.phone ?? null,
      address: old.address ?? { lines: [] },
    };
    step.mutate(
      {
        run: () => patch({ ...said, phone: phone.trim() || null, version: old.version }),
        said: words.saved,
        undo: (answer) => patch({ ...before, version: versionIn(answer) }),
      },
      { onSuccess: onClose },
    );
  };
  const field = (part: keyof typeof address, label: string, longest: number) => (
    <TextInput
      label={label}
      maxLength={longest}
      value={address[part]}
      onChange={(event) => setAddress({ ...address, [part]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <FormPanel
        title={it ? words.changeFacility : words.newFacility}
        busy={step.isPending}
        blocked={missing && words.missing(missing)}
        submit={it ? words.save : words.create}
        onClose={onClose}
        onSubmit={() => (it ? change(it) : create())}
      >
        <TextInput
          autoFocus
          label={words.name}
          maxLength={200}
          value={name}
          error={fieldMessage(step.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          type="tel"
          label={words.phone}
          maxLength={40}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <Textarea
          label={words.street}
          autosize
          minRows={2}
          maxLength={1000}
          value={address.lines}
          onChange={(event) => setAddress({ ...address, lines: event.currentTarget.value })}
        />
        {field('city', words.city, 100)}
        <div className={styles.pair}>
          {field('region', words.region, 100)}
          {field('postalCode', words.postalCode, 20)}
        </div>
        {field('country', words.country, 60)}
        <TextInput
          label={words.timeZone}
          description={words.timeZoneHint}
          maxLength={64}
          list="time-zones"
          autoComplete="off"
          value={timeZone}
          error={wrongZone ? `${words.timeZone}: America/New_York, America/Chicago …` : undefined}
          onChange={(event) => setTimeZone(event.currentTarget.value)}
        />
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </FormPanel>
      {it && <Closing it={it} onClose={onClose} />}
    </>
  );
}

/** It leaves every list, so it is asked twice; it can be undone, and reopened later. */
function Closing({ it, onClose }: { it: Facility; onClose: () => void }) {
  const step = usePlaceStep();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const close = () =>
    step.mutate(
      {
        run: () => command(paths.places.facilityLife(it.id, 'closing')),
        said: words.facilityClosed(it.name),
        undo: () => command(paths.places.facilityLife(it.id, 'reopening')),
      },
      {
        onSuccess: () => {
          onClose();
          void navigate({ to: '/hospital' });
        },
      },
    );
  return (
    <div className={styles.danger}>
      <p className={styles.soft}>{words.closeFacilityWhy}</p>
      {sure ? (
        <FormButtons
          submit={words.closeFacilitySure}
          cancel={words.keepOpen}
          busy={step.isPending}
          grave
          onSubmit={close}
          onCancel={() => setSure(false)}
        />
      ) : (
        <Button variant="default" onClick={() => setSure(true)}>
          {words.closeFacility}
        </Button>
      )}
    </div>
  );
}
