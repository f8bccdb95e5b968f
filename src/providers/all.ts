/** All providers, in the order in which they are listed. `npm run new` adds one; nothing else is in this file. */
import type { Provider } from './provider';
import { provider as github } from './github';
import { provider as osf } from './osf';
import { provider as zenodo } from './zenodo';
import { provider as speckle } from './speckle';

export const providers: readonly Provider[] = [github, osf, zenodo, speckle];
