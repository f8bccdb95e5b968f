/**
 * What runs in Speckle's practice pages: an application in Vue that draws everything itself, with the
 * Nuxt front end's DOM shapes and manners. Opening a dialog changes no address, and the list's row
 * arrives late. `bundle.ts` makes one script of it.
 */
import { createApp, defineComponent, h, reactive, ref, Teleport } from 'vue';
import { askForToken, CreateForm, type Made } from './create-form';
import { Modal, SecretsModal } from './dialog';

const ROW_DELAY_MS = 700;

/** The one dialog that shows secrets. Closed, it keeps its values, as the front end does, and shows them to nobody. */
const shown = reactive({ open: false, title: '', values: [] as readonly string[] });
const show = (title: string, ...values: readonly string[]) =>
  Object.assign(shown, { open: true, title, values });
const secrets = () => h(SecretsModal, { ...shown, onClose: () => void (shown.open = false) });

const press = (words: string, onClick: () => void) => h('button', { type: 'button', onClick }, words);

const row = ({ name, token, scopes }: Made) =>
  h('div', { class: 'grid row', tabindex: '0' }, [
    h('div', name),
    h('div', h('span', { class: 'font-mono' }, token.slice(0, 10))),
    h('div', scopes.map((scope) => JSON.stringify(scope)).join(', ')),
  ]);

const Developer = defineComponent({
  setup() {
    const rows = ref<readonly Made[]>([]);
    const creating = ref(false);
    const toast = ref('');
    const onMade = (made: Made) => {
      creating.value = false;
      show('Create Token', made.token);
      toast.value = 'Token made';
      setTimeout(() => (rows.value = [made, ...rows.value]), ROW_DELAY_MS);
    };
    const form = () => h(CreateForm, { onMade });
    return () => [
      h('h2', 'Access tokens'),
      press('New token', () => (creating.value = true)),
      h('div', { class: 'table' }, rows.value.map(row)),
      h('h2', 'Applications'),
      press('New application', () => show('Create application', 'd'.repeat(10), 'e'.repeat(10))),
      ' ',
      press('Reveal secret of my application', () => show('Reveal application secret', 'e'.repeat(10))),
      h(
        Modal,
        { title: 'Create token', open: creating.value, onClose: () => void (creating.value = false) },
        { default: form },
      ),
      h(Teleport, { to: '#toast-portal' }, toast.value),
    ];
  },
});

/** Function tokens of Automate: shown once too, by the same dialog, and no personal access tokens. */
const Automation = () => [
  h('h2', 'Automation'),
  press('Regenerate', () => {
    void askForToken({ kind: 'function' }).then((token) => show('Regenerate token', token));
  }),
];

const isAutomation = location.pathname === '/settings/workspaces/x/automation';
createApp(() =>
  h('div', { id: 'speckle', class: 'page' }, [isAutomation ? h(Automation) : h(Developer), secrets()]),
).mount('#__nuxt');
