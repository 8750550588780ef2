import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Facility, Location } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { language } from '../../../lib/language.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { type Form, Part, RowActions } from './parts.tsx';
import styles from './places.module.css';
import { departmentsQuery, locationsQuery } from './queries.ts';
import { usePlaceStep } from './step.ts';
import { partsOf } from './tree.ts';
import { kindWords, words } from './words.ts';

interface PlacesPartProps {
  it: Facility;
  onForm: (form: Form) => void;
}

const shownAtFirst = 40;

export function PlacesPart(props: PlacesPartProps) {
  return (
    <div>
      <Departments {...props} />
      <Locations {...props} />
    </div>
  );
}

function useClosing(kind: 'departments' | 'locations') {
  const step = usePlaceStep();
  return ({ id, name }: { id: string; name: string }) =>
    step.mutate({
      run: () => command(paths.places.life(kind, id, 'closing')),
      said: words.isClosed(name),
      undo: () => command(paths.places.life(kind, id, 'reopening')),
    });
}

const More = ({ all, shown, onMore }: { all: number; shown: number; onMore: () => void }) =>
  all > shown && (
    <div>
      <Button size="compact-sm" variant="default" onClick={onMore}>
        {words.more} ({all - shown})
      </Button>
    </div>
  );

function Departments({ it, onForm }: PlacesPartProps) {
  const departments = useQuery(departmentsQuery(it.id));
  const locations = useQuery(locationsQuery(it.id));
  const close = useClosing('departments');
  const [most, setMost] = useState(shownAtFirst);
  const may = it.can.includes('build');
  const rows = departments.data?.departments ?? [];
  return (
    <Part
      title={words.departments}
      actions={
        may && (
          <ActionButton size="compact-sm" variant="default" keys="a" onClick={() => onForm({ kind: 'department' })}>
            {words.addDepartment}
          </ActionButton>
        )
      }
    >
      {departments.isPending && <SkeletonRows rows={2} height={40} label={words.loading} />}
      {departments.isError && (
        <Trouble title={words.failed} retry={() => void departments.refetch()} retryLabel={words.retry}>
          {troubleWords(departments.error)}
        </Trouble>
      )}
      {departments.data && rows.length === 0 && <p className={styles.soft}>{words.noDepartments}</p>}
      <ul className={styles.rows}>
        {rows.slice(0, most).map((one) => {
          const place = locations.data?.locations.find((location) => location.id === one.locationId)?.name;
          return (
            <li key={one.id} className={styles.row}>
              <div>
                <b>{one.name}</b>
                <p className={styles.soft}>{[place, one.phone].filter(Boolean).join(' · ')}</p>
              </div>
              {may && (
                <RowActions
                  name={one.name}
                  onChange={() => onForm({ kind: 'department', id: one.id })}
                  onClose={() => close(one)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <More all={rows.length} shown={most} onMore={() => setMost(most + shownAtFirst)} />
    </Part>
  );
}

function Locations({ it, onForm }: PlacesPartProps) {
  const locations = useQuery(locationsQuery(it.id));
  const [most, setMost] = useState(shownAtFirst);
  const may = it.can.includes('build');
  const parts = partsOf(locations.data?.locations ?? []);
  const roots = parts.get('') ?? [];
  return (
    <Part
      title={words.locations}
      actions={
        may && (
          <ActionButton size="compact-sm" variant="default" keys="b" onClick={() => onForm({ kind: 'location' })}>
            {words.addLocation}
          </ActionButton>
        )
      }
    >
      {locations.isPending && <SkeletonRows rows={3} height={40} label={words.loading} />}
      {locations.isError && (
        <Trouble title={words.failed} retry={() => void locations.refetch()} retryLabel={words.retry}>
          {troubleWords(locations.error)}
        </Trouble>
      )}
      {locations.data && roots.length === 0 && <p className={styles.soft}>{words.noLocations}</p>}
      <Branch rows={roots.slice(0, most)} parts={parts} may={may} onForm={onForm} />
      <More all={roots.length} shown={most} onMore={() => setMost(most + shownAtFirst)} />
    </Part>
  );
}

interface BranchProps {
  rows: readonly Location[];
  parts: ReadonlyMap<string, Location[]>;
  may: boolean;
  onForm: (form: Form) => void;
}

function Branch({ rows, parts, may, onForm }: BranchProps) {
  const close = useClosing('locations');
  if (rows.length === 0) return null;
  return (
    <ul className={styles.rows}>
      {rows.map((one) => (
        <li key={one.id}>
          <div className={styles.row}>
            <div>
              <b>{one.name}</b> <Tag>{kindWords[one.kind]}</Tag>
              {one.phone && <p className={styles.soft}>{one.phone}</p>}
              {one.directions && <p className={styles.soft}>{one.directions[language]}</p>}
            </div>
            {may && (
              <RowActions
                name={one.name}
                onChange={() => onForm({ kind: 'location', id: one.id })}
                onClose={() => close(one)}
              >
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.addInsideOf(one.name)}
                  onClick={() => onForm({ kind: 'location', parentId: one.id })}
                >
                  {words.addInside}
                </Button>
              </RowActions>
            )}
          </div>
          <Branch rows={parts.get(one.id) ?? []} parts={parts} may={may} onForm={onForm} />
        </li>
      ))}
    </ul>
  );
}
