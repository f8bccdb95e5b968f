/**
 * The Nuxt front end's DOM shapes and manners: the value is only a property; Escape and a press outside
 * the panel end the dialog (capturing listeners on document); the app is inert meanwhile; the list row
 * arrives late.
 * autocomplete="off" is ours, like no-store: the browser's own session restore would keep the value.
 */
export const APPLICATION = `
  const ROW_DELAY = 700; // ms
  const SCOPES = ['profile:email', 'profile:read', 'server:stats', 'streams:read', 'streams:write', 'users:read'];
  const app = document.getElementById('__nuxt');
  const main = document.getElementById('speckle');
  const rows = [];
  const el = (html) => { const box = document.createElement('template'); box.innerHTML = html.trim(); return box.content.firstElementChild; };

  const draw = () => {
    main.innerHTML = '<h2>Access tokens</h2><button type="button">New token</button><div class="table"></div>'
      + '<h2>Applications</h2><button type="button" class="made">New application</button> <button type="button" class="reveal">Reveal secret of my application</button>';
    for (const { name, id, scopes } of rows) {
      const row = el('<div class="grid row" tabindex="0"><div></div><div><span class="font-mono"></span></div><div></div></div>');
      row.children[0].textContent = name;
      row.querySelector('span').textContent = id;
      row.children[2].textContent = scopes.map((scope) => JSON.stringify(scope)).join(', ');
      main.querySelector('.table').append(row);
    }
    main.querySelector('button').onclick = openCreate;
    main.querySelector('.made').onclick = () => setTimeout(() => show('Create application', ['d'.repeat(10), 'e'.repeat(10)]));
    main.querySelector('.reveal').onclick = () => setTimeout(() => show('Reveal application secret', ['e'.repeat(10)]));
  };

  let dialogs = 0;
  const dialog = (title, content) => {
    const n = ++dialogs;
    const portal = el('<div id="headlessui-portal-root"><div data-headlessui-portal><div role="dialog" aria-modal="true" class="z-50" id="headlessui-dialog-' + n + '"><div class="fixed cover"><div class="panel" id="headlessui-dialog-panel-' + n + '" dialog-panel-classes><div class="text-heading-sm"><div class="truncate"></div></div><button type="button" role="button" class="absolute" aria-label="Close dialog">X</button></div></div></div></div></div>');
    const panel = portal.querySelector('.panel');
    portal.querySelector('.truncate').textContent = title;
    panel.append(content);
    const close = () => {
      portal.remove();
      app.inert = false;
      app.removeAttribute('aria-hidden');
      document.removeEventListener('keydown', onKey);
      for (const type of ['pointerdown', 'mousedown', 'click']) document.removeEventListener(type, onPress, true);
    };
    const onKey = (event) => { if (event.key === 'Escape') close(); };
    const outside = (target) => !panel.contains(target) && !target.closest('[role=listbox], #toast-portal');
    const onPress = (event) => { if (event.type === 'click' && event.target.isConnected && app.inert && document.body.contains(event.target) && outside(event.target)) close(); };
    document.addEventListener('keydown', onKey);
    for (const type of ['pointerdown', 'mousedown', 'click']) document.addEventListener(type, onPress, true);
    portal.querySelector('button').onclick = close;
    app.inert = true;
    app.setAttribute('aria-hidden', 'true');
    document.body.append(portal);
    return close;
  };

  const openCreate = () => setTimeout(() => {
    const chosen = new Set();
    const content = el('<form><label>Name <input type="text" id="hookName" name="hookName"></label><button type="button" aria-haspopup="true">Scopes</button> <button type="submit">Create</button></form>');
    const collapsed = content.querySelector('[aria-haspopup]');
    const close = dialog('Create token', content);
    collapsed.onclick = () => {
      const open = document.querySelector('[role=listbox]');
      if (open) { open.remove(); return; }
      const list = el('<div role="listbox" class="panel" style="position:fixed;top:8px;left:8px;z-index:60"></div>');
      for (const scope of SCOPES) {
        const option = el('<label role="option" aria-selected="false"><input type="checkbox"> <span></span></label>');
        const box = option.querySelector('input');
        box.name = 'select-' + scope;
        box.checked = chosen.has(scope);
        option.querySelector('span').textContent = scope;
        box.onchange = () => { if (box.checked) chosen.add(scope); else chosen.delete(scope); collapsed.textContent = chosen.size === 1 ? [...chosen][0] : chosen.size + ' items selected'; };
        list.append(option);
      }
      document.body.append(list);
    };
    content.onsubmit = async (event) => {
      event.preventDefault();
      const name = content.querySelector('input').value;
      document.querySelector('[role=listbox]')?.remove();
      const { token } = await (await fetch('/graphql', { method: 'POST', body: new URLSearchParams({ name }) })).json();
      close();
      show('Create Token', [token]);
      setTimeout(() => { rows.unshift({ name, id: token.slice(0, 10), scopes: [...chosen].sort() }); draw(); }, ROW_DELAY);
    };
    content.querySelector('input').focus();
  });

  const show = (title, values) => {
    const content = el('<div><h6>The new token:</h6><p>It is shown this one time.</p><button type="button" class="end">Close</button></div>');
    for (const value of values) {
      const field = el('<div><input id="contentInput" name="contentInput" type="text" readonly autocomplete="off"> <button type="button">Copy</button></div>');
      field.querySelector('input').value = value;
      content.querySelector('p').before(field);
    }
    const close = dialog(title, content);
    content.querySelector('.end').onclick = close;
  };

  if (location.pathname === '/settings/workspaces/x/automation') {
    main.innerHTML = '<h2>Automation</h2><button type="button">Regenerate</button>';
    main.querySelector('button').onclick = async () => {
      const { token } = await (await fetch('/graphql', { method: 'POST', body: new URLSearchParams({ kind: 'function' }) })).json();
      show('Regenerate token', [token]);
    };
  } else {
    draw();
  }`;
