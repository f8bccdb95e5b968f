/** @jsxRuntime classic */
/** @jsx h */
/** What the views are put together from. */
import type { Offer } from '../messages/protocol';
import { Fragment, h, type Children } from './h';
import { RiskMark, Sign } from './marks';
import type { Act } from './view';

const MAX_CHIPS = 6;

export const Button = ({
  act,
  first,
  off,
  children,
}: {
  act: Act;
  first?: boolean;
  off?: boolean;
  children: string;
}) => (
  <button data-act={act} class={first ? 'first' : ''} {...(off && { 'aria-disabled': 'true' })}>
    {children}
  </button>
);

export const Four = ({ ends }: { ends: string }) => (
  <span class="four">
    <i aria-hidden="true">••••</i> {ends}
  </span>
);

export const Who = ({ offer }: { offer: Offer }) => (
  <div class="who">
    <span class={offer.testHost ? 'tile test' : 'tile'} aria-hidden="true">
      {offer.letter}
    </span>
    <div>
      <h2 class="clip">{offer.details.name ?? offer.kindName}</h2>
      <p class="clip">
        {offer.unknownForm ? 'Perhaps a token, on' : `${offer.kindName} on`} {offer.host}
      </p>
    </div>
  </div>
);

export const Facts = ({ offer: { ends, expires, details } }: { offer: Offer }) => (
  <dl>
    <div>
      <dt>Ends in</dt>
      <dd>
        <Four ends={ends} />
      </dd>
    </div>
    <div>
      <dt>Expires</dt>
      <dd>{expires}</dd>
    </div>
    <div>
      <dt>Account</dt>
      <dd class="clip">{details.account ?? 'not stated'}</dd>
    </div>
  </dl>
);

export const Scopes = ({ scopes }: { scopes: NonNullable<Offer['scopes']> }) => (
  <ul class="chips" aria-label="Scopes">
    {scopes.length === 0 && <li class="chip">no scopes</li>}
    {scopes.slice(0, MAX_CHIPS).map(({ scope, risk }) => (
      <li class="chip">
        <code class="clip">{scope}</code>
        {risk && <RiskMark risk={risk} />}
      </li>
    ))}
    {scopes.length > MAX_CHIPS && <li class="chip">+{scopes.length - MAX_CHIPS}</li>}
  </ul>
);

const Note = ({ tone, lead, children }: { tone: 'once' | 'note'; lead: string; children: Children }) => (
  <div class={`note ${tone}`}>
    <Sign of={tone === 'once' ? 'warn' : 'note'} />
    <p>
      <span class="strong">{lead}</span> {children}
    </p>
  </div>
);

export const Notes = ({ offer: { warning, unknownForm } }: { offer: Offer }) => (
  <Fragment>
    {warning && (
      <Note tone="once" lead={warning.lead}>
        {warning.rest}{' '}
        {warning.link && (
          <a href={warning.link.url} target="_blank" rel="noreferrer">
            {warning.link.text}
          </a>
        )}
      </Note>
    )}
    {unknownForm && (
      <Note tone="note" lead="A token seems to be here, but its form is unknown.">
        {unknownForm}
      </Note>
    )}
  </Fragment>
);

export const Said = (props: {
  sign: 'check' | 'stop' | 'enter' | 'clock';
  tone?: string;
  role: 'status' | 'alert';
  title: string;
  children: Children;
}) => (
  <div class="said">
    <Sign of={props.sign} tone={props.tone ?? ''} />
    <div class="title" role={props.role}>
      {props.title}
    </div>
    <p>{props.children}</p>
  </div>
);
