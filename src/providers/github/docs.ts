/** GitHub's own pages that notes on scopes link to. */
const ROOT = 'https://docs.github.com/en';
const TOKENS = `${ROOT}/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens`;

export const DOCS = {
  tokens: TOKENS,
  makeFineGrained: `${TOKENS}#creating-a-fine-grained-personal-access-token`,
  classic: `${ROOT}/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps`,
  fineGrained: `${ROOT}/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens`,
  packages: `${ROOT}/packages/learn-github-packages/about-permissions-for-github-packages`,
} as const;

/** What would do with less, for a broad classic scope. Stands after its remark. */
export const ALLOWS_LESS = { text: 'A fine-grained token allows less', url: DOCS.makeFineGrained };
