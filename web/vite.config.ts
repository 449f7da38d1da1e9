// How the page is built for Firebase Hosting.
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // The page is also served below `/week/`, so its files need absolute addresses.
  base: '/',
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: 'es2022',
    // No `data:` addresses, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
