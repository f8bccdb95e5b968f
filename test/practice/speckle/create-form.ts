/** The form that makes a token. Its list of scopes stands outside of the dialog, in `body`, while it is open. */
import { defineComponent, h, ref, Teleport, type Ref } from 'vue';
import { textField } from './dialog';

export type Made = { readonly name: string; readonly scopes: readonly string[]; readonly token: string };

const SCOPES = [
  'profile:email',
  'profile:read',
  'server:stats',
  'streams:read',
  'streams:write',
  'users:read',
];

/** Asks the site for a token, as the front end's GraphQL call does. */
export async function askForToken(
  about: Readonly<Record<string, string>>,
  scopes: readonly string[] = [],
): Promise<string> {
  const body = new URLSearchParams(about);
  for (const scope of scopes) body.append('scopes', scope);
  const answer = await fetch('/graphql', { method: 'POST', body });
  const { token } = (await answer.json()) as { token: string }; // as `site.ts` answers it
  return token;
}

/** All of the list is made anew at each click, as it was seen to be in the public front end. */
function list(chosen: Ref<readonly string[]>) {
  const toggle = (scope: string) => {
    const without = chosen.value.filter((each) => each !== scope);
    chosen.value = without.length < chosen.value.length ? without : [...without, scope].toSorted();
  };
  const options = SCOPES.map((scope) => {
    const checked = chosen.value.includes(scope);
    return h('label', { role: 'option', 'aria-selected': String(checked) }, [
      h('input', { type: 'checkbox', name: `select-${scope}`, checked, onChange: () => toggle(scope) }),
      ` ${scope}`,
    ]);
  });
  const look = { class: 'panel', style: 'position: fixed; top: 8px; left: 8px; z-index: 60' };
  return h(
    Teleport,
    { to: 'body' },
    h('div', { role: 'listbox', key: chosen.value.join(), ...look }, options),
  );
}

const collapsed = ([first, ...more]: readonly string[]) => {
  if (!first) return 'Scopes';
  return more.length > 0 ? `${more.length + 1} items selected` : first;
};

export const CreateForm = defineComponent({
  emits: { made: ({ token }: Made) => token.length > 0 },
  setup(_, { emit }) {
    const name = ref('');
    const chosen = ref<readonly string[]>([]);
    const isOpen = ref(false);
    let isSent = false;
    const submit = async (event: Event) => {
      event.preventDefault();
      // The form is in the page for as long as its dialog fades.
      if (isSent) return;
      isSent = true;
      isOpen.value = false;
      const token = await askForToken({ name: name.value }, chosen.value);
      emit('made', { name: name.value, scopes: chosen.value, token });
    };
    const field = () =>
      textField(name.value, { id: 'hookName', name: 'hookName' }, (typed) => (name.value = typed));
    const toggle = () => (isOpen.value = !isOpen.value);
    return () =>
      h('form', { onSubmit: submit }, [
        h('label', ['Name ', field()]),
        h('button', { type: 'button', 'aria-haspopup': 'true', onClick: toggle }, collapsed(chosen.value)),
        ' ',
        h('button', { type: 'submit' }, 'Create'),
        isOpen.value && list(chosen),
      ]);
  },
});
