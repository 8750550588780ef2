import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Facility } from '../../../../server/modules/places/contract.ts';
import { PaneBody } from '../../../ui/panes.tsx';
import { DayForm } from './day-form.tsx';
import { FacilityForm } from './facility-form.tsx';
import { HolidayForm } from './holiday-form.tsx';
import { HoursForm } from './hours-form.tsx';
import type { Form } from './parts.tsx';
import { DepartmentForm, LocationForm } from './place-forms.tsx';
import { calendarQuery, departmentsQuery, locationsQuery, servicesQuery } from './queries.ts';
import { ServiceForm } from './service-form.tsx';

interface FormSideProps {
  it: Facility | undefined;
  form: Form;
  onClose: () => void;
}

/** The form that was asked for, of the thing as it stands now: a version that was looked at moves with it. */
export function FormSide({ it, form, onClose }: FormSideProps) {
  if (form.kind === 'new-facility')
    return (
      <PaneBody>
        <FacilityForm onClose={onClose} />
      </PaneBody>
    );
  if (!it) return null;
  return (
    <PaneBody>
      <OfFacility key={JSON.stringify([it.id, form])} it={it} form={form} onClose={onClose} />
    </PaneBody>
  );
}

function OfFacility({ it, form, onClose }: FormSideProps & { it: Facility }) {
  const calendar = useQuery(calendarQuery(it.id)).data;
  const services = useInfiniteQuery(servicesQuery(it.id)).data?.pages.flatMap((page) => page.services);
  const departments = useQuery(departmentsQuery(it.id)).data?.departments;
  const locations = useQuery(locationsQuery(it.id)).data?.locations;
  const of = { facilityId: it.id, onClose };
  switch (form.kind) {
    case 'facility':
      return <FacilityForm it={it} onClose={onClose} />;
    case 'hours':
      return <HoursForm it={it} onClose={onClose} />;
    case 'holidays':
      return <HolidayForm {...of} />;
    case 'day':
      return calendar && <DayForm {...of} calendar={calendar} date={form.date} />;
    case 'service':
      return <ServiceForm {...of} it={services?.find((one) => one.id === form.id)} />;
    case 'department':
      return <DepartmentForm {...of} it={departments?.find((one) => one.id === form.id)} />;
    case 'location':
      return <LocationForm {...of} it={locations?.find((one) => one.id === form.id)} parentId={form.parentId} />;
    default:
      return null;
  }
}
