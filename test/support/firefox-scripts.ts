/** What the Firefox driver runs in the browser's own window: function bodies for Marionette's chrome context. */

/** The extension's id in `browser_specific_settings`. */
export const ID = 'seenonce@seenonce.invalid';

/** The extension as the browser itself has it. */
export const EXTENSION = `const { extension } = WebExtensionPolicy.getByID('${ID}');`;
export const ADDON = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID('${ID}');
`;

/** The update that was offered last. */
export const UPDATE = `const install = window.updateForTest;`;
export const OFFER_UPDATE = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
  return AddonManager.getInstallForFile(new FileUtils.File(arguments[0])).then((install) => {
    window.updateForTest = install;
    install.addListener({
      onInstallPostponed: () => { install.isPutOff = true; },
      onInstallEnded: () => { install.isOver = true; },
    });
    void install.install();
  });
`;

export const STOP = `${EXTENSION} return extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`;
export const IS_READY = `const policy = WebExtensionPolicy.getByID('${ID}'); return Boolean(policy?.active && ['running', 'stopped'].includes(policy.extension?.backgroundState));`;

/** Firefox's own question for permissions, answered as its button does, each time until told otherwise. */
export const ANSWER = `
  const TOPIC = 'webextension-optional-permission-prompt';
  if (window.answersForTest) Services.obs.removeObserver(window.answersForTest, TOPIC);
  window.answersForTest = (subject) => subject.wrappedJSObject.resolve(arguments[0]);
  Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);
  Services.obs.addObserver(window.answersForTest, TOPIC);
`;

export const IN_CONTAINER = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const tab = gBrowser.addTab('about:blank', { userContextId: 1, triggeringPrincipal });
  gBrowser.selectedTab = tab;
  return NavigableManager.getIdForBrowser(tab.linkedBrowser);
`;

/** From one of the extension's own pages, which may have its background's window. */
export const IN_BACKGROUND = `
  const background = await window.wrappedJSObject.browser.runtime.getBackgroundPage();
  const world = new Cu.Sandbox(background, { sandboxPrototype: background, wantXrays: false });
  world.value = Cu.evalInSandbox(arguments[0], world);
  return Cu.evalInSandbox('Promise.resolve(value).then((value) => JSON.stringify(value) ?? null)', world);
`;

/** Makes the visible part of the page so large: `(width, height)`, CSS px. */
export const RESIZE = `
  const { clientWidth, clientHeight } = gBrowser.selectedBrowser;
  window.resizeBy(arguments[0] - clientWidth, arguments[1] - clientHeight);
`;
