import { z } from 'zod';
import { byAnyStaff, byStaff } from '../../platform/access/access.ts';
import { command, query, type Route } from '../../platform/http/route.ts';
import { cancelAbsence, endAbsence, listAbsences, recordAbsence } from './absences.ts';
import {
  absence,
  hours,
  newAbsence,
  newStaff,
  newTeam,
  profile,
  staffChange,
  staffPage,
  staffSearch,
  teamChange,
  teamDetail,
} from './contract.ts';
import {
  changeStaff,
  dismissStaff,
  hireAndInvite,
  inviteAgain,
  listStaff,
  readOwnProfile,
  readProfile,
} from './staff.ts';
import {
  changeTeam,
  closeTeam,
  createTeam,
  joinTeam,
  leaveTeam,
  listTeamDetails,
  readTeamDetail,
  setTeamHours,
} from './teams.ts';
import { setWorkingHours } from './working-hours.ts';

const one = z.strictObject({ id: z.uuid() });
const made = z.object({ id: z.uuid() });
const done = z.object({});
const nothing = () => ({});
const member = z.strictObject({ id: z.uuid(), staffId: z.uuid() });

const byAdministrator = byStaff('administrator');
const byLeaders = byStaff('administrator', 'manager');

const staffRoutes: readonly Route[] = [
  query({
    name: 'workforce.read-own-profile',
    path: '/api/workforce/me',
    access: byAnyStaff,
    answer: profile,
    run: (ctx) => readOwnProfile(ctx),
  }),
  query({
    name: 'workforce.list-staff',
    path: '/api/workforce/staff',
    access: byAnyStaff,
    search: staffSearch,
    answer: staffPage,
    run: (ctx, { search }) => listStaff(ctx, search),
  }),
  query({
    name: 'workforce.read-staff',
    path: '/api/workforce/staff/:id',
    access: byAnyStaff,
    params: one,
    answer: profile,
    run: (ctx, { params }) => readProfile(ctx, params.id),
  }),
  command({
    name: 'workforce.hire-staff',
    path: '/api/workforce/staff',
    access: byAdministrator,
    body: newStaff,
    answer: made,
    run: (ctx, { body }) => hireAndInvite(ctx, body),
  }),
  command({
    name: 'workforce.change-staff',
    method: 'PATCH',
    path: '/api/workforce/staff/:id',
    access: byAdministrator,
    params: one,
    body: staffChange,
    answer: done,
    run: (ctx, { params, body }) => changeStaff(ctx, params.id, body).then(nothing),
  }),
  command({
    name: 'workforce.invite-again',
    path: '/api/workforce/staff/:id/invitation',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => inviteAgain(ctx, params.id).then(nothing),
  }),
  command({
    name: 'workforce.dismiss-staff',
    path: '/api/workforce/staff/:id/dismissal',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => dismissStaff(ctx, params.id).then(nothing),
  }),
  command({
    name: 'workforce.set-working-hours',
    method: 'PUT',
    path: '/api/workforce/staff/:id/hours',
    access: byLeaders,
    params: one,
    body: hours,
    answer: done,
    run: (ctx, { params, body }) => setWorkingHours(ctx, params.id, body.windows).then(nothing),
  }),
];

const absenceRoutes: readonly Route[] = [
  query({
    name: 'workforce.list-absences',
    path: '/api/workforce/staff/:id/absences',
    access: byAnyStaff,
    params: one,
    answer: z.object({ absences: z.array(absence) }),
    run: async (ctx, { params }) => ({ absences: await listAbsences(ctx, params.id) }),
  }),
  command({
    name: 'workforce.record-absence',
    path: '/api/workforce/staff/:id/absences',
    access: byAnyStaff,
    params: one,
    body: newAbsence,
    answer: made,
    run: (ctx, { params, body }) => recordAbsence(ctx, { staffId: params.id, ...body }),
  }),
  command({
    name: 'workforce.cancel-absence',
    path: '/api/workforce/absences/:id/cancellation',
    access: byAnyStaff,
    params: one,
    answer: done,
    run: (ctx, { params }) => cancelAbsence(ctx, params.id).then(nothing),
  }),
  command({
    name: 'workforce.end-absence',
    path: '/api/workforce/absences/:id/return',
    access: byAnyStaff,
    params: one,
    answer: done,
    run: (ctx, { params }) => endAbsence(ctx, params.id).then(nothing),
  }),
];

const teamRoutes: readonly Route[] = [
  query({
    name: 'workforce.list-teams',
    path: '/api/workforce/teams',
    access: byAnyStaff,
    search: z.strictObject({ facilityId: z.uuid().optional() }),
    answer: z.object({ teams: z.array(teamDetail) }),
    run: async (ctx, { search }) => ({ teams: await listTeamDetails(ctx, search) }),
  }),
  query({
    name: 'workforce.read-team',
    path: '/api/workforce/teams/:id',
    access: byAnyStaff,
    params: one,
    answer: teamDetail,
    run: (ctx, { params }) => readTeamDetail(ctx, params.id),
  }),
  command({
    name: 'workforce.create-team',
    path: '/api/workforce/teams',
    access: byAdministrator,
    body: newTeam,
    answer: made,
    run: (ctx, { body }) => createTeam(ctx, body),
  }),
  command({
    name: 'workforce.change-team',
    method: 'PATCH',
    path: '/api/workforce/teams/:id',
    access: byLeaders,
    params: one,
    body: teamChange,
    answer: done,
    run: (ctx, { params, body }) => changeTeam(ctx, params.id, body).then(nothing),
  }),
  command({
    name: 'workforce.set-team-hours',
    method: 'PUT',
    path: '/api/workforce/teams/:id/hours',
    access: byLeaders,
    params: one,
    body: hours,
    answer: done,
    run: (ctx, { params, body }) => setTeamHours(ctx, params.id, body.windows).then(nothing),
  }),
  command({
    name: 'workforce.close-team',
    path: '/api/workforce/teams/:id/closing',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => closeTeam(ctx, params.id).then(nothing),
  }),
  command({
    name: 'workforce.join-team',
    method: 'PUT',
    path: '/api/workforce/teams/:id/members/:staffId',
    access: byLeaders,
    params: member,
    answer: done,
    run: (ctx, { params }) => joinTeam(ctx, params.id, params.staffId).then(nothing),
  }),
  command({
    name: 'workforce.leave-team',
    method: 'DELETE',
    path: '/api/workforce/teams/:id/members/:staffId',
    access: byLeaders,
    params: member,
    answer: done,
    run: (ctx, { params }) => leaveTeam(ctx, params.id, params.staffId).then(nothing),
  }),
];

export const workforceRoutes: readonly Route[] = [...staffRoutes, ...absenceRoutes, ...teamRoutes];
