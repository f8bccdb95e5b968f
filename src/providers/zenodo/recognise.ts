/** How an InvenioRDM is told: for the options page, and no page of a provider pays for it. */
import type { Page } from '../provider';

/** Set since June 2024; an operator may remove it. */
const GENERATOR = 'meta[name="generator"][content^="InvenioRDM"]';
/** The head of every InvenioRDM page (forks and a saved page of Zenodo, 2023 to 2026). */
const HEAD = '#invenio-nav #rdm-burger-toggle';
/** The list of tokens of invenio-oauth2server, which other Invenio sites have too (2015 to 2026). */
const APPLICATIONS = /^\/account\/settings\/applications\/?$/;
const NEW_TOKEN = 'a[href$="/account/settings/applications/tokens/new/"]';

/** The generator, the head, or in the applications page its button. */
export function recognises({ url, document }: Page): boolean {
  const marks = APPLICATIONS.test(url.pathname) ? [GENERATOR, HEAD, NEW_TOKEN] : [GENERATOR, HEAD];
  return document.querySelector(marks.join()) !== null;
}
