// Makes the mailbox page pleasant: new mails appear by themselves, the list keeps its place, keys move through it.
(() => {
  const REFRESH_MILLISECONDS = 2_000;
  const root = document.documentElement;

  async function load(href) {
    const response = await fetch(href);
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  }

  function replace(id, fresh) {
    const here = document.getElementById(id);
    const there = fresh.getElementById(id);
    const top = here.scrollTop;
    here.replaceWith(there);
    there.scrollTop = top;
  }

  async function visit(href, { push }) {
    const fresh = await load(href);
    for (const id of ['list', 'count', 'mail']) replace(id, fresh);
    document.body.dataset.view = fresh.body.dataset.view;
    document.querySelector('#bar input').value = fresh.querySelector('#bar input').value;
    if (push) history.pushState(null, '', href);
    document.querySelector('#list [aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  async function refresh() {
    if (document.hidden) return;
    const { mails } = await (await fetch('/health')).json();
    if (String(mails) === document.body.dataset.mails) return;
    document.body.dataset.mails = mails;
    // The chosen mail stays as it is, so that nobody's reading is disturbed.
    const chosen = document.getElementById('mail').dataset.id;
    const fresh = await load(location.href);
    for (const id of chosen ? ['list', 'count'] : ['list', 'count', 'mail']) replace(id, fresh);
    for (const link of document.querySelectorAll('#list .mail')) {
      const isChosen = chosen && new URL(link.href).searchParams.get('id') === chosen;
      if (isChosen) link.setAttribute('aria-current', 'true');
      else if (chosen) link.removeAttribute('aria-current');
    }
  }

  function isPlainClick(event) {
    return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || link.target || link.hasAttribute('download') || !isPlainClick(event)) return;
    event.preventDefault();
    visit(link.href, { push: true });
  });

  addEventListener('popstate', () => visit(location.href, { push: false }));

  let typing = 0;
  document.querySelector('#bar input').addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(async () => {
      const q = event.target.value.trim();
      const href = q ? `/?${new URLSearchParams({ q })}` : '/';
      const fresh = await load(href);
      for (const id of ['list', 'count']) replace(id, fresh);
      document.body.dataset.view = 'list';
      history.replaceState(null, '', href);
    }, 150);
  });

  document.addEventListener('keydown', (event) => {
    if (event.target.matches('input') || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === '/') {
      event.preventDefault();
      document.querySelector('#bar input').focus();
    }
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const links = [...document.querySelectorAll('#list .mail')];
    const at = links.findIndex((link) => link.hasAttribute('aria-current'));
    const next = links[at + step];
    if (next) visit(next.href, { push: true });
  });

  const themes = ['auto', 'light', 'dark'];
  const button = document.getElementById('theme');
  function setTheme(theme) {
    root.dataset.theme = theme;
    button.textContent = { auto: '◐ Auto', light: '☀ Light', dark: '☾ Dark' }[theme];
    button.title = 'Light, dark, or as the system is';
    localStorage.setItem('theme', theme);
  }
  button.hidden = false;
  button.addEventListener('click', () => setTheme(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]));
  setTheme(themes.includes(localStorage.getItem('theme')) ? localStorage.getItem('theme') : 'auto');

  setInterval(() => refresh().catch(() => undefined), REFRESH_MILLISECONDS);
})();
