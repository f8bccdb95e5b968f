/** How long the browser may still be sizing its popup, ms. */
const SETTLED_MS = 150;
/** Less is a popup that is not opened yet, px. */
const LEAST_HEIGHT = 200;

/**
 * A zoomed popup cannot be as tall as it wants (Chromium stops at 600 px, of the screen's own). Once its
 * size has settled, the body takes the height there is, so that the footer stays in sight and the list scrolls.
 */
export function fitWindow(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const height = window.innerHeight;
      if (height >= LEAST_HEIGHT) document.body.style.setProperty('--window', `${height}px`);
    }, SETTLED_MS);
  };
  fit();
  window.addEventListener('resize', fit);
}
