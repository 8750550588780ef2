import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { sessionQuery } from '../../../lib/session.ts';

type Registration = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Authentication = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Passwords and codes go out once and are kept nowhere. */
export const signInWith = (email: string, password: string) => command(paths.access.signIn, { email, password });

export async function signInByPasskey(): Promise<void> {
  const optionsJSON = await command<Authentication>(paths.access.passkeySignInOptions, {});
  await command(paths.access.passkeySignIn, { response: await startAuthentication({ optionsJSON }) });
}

export async function proveByPasskey(): Promise<void> {
  const optionsJSON = await command<Authentication>(paths.access.provePasskeyOptions, {});
  await command(paths.access.provePasskey, { response: await startAuthentication({ optionsJSON }) });
}

export async function addPasskey(label: string): Promise<{ recoveryCodes?: string[] }> {
  const optionsJSON = await command<Registration>(paths.access.passkeyOptions, {});
  return command(paths.access.passkeys, { label, response: await startRegistration({ optionsJSON }) });
}

/** One step of signing in or out; afterwards it is asked anew who sits here. */
export function useAccessStep<In, Out = unknown>(run: (given: In) => Promise<Out>, after?: (out: Out) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    gcTime: 0,
    onSuccess: async (out) => {
      await client.refetchQueries(sessionQuery);
      after?.(out);
    },
  });
}
