/** What every browser has to pass: the scenarios are written once, and listed once. */
import { accessScenarios } from './access';
import { attentionScenarios } from './attention';
import { backupScenarios } from './backup';
import { clipboardScenarios } from './clipboard';
import { checkScenarios } from './check';
import { controlScenarios } from './controls';
import { crashScenarios } from './crashing';
import { damageScenarios, type Damages } from './damage';
import { diskScenarios } from './disk';
import { endingScenarios } from './endings';
import { keyScenarios } from './keys';
import { keyboardScenarios } from './keyboard';
import { leavingScenarios } from './leaving';
import { losingScenarios } from './losing';
import { makingScenarios } from './making';
import { navigationScenarios, type Launchers } from './navigation';
import { onceScenarios } from './once';
import { overlayScenarios } from './overlays';
import { popupScenarios } from './popup';
import { practiceScenarios } from './practice';
import { privateScenarios } from './private';
import { readingScenarios } from './reading';
import { reminderScenarios } from './reminders';
import { saveScenarios } from './save';
import { scopeScenarios } from './scopes';
import { senderScenarios } from './senders';
import { siteScenarios } from './sites';
import type { Launcher } from './stage';
import { stoppingScenarios } from './stopping';
import { tabScenarios } from './tabs';
import { traceScenarios } from './traces';
import { transferScenarios } from './transfer';
import { unheldScenarios } from './unheld';
import { updatingScenarios, type Orphan } from './updating';
import { welcomeScenarios } from './welcome';

/** Noticing and saving. @param orphan what a prompt does whose extension is gone */
export function scenarios(launchers: Launchers, orphan: Orphan): void {
  const { launch, launchWithoutExtension } = launchers;
  saveScenarios(launch);
  onceScenarios(launch);
  makingScenarios(launch);
  endingScenarios(launch);
  losingScenarios(launch);
  controlScenarios(launch, launchWithoutExtension);
  unheldScenarios(launch);
  leavingScenarios(launch, launchWithoutExtension);
  overlayScenarios(launch);
  navigationScenarios(launchers);
  senderScenarios(launch);
  siteScenarios(launch);
  accessScenarios(launch);
  privateScenarios(launch);
  updatingScenarios(launch, orphan);
  practiceScenarios(launch);
  clipboardScenarios(launch);
  keyboardScenarios(launch);
  welcomeScenarios(launch);
  checkScenarios(launch);
  reminderScenarios(launch);
}

export type VaultRun = {
  /** How often it is killed the moment it said "Saved". */
  readonly kills: number;
  /** At how many moments of a save its background is stopped. */
  readonly stops: number;
  readonly damages: Damages;
};

/** The vault as a whole: what must not be lost, and what must not be found. */
export function vaultScenarios(launch: Launcher, { kills, stops, damages }: VaultRun): void {
  attentionScenarios(launch);
  popupScenarios(launch);
  backupScenarios(launch);
  crashScenarios(launch, kills);
  stoppingScenarios(launch, stops);
  tabScenarios(launch);
  diskScenarios(launch);
  traceScenarios(launch);
  damageScenarios(launch, damages);
  keyScenarios(launch);
  readingScenarios(launch);
  transferScenarios(launch);
  scopeScenarios(launch);
}
