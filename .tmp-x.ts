import { mkdirSync } from 'node:fs';
import { startPracticeSites } from './test/practice/server';
import { launchChromium } from './test/support/chromium-driver';
import { createQuickVault } from './test/e2e/scenarios/vault';
import { madeTokens } from './test/support/made-tokens';
import { ask } from './test/support/ask';
const OUT='/tmp/shots'; mkdirSync(OUT,{recursive:true});
const sites=await startPracticeSites();
const driver=await launchChromium({sites});
await createQuickVault(driver);
const now=Date.now(); const day=(n:number)=>new Date(now+n*86400000).toISOString().slice(0,10);
const base=madeTokens(10,'2026-10-29T10:00:00.000Z');
const rows:[string,string,string,string,string|null,any,string[]|null][]=[
['osf','personal','https://osf.io','jspsych-upload','gaze-lab','never',['osf.full_write']],
['github','classic','https://github.com','autocon3-wsd2','netlab-demo',{at:day(6)},['repo','workflow','read:org']],
['speckle','personal','https://app.speckle.systems','nightly export',null,'never',['streams:read','profile:read']],
['zenodo','personal','https://sandbox.zenodo.org','MYTOKEN_ALL_SB','deposit-bot','never',['deposit:write','deposit:actions']],
['github','fine-grained','https://github.com','release-bot','netlab-demo',{at:day(46)},['contents:write','metadata:read']],
['zenodo','personal','https://zenodo.org','uploads-2026','deposit-bot','never',['deposit:write']],
['github','classic','https://git.example.edu','ci-packages','build',{at:day(-24)},['write:packages']],
['osf','personal','https://test.osf.io','workshop data_write','gaze-lab',null,['osf.nodes.data_write']],
['github','future','https://github.com','from a later version','netlab-demo',null,null],
['other','other','https://gitlab.example.org','lab runner',null,{at:day(1)},null],
];
const tokens=rows.map(([provider,kind,origin,name,account,expires,scopes],i)=>({...base[i]!,provider,kind,origin,name,account,expires,scopes,path:'/settings/tokens'}));
const own=await driver.openOwn('options');
await ask(own,'ui:restore',{tokens,notes:[{provider:'github',scope:'repo',text:'Only for the workshop organisation.',at:1}]});
await own.close();
for(const scheme of ['light','dark'] as const){
  await driver.setScheme(scheme);
  const tab=await driver.openOwn('popup');
  const page=driver.context.pages().at(-1)!;
  await page.setViewportSize({width:380,height:560});
  await page.emulateMedia({colorScheme:scheme,reducedMotion:'reduce'});
  await page.getByRole('searchbox').waitFor();
  await page.getByRole('button',{name:'Copy autocon3-wsd2',exact:true}).waitFor();
  const shot=(n:string)=>page.screenshot({path:`${OUT}/${n}-${scheme}.png`});
  await shot('list');
  await page.getByText('Ending soon').click(); await page.waitForTimeout(200); await shot('ending');
  await page.getByText('All',{exact:true}).click();
  await page.keyboard.press('Tab');
  await page.getByRole('button',{name:'Copy autocon3-wsd2',exact:true}).focus();
  await page.keyboard.press('ArrowDown'); await page.waitForTimeout(100); await shot('focus');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight'); await page.waitForTimeout(300); await shot('details');
  await page.getByRole('button',{name:/^Rename/}).click(); await page.waitForTimeout(100); await shot('rename');
  await page.keyboard.press('Escape');
  const show=page.getByRole('button',{name:/while held/});
  await show.hover(); await page.mouse.down(); await page.waitForTimeout(300); await shot('revealed'); await page.mouse.up();
  await page.locator('textarea').fill('Workshop 2 lab, push from the jump host.'); await page.waitForTimeout(1500); await page.locator('.mid').evaluate(e=>e.scrollTo(0,9999)); await shot('note');
  await page.getByRole('button',{name:'Tokens'}).click();
  await page.getByRole('button',{name:'Copy MYTOKEN_ALL_SB',exact:true}).focus(); await page.keyboard.press('Delete'); await page.waitForTimeout(500); await shot('deleted');
  await page.getByRole('button',{name:'Undo'}).click(); await page.waitForTimeout(300); await shot('undone');
  await tab.close();
}
await driver.quit(); await sites.close();
