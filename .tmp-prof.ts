import { launchChromium } from './test/support/chromium-driver';
import { startPracticeSites } from './test/practice/server';
import { createVault } from './test/e2e/scenarios/vault';
const sites = await startPracticeSites();
const browser = await launchChromium({ sites });
const FILL = `(async (count) => {
  const ask = async (name, ask) => { const a = await chrome.runtime.sendMessage({ name, ask }); if (!a.ok) throw new Error(a.failure); return a.value; };
  const id = (n) => String(n).padStart(22, 'A');
  const token = (n) => ({ name: 'EXAMPLE token ' + n, scopes: ['deposit:write', 'deposit:actions'], expires: { at: '2027-01-01' }, account: 'somebody', owner: null, manageId: null, id: id(n), provider: 'zenodo', kind: 'personal', origin: 'https://zenodo.org', path: '/account/settings/applications/tokens/new/', ends: 'AAAA', seenAt: '2026-11-25T10:00:00.000Z', savedAt: new Date(1.7e12 + n * 1e6).toISOString(), secret: 'EXAMPLE' + String(n).padStart(13, '0') + 'A'.repeat(40) });
  for (let from = 0; from < count; from += 100) await ask('ui:restore', { tokens: Array.from({ length: 100 }, (_, i) => token(from + i)), notes: [] });
  while ((await ask('ui:list', { query: '', from: 0, count: 1 })).total < count);
})(10000)`;
const PROF = `(async () => {
  const out = {};
  let t = performance.now();
  const lap = (k) => { const n = performance.now(); out[k] = +(n - t).toFixed(1); t = n; };
  const all = await chrome.storage.session.get(null); lap('session');
  const db = await new Promise((r) => { const o = indexedDB.open('seenonce'); o.onsuccess = () => r(o.result); }); lap('open');
  const get = (s, k) => new Promise((r) => { const q = db.transaction(s).objectStore(s).get(k); q.onsuccess = () => r(q.result); });
  const index = await get('vault', 'index'); lap('index read ' + index.length);
  const keys = await new Promise((r) => { const q = db.transaction('records').objectStore('records').getAllKeys(); q.onsuccess = () => r(q.result); }); lap('keys');
  const count = await new Promise((r) => { const q = db.transaction('records').objectStore('records').count(); q.onsuccess = () => r(q.result); }); lap('count');
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const iv = new Uint8Array(12); const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, index); lap('encrypt');
  await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed); lap('decrypt');
  const entries = keys.map((id, n) => ({ id, hash: 'h'.repeat(43), fingerprint: 'f'.repeat(22), metadata: { v: 1, name: 'EXAMPLE token ' + n, scopes: ['deposit:write', 'deposit:actions'], expires: { at: '2027-01-01' }, account: 'somebody', owner: null, manageId: null, id, provider: 'zenodo', kind: 'personal', origin: 'https://zenodo.org', path: '/account/settings/applications/tokens/new/', ends: 'AAAA', seenAt: '2026-11-25T10:00:00.000Z', savedAt: new Date(1.7e12 + n * 1e6).toISOString() }, listed: '2026-11-25T10:00:00.000Z', failure: null }));
  lap('make'); const text = JSON.stringify({ entries }); lap('stringify ' + text.length);
  const bytes = new TextEncoder().encode(text); lap('encode'); const back = new TextDecoder().decode(bytes); lap('decode'); const parsed = JSON.parse(back); lap('parse');
  const map = new Map(parsed.entries.map((e) => [e.id, e])); lap('map');
  const toks = [...map.values()].map((e) => ({ ...e.metadata, fresh: false, replaced: false })); lap('spread');
  toks.sort((a, b) => a.savedAt < b.savedAt ? 1 : -1); lap('sort');
  return out;
})()`;
try {
  await createVault(browser);
  const popup = await browser.openOwn('popup');
  await popup.run(FILL);
  for (let i = 0; i < 3; i++) console.log(JSON.stringify(await popup.run(PROF)));
  const cdp = await browser.context.newCDPSession(browser.context.pages().at(-1)!);
  for (let i = 0; i < 5; i++) {
    await browser.stopBackground();
    console.log(
      JSON.stringify(
        await popup.run(
          `(async () => { const s = performance.now(); await chrome.runtime.sendMessage({name:'ui:settings', ask:null}); const a = performance.now(); await chrome.runtime.sendMessage({name:'ui:list', ask:{query:'',from:0,count:50}}); const b = performance.now(); return {start: a-s, list: b-a}; })()`,
        ),
      ),
    );
  }
} finally {
  await browser.quit();
  await sites.close();
}
