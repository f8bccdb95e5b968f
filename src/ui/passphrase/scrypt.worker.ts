/** Runs scrypt away from the page: about a second of synchronous work and 256 MiB. Ends with its one job. */
import { perform, type Job, type Outcome } from './jobs';

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
  perform(data).then(
    (answer) => self.postMessage({ answer } satisfies Outcome),
    () => self.postMessage(null satisfies Outcome),
  );
});
