import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Department, Location } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { fieldMessage } from '../../../lib/problem.ts';
import { versionIn } from '../../../lib/step.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { choices } from './parts.tsx';
import styles from './places.module.css';
import { locationsQuery } from './queries.ts';
import { usePlaceStep } from './step.ts';
import { insideOf } from './tree.ts';
import { kindWords, words } from './words.ts';

const kinds: readonly Location['kind'][] = ['site', 'building', 'wing', 'floor', 'area', 'room'];

/** What of a form was filled in; a new thing has no fields that are taken away. */
const filled = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

function useSaving(kind: 'departments' | 'locations', facilityId: string, onClose: () => void) {
  const step = usePlaceStep();
  const save = (it: { id: string; version: number } | undefined, fields: object, before: object) => {
    const patch = (change: object) => command(paths.places.one(kind, it?.id ?? ''), change, { method: 'PATCH' });
    step.mutate(
      {
        said: words.saved,
        run: () =>
          it
            ? patch({ ...fields, version: it.version })
            : command(paths.places.all(kind), { ...filled(fields), facilityId }),
        undo: (answer) =>
          it
            ? patch({ ...before, version: versionIn(answer) })
            : command(paths.places.life(kind, (answer as { id: string }).id, 'closing')),
      },
      { onSuccess: onClose },
    );
  };
  return { step, save };
}

interface DepartmentFormProps {
  facilityId: string;
  it?: Department | undefined;
  onClose: () => void;
}

export function DepartmentForm({ facilityId, it, onClose }: DepartmentFormProps) {
  const { step, save } = useSaving('departments', facilityId, onClose);
  const locations = useQuery(locationsQuery(facilityId));
  const [name, setName] = useState(it?.name ?? '');
  const [phone, setPhone] = useState(it?.phone ?? '');
  const [locationId, setLocationId] = useState(it?.locationId ?? '');
  const fields = { name: name.trim(), phone: phone.trim() || null, locationId: locationId || null };
  const before = { name: it?.name, phone: it?.phone ?? null, locationId: it?.locationId ?? null };
  return (
    <FormPanel
      title={it ? words.changeOf(it.name) : words.addDepartment}
      busy={step.isPending}
      blocked={fields.name ? undefined : words.missing(words.name)}
      onClose={onClose}
      onSubmit={() => save(it, fields, before)}
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
      <NativeSelect
        label={words.location}
        value={locationId}
        onChange={(event) => setLocationId(event.currentTarget.value)}
        data={choices(words.noLocation, locations.data?.locations ?? [])}
      />
    </FormPanel>
  );
}

interface LocationFormProps {
  facilityId: string;
  it?: Location | undefined;
  parentId?: string | undefined;
  onClose: () => void;
}

export function LocationForm({ facilityId, it, parentId: given, onClose }: LocationFormProps) {
  const { step, save } = useSaving('locations', facilityId, onClose);
  const locations = useQuery(locationsQuery(facilityId)).data?.locations ?? [];
  const [name, setName] = useState(it?.name ?? '');
  const [kind, setKind] = useState<Location['kind']>(it?.kind ?? (given ? 'floor' : 'building'));
  const [phone, setPhone] = useState(it?.phone ?? '');
  const [parentId, setParentId] = useState(it?.parentId ?? given ?? '');
  const [en, setEn] = useState(it?.directions?.en ?? '');
  const [es, setEs] = useState(it?.directions?.es ?? '');
  const fields = {
    name: name.trim(),
    kind,
    phone: phone.trim() || null,
    parentId: parentId || null,
    // Who knows the way in one language only still helps everybody.
    directions: en.trim() || es.trim() ? { en: en.trim() || es.trim(), es: es.trim() || en.trim() } : null,
  };
  const before = {
    name: it?.name,
    kind: it?.kind,
    phone: it?.phone ?? null,
    parentId: it?.parentId ?? null,
    directions: it?.directions ?? null,
  };
  const own = it ? insideOf(locations, it.id) : new Set<string>();
  return (
    <FormPanel
      title={it ? words.changeOf(it.name) : words.addLocation}
      busy={step.isPending}
      blocked={fields.name ? undefined : words.missing(words.name)}
      onClose={onClose}
      onSubmit={() => save(it, fields, before)}
    >
      <TextInput
        autoFocus
        label={words.name}
        maxLength={200}
        value={name}
        error={fieldMessage(step.error, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={words.kind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Location['kind'])}
          data={kinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        <TextInput
          type="tel"
          label={words.phone}
          maxLength={40}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
      </div>
      <NativeSelect
        label={words.within}
        value={parentId}
        onChange={(event) => setParentId(event.currentTarget.value)}
        data={choices(
          words.standsAlone,
          locations.filter((one) => !own.has(one.id)),
        )}
      />
      <Textarea
        label={words.directionsEn}
        description={words.directionsHint}
        autosize
        maxLength={2000}
        value={en}
        onChange={(event) => setEn(event.currentTarget.value)}
      />
      <Textarea
        label={words.directionsEs}
        lang="es"
        autosize
        maxLength={2000}
        value={es}
        onChange={(event) => setEs(event.currentTarget.value)}
      />
    </FormPanel>
  );
}
