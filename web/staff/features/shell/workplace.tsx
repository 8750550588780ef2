import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconBuildingHospital,
  IconClockCheck,
  IconInbox,
  IconKeyboard,
  IconMailExclamation,
  IconMoon,
  IconSearch,
  IconSun,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { isStaffSignedIn, sessionQuery } from '../../../lib/session.ts';
import { useShortcut, useShortcuts } from '../../../lib/shortcuts.tsx';
import { Notice } from '../../../ui/parts.tsx';
import { RailButton, Shell } from '../../../ui/shell.tsx';
import { NearPromise, OwedCount } from '../promises/near-promise.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { words } from './words.ts';

const Finder = lazy(() => import('./finder.tsx').then((it) => ({ default: it.Finder })));
const ShortcutHelp = lazy(() => import('../../../ui/shortcut-help.tsx').then((it) => ({ default: it.ShortcutHelp })));

const listenOnline = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** Who sees what did not arrive, of every team; everybody else sees it in their own conversations. */
const chasing = ['patient-relations', 'manager', 'compliance', 'administrator'];

/** The frame around every page behind the sign-in: places, keys, search, and whether we are connected. */
export function Workplace() {
  const { data: session } = useQuery(sessionQuery);
  const navigate = useNavigate();
  const board = useShortcuts();
  const online = useSyncExternalStore(listenOnline, () => navigator.onLine);
  const [help, setHelp] = useState(false);
  const [finding, setFinding] = useState(false);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');

  useShortcut('g d', words.goDesk, words.everywhere, () => void navigate({ to: '/desk' }));
  useShortcut('g p', words.goPeople, words.everywhere, () => void navigate({ to: '/people' }));
  const mayChase = isStaffSignedIn(session) && session.roles.some((role) => chasing.includes(role));
  const toUndelivered = mayChase ? () => void navigate({ to: '/undelivered' }) : undefined;
  useShortcut('g u', words.goUndelivered, words.everywhere, toUndelivered);
  useShortcut('g r', words.goPromises, words.everywhere, () => void navigate({ to: '/promises' }));
  useShortcut('g t', words.goTeam, words.everywhere, () => void navigate({ to: '/team' }));
  useShortcut('g h', words.goHospital, words.everywhere, () => void navigate({ to: '/hospital' }));
  useShortcut('mod+k', words.findAnything, words.everywhere, () => setFinding(true));
  useShortcut('?', words.showKeys, words.everywhere, () => setHelp(true));

  return (
    <Shell
      topLabel={words.notices}
      label={words.places}
      skip={words.skip}
      top={
        <>
          {isStaffSignedIn(session) && session.demo && <DemoBanner>{words.demo}</DemoBanner>}
          {!online && (
            <Notice tone="warn" live>
              {words.offline}
            </Notice>
          )}
        </>
      }
      items={[
        <Link key="desk" to="/desk">
          <IconInbox size={22} aria-hidden />
          {words.desk}
        </Link>,
        <Link key="people" to="/people">
          <IconUsers size={22} aria-hidden />
          {words.people}
        </Link>,
        <Link key="promises" to="/promises">
          <IconClockCheck size={22} aria-hidden />
          {words.promises}
          <OwedCount />
        </Link>,
        ...(mayChase
          ? [
              <Link key="undelivered" to="/undelivered">
                <IconMailExclamation size={22} aria-hidden />
                {words.undelivered}
              </Link>,
            ]
          : []),
        <Link key="team" to="/team">
          <IconUsersGroup size={22} aria-hidden />
          {words.team}
        </Link>,
        <Link key="hospital" to="/hospital">
          <IconBuildingHospital size={22} aria-hidden />
          {words.hospital}
        </Link>,
      ]}
      foot={
        <>
          <RailButton icon={<IconSearch size={22} aria-hidden />} label={words.find} onClick={() => setFinding(true)} />
          <RailButton
            wideOnly
            icon={<IconKeyboard size={20} aria-hidden />}
            label={words.keys}
            onClick={() => setHelp(true)}
          />
          <RailButton
            wideOnly
            icon={scheme === 'dark' ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
            label={scheme === 'dark' ? words.light : words.dark}
            onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
          />
          <Link to="/account">
            <IconUserCircle size={22} aria-hidden />
            {words.account}
          </Link>
        </>
      }
    >
      <NearPromise />
      <Outlet />
      <Suspense fallback={null}>
        {finding && <Finder onClose={() => setFinding(false)} />}
        {help && (
          <ShortcutHelp
            opened
            onClose={() => setHelp(false)}
            lines={board.list()}
            words={words.help}
            singleKeys={board.singleKeys}
            onSingleKeys={board.setSingleKeys}
          />
        )}
      </Suspense>
    </Shell>
  );
}
