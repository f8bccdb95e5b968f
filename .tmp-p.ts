import { cpSync, rmSync } from 'node:fs';
import { startPracticeSites } from './test/practice/server';
import { launchChromium, type ChromiumDriver } from './test/support/chromium-driver';
import { createQuickVault } from './test/e2e/scenarios/vault';
import { madeTokens } from './test/support/made-tokens';
import { ask } from './test/support/ask';
async function firstPaint(browser: ChromiumDriver, stop: boolean): Promise<number> {
  if (stop) await browser.stopBackground();
  const popup = await browser.openOwn('popup');
  const time = await popup.run<number>(`new Promise((resolve) => { const look = () => { const row = document.querySelector('[aria-label="Tokens"] li'); if (row) requestAnimationFrame(() => resolve(performance.now())); else requestAnimationFrame(look); }; look(); })`);
  await popup.close();
  return time;
}
const N=Number(process.argv[3]??2000);
const sites=await startPracticeSites();
const ds: ChromiumDriver[]=[];
for(const v of ['A','B']){ rmSync('dist/chromium',{recursive:true}); cpSync(`/tmp/dist${v}`,'dist/chromium',{recursive:true});
 const d=await launchChromium({sites}); ds.push(d); await createQuickVault(d);
 const own=await d.openOwn('options'); const many=madeTokens(N,'2026-01-01T00:00:00.000Z');
 for(let f=0;f<N;f+=100) await ask(own,'ui:restore',{tokens:many.slice(f,f+100),notes:[]});
 await own.close(); }
const t: Record<string,number[]>={A0:[],B0:[],A1:[],B1:[]};
for(let i=0;i<15;i++) for(const stop of [0,1]) for(const [k,d] of [['A',ds[0]],['B',ds[1]]] as const) t[k+stop]!.push(await firstPaint(d!,!!stop));
for(const [k,v] of Object.entries(t)){ v.sort((a,b)=>a-b); console.log(k, v[Math.floor(v.length/2)]!.toFixed(0), 'min',v[0]!.toFixed(0), 'q1', v[3]!.toFixed(0)); }
for(const d of ds) await d.quit(); await sites.close();
