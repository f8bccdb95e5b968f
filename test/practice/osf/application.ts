/**
 * The Angular front end's DOM shapes and manners: the value is only a property, never in HTML; Escape
 * anywhere ends the dialog (a listener on document); focus is trapped; the dialog outlives its path.
 * autocomplete="off" is ours, like no-store: the browser's own session restore would keep the value.
 */
export const APPLICATION = `
  localStorage.setItem('currentUser', JSON.stringify({ id: 'ab1cd', fullName: 'Gaze Lab' }));
  const SCOPES = location.host === 'osf.io'
    ? ['osf.full_read', 'osf.full_write', 'osf.users.profile_read', 'osf.users.email_read']
    : ['osf.full_read', 'osf.full_write', 'osf.nodes.data_read', 'osf.nodes.data_write'];
  const tokens = [];
  const root = document.querySelector('osf-root');
  const el = (html) => { const box = document.createElement('template'); box.innerHTML = html.trim(); return box.content.firstElementChild; };

  /** An application's secret: a read-only field of the same look, and no token. */
  const drawApp = () => {
    const main = el('<main><h2>My app</h2><p-card>Client secret <p-iconfield><input pinputtext readonly class="p-inputtext"></p-iconfield></p-card></main>');
    main.querySelector('input').value = 's'.repeat(40);
    root.append(main);
  };

  const draw = () => {
    const onTokens = location.pathname.startsWith('/settings/tokens');
    root.innerHTML = '<nav><a href="/settings/tokens">Personal access tokens</a><a href="/settings/account">Account</a></nav>';
    if (location.pathname.startsWith('/settings/developer-apps/')) { drawApp(); return; }
    if (!onTokens) { root.append(el('<main><h2>Account settings</h2><p>Nothing about tokens here.</p></main>')); return; }
    const main = el('<main><h2>Personal access tokens</h2><div data-test-sub-header-button><button type="button">Create token</button></div><osf-tokens-list></osf-tokens-list></main>');
    for (const { id, name } of tokens) {
      const link = el('<a class="token-link" style="display:block"></a>');
      link.href = '/settings/tokens/' + id + '/details';
      link.textContent = name;
      main.querySelector('osf-tokens-list').append(link);
    }
    main.querySelector('button').onclick = openCreate;
    root.append(main);
  };

  const dialog = (title, content) => {
    const shell = el('<p-dynamicdialog><p-dialog><div class="p-dialog-mask cover"><div class="p-dialog panel" role="dialog" aria-modal="true"><div class="p-dialog-header"><span class="p-dialog-title"></span> <button type="button" class="p-dialog-close-button" aria-label="Close dialog">X</button></div><div class="p-dialog-content"></div></div></div></p-dialog></p-dynamicdialog>');
    shell.querySelector('.p-dialog-title').textContent = title;
    shell.querySelector('.p-dialog-content').append(content);
    const close = () => { shell.remove(); document.removeEventListener('keydown', onKey); document.removeEventListener('focusin', onFocus); };
    const onKey = (event) => { if (event.key === 'Escape') close(); };
    const onFocus = (event) => { if (!shell.contains(event.target)) shell.querySelector('input, button').focus(); };
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    shell.querySelector('.p-dialog-close-button').onclick = close;
    document.body.append(shell);
    shell.querySelector('.p-dialog-content input, .p-dialog-content button').focus();
    return close;
  };

  const openCreate = () => {
    const content = el('<osf-token-add-edit-form><form><label>Token name <osf-text-input><input type="text" class="p-inputtext"></osf-text-input></label><div class="scopes"></div><button type="submit" disabled>Create</button></form></osf-token-add-edit-form>');
    for (const scope of SCOPES) {
      const label = el('<label><input type="checkbox" class="p-checkbox-input"> <span></span></label>');
      const box = label.querySelector('input');
      box.id = scope; box.value = scope; label.querySelector('span').textContent = scope;
      content.querySelector('.scopes').append(label);
    }
    const form = content.querySelector('form');
    const name = form.querySelector('input[type=text]');
    form.oninput = () => { form.querySelector('button').disabled = name.value.length < 2 || !form.querySelector(':checked'); };
    const close = dialog('New token', content);
    form.onsubmit = async (event) => {
      event.preventDefault();
      const answer = await fetch('/v2/tokens/', { method: 'POST', body: new URLSearchParams([['name', name.value], ...[...form.querySelectorAll(':checked')].map(({ value }) => ['scopes', value])]) });
      const made = await answer.json();
      close();
      tokens.unshift({ id: made.id, name: made.name });
      draw();
      openCreated(made);
    };
  };

  const openCreated = ({ name, token_id }) => {
    const content = el('<osf-token-created-dialog><p>The token <strong></strong> was made. It never expires.</p><div class="p-inputgroup"><p-iconfield><input pinputtext readonly autocomplete="off" class="p-inputtext p-filled"><p-inputicon><osf-copy-button><button type="button" aria-label="Copy to clipboard button">Copy</button></osf-copy-button></p-inputicon></p-iconfield></div><p class="warning">It is shown this one time.</p><p-button><button type="button">Close</button></p-button></osf-token-created-dialog>');
    content.querySelector('strong').textContent = name;
    content.querySelector('input').value = token_id;
    const close = dialog('Token made', content);
    content.querySelector('p-button button').onclick = close;
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('nav a, a.token-link');
    if (!link) return;
    event.preventDefault();
    history.pushState({}, '', link.href);
    draw();
  });
  addEventListener('popstate', draw);
  draw();`;
