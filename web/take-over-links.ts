// Follows links within the page without loading it anew.

/** @param follow is called when the address has changed, by a link or by going back and forth */
export function takeOverLinks(follow: () => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || event.defaultPrevented || link.origin !== window.location.origin) return;
    if (!OWN_PATH.test(link.pathname)) return;
    event.preventDefault();
    if (link.href !== window.location.href) window.history.pushState(null, '', link.href);
    follow();
  });
  window.addEventListener('popstate', () => {
    // A token in the fragment is taken by who listens to `hashchange`.
    if (!window.location.hash.includes('token=')) follow();
  });
}

const OWN_PATH = /^\/(week\/[^/]*)?$/;
