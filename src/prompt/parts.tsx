/** @jsxRuntime classic */
/** @jsx h */
/** What the views are put together from. */
import type { Offer, Remark } from '../messages/protocol';
import { rich } from '../text/rich';
import { text } from '../text/text';
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

/** What the site calls this sort of token, in the site's own words. */
export const Kind = ({ offer }: { offer: Offer }) => <span lang="en">{offer.kindName}</span>;

export const Who = ({ offer }: { offer: Offer }) => (
  <div class="who">
    <span class={offer.testHost ? 'tile test' : 'tile'} aria-hidden="true">
      {offer.letter}
    </span>
    <div>
      <h2 class="clip">{offer.details.name ?? <Kind offer={offer} />}</h2>
      <p>
        {offer.unknownForm
          ? text('prompt_perhaps_on', { host: offer.host })
          : rich('prompt_kind_on', { kind: <Kind offer={offer} />, host: offer.host })}
      </p>
    </div>
  </div>
);

export const Facts = ({ offer: { ends, expires, details } }: { offer: Offer }) => (
  <dl>
    <div>
      <dt>{text('prompt_ends_in')}</dt>
      <dd>
        <Four ends={ends} />
      </dd>
    </div>
    <div>
      <dt>{text('prompt_expires')}</dt>
      <dd>{expires}</dd>
    </div>
    <div>
      <dt>{text('prompt_account')}</dt>
      <dd class={details.account && 'clip'}>{details.account ?? text('prompt_not_stated')}</dd>
    </div>
  </dl>
);

export const Scopes = ({ scopes }: { scopes: NonNullable<Offer['scopes']> }) => (
  <ul class="chips" aria-label={text('prompt_scopes')}>
    {scopes.length === 0 && <li class="chip">{text('prompt_no_scopes')}</li>}
    {scopes.slice(0, MAX_CHIPS).map(({ scope, risk }) => (
      <li class="chip">
        <code class="clip">{scope}</code>
        {risk && <RiskMark risk={risk} />}
      </li>
    ))}
    {scopes.length > MAX_CHIPS && (
      <li class="chip">{text('prompt_more_scopes', { count: String(scopes.length - MAX_CHIPS) })}</li>
    )}
  </ul>
);

const Note = ({ sign, children }: { sign: 'warn' | 'note'; children: Children }) => (
  <div class={sign === 'warn' ? 'note once' : 'note'}>
    <Sign of={sign} />
    <p>{children}</p>
  </div>
);

/** A broad scope, in the words of the provider's data, which are English. */
const Warning = ({ warning: { lead, rest, link } }: { warning: Remark }) => (
  <span lang="en">
    <span class="strong">{lead}</span> {rest}{' '}
    {link && (
      <a href={link.url} target="_blank" rel="noreferrer">
        {link.text}
      </a>
    )}
  </span>
);

const InPrivate = () => (
  <Fragment>
    <span class="strong">{text('prompt_private_lead')}</span> {text('prompt_private_rest')}
  </Fragment>
);

export const Notes = ({ offer: { warning, inPrivate, unknownForm } }: { offer: Offer }) => (
  <Fragment>
    {(warning || inPrivate) && (
      <Note sign="warn">
        {warning && <Warning warning={warning} />} {inPrivate && <InPrivate />}
      </Note>
    )}
    {unknownForm && (
      <Note sign="note">
        <span class="strong">{text('prompt_form_unknown')}</span> {unknownForm}
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
