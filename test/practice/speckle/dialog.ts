/**
 * Speckle's dialog, put together as its own front end does it (public source of its ui-components, read
 * November 2026) from the library that it uses: what traps the focus, and what closes the dialog on an
 * Escape and on a press outside of it, is Headless UI's own code.
 */
import { Dialog, DialogPanel, TransitionChild, TransitionRoot } from '@headlessui/vue';
import { defineComponent, h, vModelText, withDirectives, type PropType, type VNode } from 'vue';

/** Classes of the style in `site.ts`: a dialog that closes is in the page for as long as it fades. */
const FADE = {
  as: 'template',
  enter: 'fade',
  enterFrom: 'opacity-0',
  enterTo: 'opacity-100',
  leave: 'fade',
  leaveFrom: 'opacity-100',
  leaveTo: 'opacity-0',
} as const;

/** A dialog with a title and an X. */
export const Modal = defineComponent({
  props: { title: { type: String, required: true }, open: { type: Boolean, required: true } },
  emits: { close: () => true },
  setup(props, { emit, slots }) {
    const close = () => emit('close');
    const panel = () => [
      h('div', { class: 'text-heading-sm' }, h('div', { class: 'truncate' }, props.title)),
      h(
        'button',
        { type: 'button', role: 'button', class: 'absolute', 'aria-label': 'Close dialog', onClick: close },
        'X',
      ),
      slots.default?.(),
    ];
    const dialog = () => [
      h(TransitionChild, FADE, () => h('div', { class: 'fixed cover' })),
      h('div', { class: 'fixed' }, [
        h(TransitionChild, FADE, () =>
          h(DialogPanel, { class: 'panel', 'dialog-panel-classes': '' }, { default: panel }),
        ),
      ]),
    ];
    return () =>
      h(TransitionRoot, { as: 'template', show: props.open }, () =>
        h(Dialog, { as: 'div', class: 'z-50', onClose: close }, { default: dialog }),
      );
  },
});

/**
 * A text field as Speckle's are: `v-model` sets the value as a property and writes no attribute (Vue's
 * plain `value` would write one, seen with 3.5), and its keys stay in it, an Escape too.
 */
export function textField(
  value: string,
  attributes: Readonly<Record<string, unknown>>,
  set: (value: string) => void = () => {},
): VNode {
  const onKeydown = (event: KeyboardEvent) => event.stopPropagation();
  const field = h('input', { type: 'text', ...attributes, onKeydown, 'onUpdate:modelValue': set });
  return withDirectives(field, [[vModelText, value]]);
}

/**
 * A read-only field with a button to copy.
 * autocomplete="off" is ours, like no-store: the browser's own session restore would keep the value.
 */
const secret = (value: string) =>
  h('div', [
    textField(value, { id: 'contentInput', name: 'contentInput', readonly: true, autocomplete: 'off' }),
    ' ',
    h('button', { type: 'button' }, 'Copy'),
  ]);

/** The dialog that shows one or more values, once or whenever it is asked for. */
export const SecretsModal = defineComponent({
  props: {
    title: { type: String, required: true },
    values: { type: Array as PropType<readonly string[]>, required: true },
    open: { type: Boolean, required: true },
  },
  emits: { close: () => true },
  setup(props, { emit }) {
    const close = () => emit('close');
    const content = () => [
      h('h6', 'The new token:'),
      props.values.map(secret),
      h('p', 'It is shown this one time.'),
      h('button', { type: 'button', onClick: close }, 'Close'),
    ];
    return () => h(Modal, { title: props.title, open: props.open, onClose: close }, { default: content });
  },
});
