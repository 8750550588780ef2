import { Checkbox, Stack } from '@mantine/core';
import type { Role } from '../../../../server/modules/workforce/contract.ts';
import { colleagueWords, roleMeans, roleWords, words } from './words.ts';

// Written out: the contract's list would bring its whole validator into the page.
const roles: readonly Role[] = [
  'front-desk',
  'contact-centre',
  'nurse',
  'clinician',
  'patient-relations',
  'manager',
  'billing',
  'compliance',
  'administrator',
];

interface RolesFieldProps {
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
  /** Nobody else administers: the role stays. */
  keepsAdministrator?: boolean;
}

/** Every role with what it allows, so that nobody gives more than they mean to. */
export function RolesField({ value, onChange, keepsAdministrator = false }: RolesFieldProps) {
  const isKept = (role: Role) => keepsAdministrator && role === 'administrator';
  return (
    <Checkbox.Group label={words.roles} value={[...value]} onChange={(chosen) => onChange(chosen as Role[])}>
      <Stack gap={8} mt={4}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={roleWords(role)}
            description={isKept(role) ? colleagueWords.lastAdministrator : roleMeans(role)}
            disabled={isKept(role)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
