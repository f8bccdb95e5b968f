import type { Details } from '../providers/provider';

/**
 * Puts what the creation form said over what the page with the token says. A form for another name is
 * not this token's and is dropped. What the page alone can know (account, management id) stays.
 */
export function mergeDetails(form: Details | null, page: Details): Details {
  if (!form || (form.name !== null && page.name !== null && form.name !== page.name)) return page;
  return {
    name: form.name ?? page.name,
    scopes: form.scopes ?? page.scopes,
    // A form says "30 days", counted from another moment than the provider's.
    expires: page.expires ?? form.expires,
    account: page.account ?? form.account,
    owner: form.owner ?? page.owner,
    manageId: page.manageId ?? form.manageId,
  };
}

/** Later news over what was known: a part that the page no longer tells keeps its value. */
export function updateDetails(known: Details, news: Details): Details {
  return {
    name: news.name ?? known.name,
    scopes: news.scopes ?? known.scopes,
    expires: news.expires ?? known.expires,
    account: news.account ?? known.account,
    owner: news.owner ?? known.owner,
    manageId: news.manageId ?? known.manageId,
  };
}
