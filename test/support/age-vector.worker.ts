/** Judges every vector in a worker, and answers all verdicts at once. */
import { judge, vectorNames } from './age-vector';

self.addEventListener('message', () => {
  Promise.all(vectorNames.map((name) => judge(name))).then(
    (verdicts) => self.postMessage(verdicts),
    (error) => self.postMessage(String(error)),
  );
});
