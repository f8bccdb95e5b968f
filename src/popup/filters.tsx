/** What the list is limited to: one provider, or what ends soon. Only where there is something to tell apart. */
import type { ListFilter } from '../messages/protocol';
import { text } from '../text/text';
import { OTHER } from '../tokens/token';
import { Icon } from '../ui/mark';
import { providerById } from '../ui/naming';
import type { Known } from './listing';

type Props = {
  readonly known: Known | null;
  readonly filter: ListFilter | null;
  readonly limit: (to: ListFilter | null) => void;
};

type Choice = { readonly to: ListFilter | null; readonly name: string; readonly soon?: string };

function providerName(id: string): string {
  if (id === OTHER) return text('popup_filter_elsewhere');
  return providerById(id)?.name ?? id;
}

function choicesOf({ providers, ending }: Known, filter: ListFilter | null): Choice[] {
  const several = providers.length > 1;
  const soon = ending > 0 || (filter !== null && 'ending' in filter);
  return [
    { to: null, name: text('popup_filter_all') },
    ...(several ? providers.map((provider) => ({ to: { provider }, name: providerName(provider) })) : []),
    ...(soon
      ? [
          {
            to: { ending: true } as const,
            name: text('popup_filter_soon'),
            soon: text('popup_filter_ending'),
          },
        ]
      : []),
  ];
}

const same = (a: ListFilter | null, b: ListFilter | null) => JSON.stringify(a) === JSON.stringify(b);

export function Filters({ known, filter, limit }: Props) {
  const choices = known ? choicesOf(known, filter) : [];
  if (choices.length < 2) return null;
  return (
    <fieldset class="filters" role="radiogroup" aria-label={text('popup_filter')}>
      {choices.map(({ to, name, soon }) => (
        <label key={name} title={soon}>
          <input
            type="radio"
            name="filter"
            aria-label={soon}
            checked={same(to, filter)}
            onChange={() => limit(to)}
          />
          {soon !== undefined && <Icon is="clock" small />}
          {name}
        </label>
      ))}
    </fieldset>
  );
}
