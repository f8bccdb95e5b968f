/** The name under which development builds and tests ask for the runtime. */
export { Fragment, jsx as jsxDEV, type JSX } from './jsx-runtime';
