/** What Example's own guide says beside how a token is made. Fill in: which guide, and when it was read. */
import { LEAKED, type AdvisedToken, type Advice } from '../../provider';
import { hostOf } from '../../snippets';
import { manageUrl } from './manage-url';

/** The most urgent first, at most two things beside what to do once it leaked, which is the last. */
export function advice(token: AdvisedToken): readonly Advice[] {
  return [
    {
      id: LEAKED,
      lead: 'Revoke it first,',
      rest: 'then make a new one.',
      link: { text: `Revoke it on ${hostOf(token)}`, url: manageUrl(token) },
    },
  ];
}
