import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Service, WeeklyWindow } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { language } from '../../../lib/language.ts';
import { paths } from '../../../lib/paths.ts';
import { versionIn } from '../../../lib/step.ts';
import { readWeek } from '../../../ui/week.ts';
import { words as hoursWords, WeekHours } from '../../../ui/week-hours.tsx';
import { FormPanel } from '../shell/form-panel.tsx';
import { choices } from './parts.tsx';
import { departmentsQuery, locationsQuery, specialtiesQuery } from './queries.ts';
import { usePlaceStep } from './step.ts';
import { words } from './words.ts';

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const areWords = (said: readonly string[]) =>
  said.length <= 50 && said.every((one) => one.length >= 2 && one.length <= 80);

const asSaid = (it: Service | undefined) => ({
  nameEn: it?.name.en ?? '',
  nameEs: it?.name.es ?? '',
  aboutEn: it?.about.en ?? '',
  aboutEs: it?.about.es ?? '',
  wordsEn: it?.words.en.join('\n') ?? '',
  wordsEs: it?.words.es.join('\n') ?? '',
  phone: it?.phone ?? '',
  specialty: it?.specialty ?? '',
  departmentId: it?.departmentId ?? '',
  locationId: it?.locationId ?? '',
});

interface ServiceFormProps {
  facilityId: string;
  it?: Service | undefined;
  onClose: () => void;
}

/** What people can come for, in their own words and in both languages. */
export function ServiceForm({ facilityId, it, onClose }: ServiceFormProps) {
  const step = usePlaceStep();
  const departments = useQuery(departmentsQuery(facilityId));
  const locations = useQuery(locationsQuery(facilityId));
  const specialties = useQuery(specialtiesQuery);
  const [said, setSaid] = useState(asSaid(it));
  const [ownHours, setOwnHours] = useState((it?.hours.length ?? 0) > 0);
  const [windows, setWindows] = useState<WeeklyWindow[]>(it?.hours ?? []);
  const week = ownHours ? readWeek(windows) : [];
  const wrongEn = !areWords(lines(said.wordsEn));
  const wrongEs = !areWords(lines(said.wordsEs));
  const blocked =
    said.nameEn.trim() === ''
      ? words.missing(words.nameEn)
      : said.nameEs.trim() === ''
        ? words.missing(words.nameEs)
        : wrongEn || wrongEs
          ? words.wordsWrong
          : week
            ? undefined
            : hoursWords.wrong;
  const body = {
    name: { en: said.nameEn.trim(), es: said.nameEs.trim() },
    about: { en: said.aboutEn.trim(), es: said.aboutEs.trim() },
    words: { en: lines(said.wordsEn), es: lines(said.wordsEs) },
    hours: week ?? [],
  };
  const rest = {
    phone: said.phone.trim() || null,
    specialty: said.specialty || null,
    departmentId: said.departmentId || null,
    locationId: said.locationId || null,
  };
  const chosen = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  const save = () => {
    const patch = (change: object) => command(paths.places.one('services', it?.id ?? ''), change, { method: 'PATCH' });
    step.mutate(
      {
        said: words.serviceSaved(language === 'es' ? body.name.es : body.name.en),
        run: () =>
          it
            ? patch({ ...body, ...rest, version: it.version })
            : command(paths.places.all('services'), { ...body, ...chosen, facilityId }),
        undo: (answer) =>
          it
            ? patch({ ...asBefore(it), version: versionIn(answer) })
            : command(paths.places.life('services', (answer as { id: string }).id, 'closing')),
      },
      { onSuccess: onClose },
    );
  };
  const text = (key: keyof typeof said) => ({
    label: words[key as 'nameEn'],
    value: said[key],
    onChange: (event: { currentTarget: { value: string } }) => setSaid({ ...said, [key]: event.currentTarget.value }),
  });
  return (
    <FormPanel
      title={it ? words.changeOf(language === 'es' ? it.name.es : it.name.en) : words.addService}
      why={words.serviceWhy}
      busy={step.isPending}
      blocked={blocked}
      onClose={onClose}
      onSubmit={save}
    >
      <TextInput {...text('nameEn')} autoFocus maxLength={200} />
      <TextInput {...text('nameEs')} lang="es" maxLength={200} />
      <Textarea
        {...text('wordsEn')}
        description={words.wordsHint}
        autosize
        minRows={2}
        error={wrongEn ? words.wordsWrong : undefined}
      />
      <Textarea {...text('wordsEs')} lang="es" autosize minRows={2} error={wrongEs ? words.wordsWrong : undefined} />
      <NativeSelect
        {...text('specialty')}
        label={words.specialty}
        description={words.specialtyHint}
        data={choices(
          words.noSpecialty,
          (specialties.data?.specialties ?? []).map(({ code, name }) => ({ id: code, name: name[language] })),
        )}
      />
      <TextInput {...text('phone')} label={words.phone} type="tel" maxLength={40} />
      <NativeSelect
        {...text('departmentId')}
        label={words.department}
        data={choices(words.noDepartment, departments.data?.departments ?? [])}
      />
      <NativeSelect
        {...text('locationId')}
        label={words.location}
        data={choices(words.noLocation, locations.data?.locations ?? [])}
      />
      <Textarea {...text('aboutEn')} autosize minRows={2} maxLength={4000} />
      <Textarea {...text('aboutEs')} lang="es" autosize minRows={2} maxLength={4000} />
      <Checkbox
        label={words.ownHours}
        checked={ownHours}
        onChange={(event) => setOwnHours(event.currentTarget.checked)}
      />
      {ownHours && <WeekHours windows={windows} onChange={setWindows} />}
    </FormPanel>
  );
}

const asBefore = ({ name, about, words: said, hours, phone, specialty, departmentId, locationId }: Service) => ({
  name,
  about,
  hours,
  words: said,
  phone: phone ?? null,
  specialty: specialty ?? null,
  departmentId: departmentId ?? null,
  locationId: locationId ?? null,
});
