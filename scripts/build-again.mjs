/** Builds whatever target it is sent, and sends back what is wrong: a list, empty after a good build. */
import { build, faultsOf } from './build.mjs';

// Whoever started it ends it; a terminal's Ctrl+C goes to both.
process.on('SIGINT', () => undefined);

process.on('message', (target) => {
  const answer = (faults) => process.send(faults);
  build(target).then(
    () => answer([]),
    (error) => answer(faultsOf(error)),
  );
});
