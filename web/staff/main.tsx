import '@fontsource/atkinson-hyperlegible-next/400.css';
import '@fontsource/atkinson-hyperlegible-next/600.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../ui/tokens.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from '../lib/api.ts';
import { isProblem } from '../lib/problem.ts';
import { sessionQuery } from '../lib/session.ts';
import { ShortcutProvider } from '../lib/shortcuts.tsx';
import { UndoProvider } from '../lib/undo.tsx';
import { theme } from '../ui/theme.ts';
import { forgetDrafts } from './features/desk/drafts.ts';
import { makeStaffRouter } from './routes.tsx';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (count, error) => count < 2 && (isProblem(error, 0) || isProblem(error, 503)),
    },
    mutations: { networkMode: 'always' },
  },
});
const router = makeStaffRouter(client);

onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  // Nothing of the one who sat here stays behind for the next.
  client.clear();
  void client.invalidateQueries(sessionQuery);
  void router.navigate({ to: '/sign-in', search: { next: href } }).then(forgetDrafts);
});

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
const colours = localStorageColorSchemeManager({ key: 'bedside.colours' });
const root = document.getElementById('app');
if (!root) throw new Error('The page has no place for the app.');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours} getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <Notifications position="bottom-left" containerWidth={300} limit={3} />
        <ShortcutProvider>
          <UndoProvider>
            <RouterProvider router={router} />
          </UndoProvider>
        </ShortcutProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
