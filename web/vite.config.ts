// How the page is built for Firebase Hosting.
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // The page is also served below `/week/`, so its files need absolute addresses.
  base: '/',
  plugins: [preloadSession()],
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: 'es2022',
    // No `data:` addresses, so that the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

/** The page's first script is small and asks the API while the sign-in SDK is still on its way: the HTML names both. */
function preloadSession(): Plugin {
  return {
    name: 'preload-session',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const session = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'session');
        if (!session) return [];
        const attrs = { rel: 'modulepreload', fetchpriority: 'low', href: `/${session.fileName}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
