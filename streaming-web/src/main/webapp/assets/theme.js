// Sets the chosen theme before the first paint, so it is a plain script and not a module.
(() => {
  const root = document.documentElement;
  const key = 'streaming.theme';
  const system = matchMedia('(prefers-color-scheme: dark)');

  /** @returns {'dark' | 'light' | null} what the visitor chose, else null: follow the system */
  function chosen() {
    try {
      const value = localStorage.getItem(key);
      return value === 'dark' || value === 'light' ? value : null;
    } catch {
      return null; // storage may be forbidden
    }
  }

  function show() {
    root.dataset.theme = chosen() ?? (system.matches ? 'dark' : 'light');
  }

  function toggle() {
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    root.dataset.theme = next;
    try {
      // back on the system's theme: follow it again
      if (next === (system.matches ? 'dark' : 'light')) localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    } catch {
      // it lasts for this page
    }
  }

  show();
  system.addEventListener('change', show);
  addEventListener('storage', show);
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-theme-toggle]')) toggle();
  });
})();
