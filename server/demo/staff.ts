import { changeFacility, setOpeningHours, type WeeklyWindow } from '../modules/places/index.ts';
import { createTeam, hireStaff, type NewStaff } from '../modules/workforce/index.ts';
import { westClinicZone } from './hospital.ts';
import type { Stage } from './stage.ts';

export const every = (weekdays: readonly number[], opens: string, closes: string): WeeklyWindow[] =>
  weekdays.map((weekday) => ({ weekday, opens, closes }));
export const workdays = [1, 2, 3, 4, 5];
export const allDays = [...workdays, 6, 7];

export type Facilities = Readonly<Record<'hospital' | 'west', string>>;
export type Teams = Readonly<Record<'frontDesk' | 'nurseLine' | 'billing' | 'west', string>>;

const colleagues = [
  { key: 'ana', name: 'Ana Lucero', role: 'Front desk', roles: ['front-desk'], teams: ['frontDesk'], at: ['hospital'] },
  {
    key: 'daniel',
    name: 'Daniel Cho',
    role: 'Contact center',
    roles: ['contact-centre'],
    teams: ['frontDesk', 'west'],
    at: ['hospital', 'west'],
  },
  {
    key: 'ruth',
    name: 'Ruth Abrams',
    role: 'Nurse, nurse line',
    roles: ['nurse'],
    teams: ['nurseLine'],
    at: ['hospital'],
  },
  {
    key: 'imani',
    name: 'Imani Clarke',
    role: 'Doctor, heart center',
    roles: ['clinician'],
    teams: ['nurseLine'],
    at: ['hospital'],
  },
  { key: 'marcus', name: 'Marcus Bell', role: 'Billing', roles: ['billing'], teams: ['billing'], at: ['hospital'] },
  {
    key: 'noor',
    name: 'Noor Haddad',
    role: 'Patient relations',
    roles: ['patient-relations'],
    teams: ['billing'],
    at: ['hospital', 'west'],
  },
  {
    key: 'sofia',
    name: 'Sofia Lindqvist',
    role: 'Manager of both sites',
    roles: ['manager'],
    teams: ['frontDesk', 'nurseLine', 'billing', 'west'],
    at: ['hospital', 'west'],
  },
  {
    key: 'peter',
    name: 'Peter Kowalski',
    role: 'Administrator',
    roles: ['administrator', 'compliance'],
    teams: [],
    at: [],
  },
] as const satisfies readonly {
  key: string;
  name: string;
  role: string;
  roles: NewStaff['roles'];
  teams: readonly (keyof Teams)[];
  at: readonly (keyof Facilities)[];
}[];

type StaffKey = (typeof colleagues)[number]['key'];
export type StaffIds = Readonly<Record<StaffKey, string>>;

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;

/** Who works here, as the terminal and the sign-in page tell it. */
export const demoStaff = colleagues.map(({ key, name, role }) => ({ key, name, role, email: emailOf(name) }));

/** Long before the first story. */
export const houseOpened = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: 24 * 400 });

export async function openTheHouse(stage: Stage, facilities: Facilities): Promise<{ teams: Teams; staff: StaffIds }> {
  return stage.asSystem(houseOpened(stage.now), async (ctx) => {
    await changeFacility(ctx, facilities.west, { timeZone: westClinicZone });
    await setOpeningHours(ctx, facilities.hospital, [
      ...every(workdays, '07:00', '20:00'),
      ...every([6], '09:00', '14:00'),
    ]);
    await setOpeningHours(ctx, facilities.west, [
      ...every(workdays, '08:00', '12:00'),
      ...every(workdays, '13:00', '17:30'),
    ]);
    const { hospital, west } = facilities;
    const frontDesk = await createTeam(ctx, {
      name: 'Front desk',
      facilityId: hospital,
      reasons: ['appointment', 'directions', 'other'],
      hours: every(workdays, '07:00', '19:00'),
      purposeWords: 'Appointments, the way, and everything that fits nowhere else',
    });
    const nurseLine = await createTeam(ctx, {
      name: 'Nurse line',
      facilityId: hospital,
      reasons: ['results', 'medicine'],
      hours: every(allDays, '00:00', '24:00'),
      purposeWords: 'Results, medicines, and worries at night',
    });
    const billing = await createTeam(ctx, {
      name: 'Billing and patient relations',
      reasons: ['bill', 'records', 'privacy', 'complaint'],
      facilityId: hospital,
      hours: every(workdays, '09:00', '17:00'),
      purposeWords: 'Bills, records, complaints and thanks',
    });
    const westDesk = await createTeam(ctx, {
      name: 'West clinic desk',
      facilityId: west,
      reasons: ['appointment', 'other', 'directions'],
      hours: every(workdays, '08:00', '17:00'),
      purposeWords: 'Everything at Clinic West',
    });
    const teams = { frontDesk: frontDesk.id, nurseLine: nurseLine.id, billing: billing.id, west: westDesk.id };
    const ids: Record<string, string> = {};
    for (const one of colleagues) {
      const { id } = await hireStaff(ctx, {
        name: one.name,
        email: emailOf(one.name),
        roles: [...one.roles],
        teamIds: one.teams.map((key) => teams[key]),
        facilityIds: one.at.map((key) => facilities[key]),
      });
      ids[one.key] = id;
    }
    return { teams, staff: ids as StaffIds };
  });
}
