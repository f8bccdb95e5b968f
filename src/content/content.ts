/** The one script a page gets: on the providers' hosts, at document_start, in the top frame. */
import { detectorFor } from '../providers/detectors';
import { alive, send } from './runtime';
import { visit } from './visit';

/** Firefox injects declared scripts by itself at installation, on top of our own injection. */
const ONCE = 'seenonce';

const world = globalThis as { [ONCE]?: true };
const detector = detectorFor(location.host);
if (detector && !world[ONCE]) {
  world[ONCE] = true;
  visit({ document, detector, send, alive });
}
