/**
 * What GitHub's scopes and permissions let a holder do, in our own words. The tables are in
 * classic-scopes.ts and permissions.ts; a permission is listed once per level, as `contents:write`.
 */
import type { Risk, Scope } from '../provider';
import { CLASSIC_SCOPES } from './classic-scopes';
import { DOCS } from './docs';
import { ACCOUNT, ENTERPRISE, GONE, ORGANIZATION, REPOSITORY, type Permission } from './permissions';

const WEIGHTS: Readonly<Record<'D' | 'A', Risk>> = { D: 'deletes', A: 'administers' };
const BY_PERMISSION = { text: 'What each permission is needed for', url: DOCS.fineGrained };

/** What runs in CI or signs in there, and who has access: worth a second look before it is saved. */
const BROAD: Readonly<Record<string, Scope['broad']>> = {
  'administration:write': {
    lead: 'administration can delete the repository',
    rest: 'and change who has access. Few scripts need it.',
    narrower: BY_PERMISSION,
  },
  'secrets:write': {
    lead: 'secrets can replace what CI signs in with.',
    rest: 'Limit the token to the repository that needs it; variables have a permission of their own.',
    narrower: BY_PERMISSION,
  },
  'workflows:write': {
    lead: 'workflows changes what runs in CI,',
    rest: 'where secrets are at hand. Pushing anything else needs contents only.',
    narrower: BY_PERMISSION,
  },
  'organization_administration:write': {
    lead: 'This runs the organisation:',
    rest: 'its settings hold for everybody in it. To look, level read is enough.',
    narrower: BY_PERMISSION,
  },
  'organization_secrets:write': {
    lead: 'This can replace what CI signs in with,',
    rest: 'in all repositories of the organisation. For one repository there is secrets.',
    narrower: BY_PERMISSION,
  },
  'organization_self_hosted_runners:write': {
    lead: 'CI machines see all code and secrets that pass through them.',
    rest: 'To look at them, level read is enough.',
    narrower: BY_PERMISSION,
  },
  'members:write': {
    lead: 'members can invite and remove people.',
    rest: 'To see who belongs, level read is enough.',
    narrower: BY_PERMISSION,
  },
  'keys:write': {
    lead: 'Whoever adds an SSH key can push as you,',
    rest: 'also after this token is gone. To list keys, level read is enough.',
    narrower: BY_PERMISSION,
  },
  'enterprise_organizations:write': {
    lead: 'This can remove whole organisations.',
    rest: 'Make a token for that one task.',
    narrower: BY_PERMISSION,
  },
  'enterprise_people:write': {
    lead: 'This decides who is in the enterprise.',
    rest: 'To look, level read is enough.',
    narrower: BY_PERMISSION,
  },
  'enterprise_sso:write': {
    lead: 'This changes how everybody signs in.',
    rest: 'To look, level read is enough.',
    narrower: BY_PERMISSION,
  },
};

type Level = readonly [level: string, means: string, risk: readonly Risk[]];

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function levelsOf([sees, does, weight, administers]: Permission): Level[] {
  const reads: readonly Risk[] = sees === null ? [] : ['reads'];
  const writes: readonly Risk[] = [...reads, 'writes', ...(weight ? [WEIGHTS[weight]] : [])];
  return [
    ...(sees === null ? [] : [['read', sentence(`see ${sees}`), reads] as const]),
    ...(does ? [['write', sentence(does), writes] as const] : []),
    ...(administers ? [['admin', sentence(administers), ['reads', 'writes', 'administers']] as const] : []),
  ];
}

/** Its own words, or for all else that administers: what it can do, and which level would do with less. */
function broadOf(
  scope: string,
  [sees, does, , administers]: Permission,
  risk: readonly Risk[],
): Scope['broad'] {
  if (BROAD[scope] || risk.at(-1) !== 'administers') return BROAD[scope];
  const [permission, level] = scope.split(':');
  const isAdmin = level === 'admin';
  const less = sees === null ? 'Make a token for that one task.' : 'To look, level read is enough.';
  return {
    lead: `${permission} can ${isAdmin ? administers : does}.`,
    rest: isAdmin ? 'For all but that, level write is enough.' : less,
    narrower: BY_PERMISSION,
  };
}

function fineGrained(group: string, permissions: Readonly<Record<string, Permission>>): [string, Scope][] {
  return Object.entries(permissions).flatMap(([permission, row]) =>
    levelsOf(row).map(([level, means, risk]): [string, Scope] => {
      const scope = `${permission}:${level}`;
      const broad = broadOf(scope, row, risk);
      const note = GONE.has(permission) ? `${means} New tokens cannot have it since 2026.` : means;
      const where = { group: `fine-grained: ${group}`, source: DOCS.fineGrained };
      return [scope, { means: note, risk, ...where, ...(broad && { broad }) }];
    }),
  );
}

const classic = Object.entries(CLASSIC_SCOPES).map(([scope, [risk, means, broad]]): [string, Scope] => [
  scope,
  { means, risk, group: 'classic', source: DOCS.classic, ...(broad && { broad }) },
]);

export const scopes: Readonly<Record<string, Scope>> = Object.fromEntries([
  ...classic,
  ...fineGrained('repository', REPOSITORY),
  ...fineGrained('organisation', ORGANIZATION),
  ...fineGrained('account', ACCOUNT),
  ...fineGrained('enterprise', ENTERPRISE),
]);
