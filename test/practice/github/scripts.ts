/** What runs in the practice pages of GitHub. */

/** Like Turbo: links in the settings change the main part and the address, without a new document. */
export const SOFT_NAVIGATION = `
  const visit = async (href, push) => {
    const next = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html');
    document.querySelector('main').replaceWith(next.querySelector('main'));
    document.title = next.title;
    if (push) history.pushState({}, '', href);
    document.dispatchEvent(new Event('turbo:load'));
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-turbo]');
    if (!link) return;
    event.preventDefault();
    visit(link.href, true);
  });
  addEventListener('popstate', () => visit(location.href, false));`;

/** The first submit fills a frame with the confirmation; its own form then loads the list. */
export const TWO_STEPS = `
  document.addEventListener('change', ({ target }) => {
    const permission = target.dataset.permission;
    if (permission) document.querySelector('[name="integration[default_permissions][' + permission + ']"]').value = target.value;
  });
  document.getElementById('new_user_programmatic_access').addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await fetch(event.target.action, { method: 'POST', body: new URLSearchParams(new FormData(event.target)) });
    const frame = document.getElementById('fg_pat_confirmation_dialog');
    frame.outerHTML = await answer.text();
    document.getElementById('confirm-fg-pat').showModal();
  });`;
