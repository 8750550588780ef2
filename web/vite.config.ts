import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Built to `web/dist`; the server puts a fresh nonce where `__nonce__` stands, on every answer. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/staff/',
  plugins: [react()],
  html: { cspNonce: '__nonce__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The page may load nothing from `data:`, so nothing is folded into the style sheet.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
