/** What Speckle's guide "Personal Access Tokens" says beside how one is made. Read November 2026. */
import { LEAKED, type AdvisedToken, type Advice } from '../provider';
import { hostOf } from '../snippets';
import { manageUrl } from './manage-url';

export function advice(token: AdvisedToken): readonly Advice[] {
  return [
    {
      id: LEAKED,
      lead: 'Remove it first,',
      rest: 'then make a new one. Scripts and connectors using it stop until they have that.',
      link: { text: `Remove it on ${hostOf(token)}`, url: manageUrl(token) },
    },
  ];
}
