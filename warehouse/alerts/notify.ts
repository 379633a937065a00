import { existsSync } from "node:fs";
import type { Effects } from "../effects.ts";
import { messageOf } from "../errors.ts";
import type { Settings } from "../settings.ts";
import { type Alert, readAlerts } from "./alerts.ts";
import { writeLetter } from "./letter.ts";
import { type Mail, type PrintedFile, planMail } from "./plan.ts";
import { type MailServer, readServer, send } from "./smtp.ts";
import { readMailed, type Told, writeMailed } from "./told.ts";

/** What was mailed: how many mails went out, how many wait for the next run, and why. */
export interface MailReport {
  readonly sent: number;
  readonly waiting: number;
  readonly error: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const nothing: MailReport = { sent: 0, waiting: 0, error: null };

/**
 * Mails what alerts found, to each reader of the settings whose knowledge changed, and pages to those who asked for them.
 * A mail that cannot be sent waits for the next run, is warned of and told by `karavan status`; nothing fails because of
 * it. A kill between sending and noting it sends that one mail twice. Without readers or a server nothing touches the network.
 */
export async function notify(
  settings: Settings,
  printed: readonly PrintedFile[],
  effects: Effects,
  environment: Environment = process.env,
): Promise<MailReport> {
  const { mail } = settings;
  if (mail === undefined || mail.to.length === 0) return nothing;
  try {
    return await mailAll(settings, mail.from, printed, effects, environment);
  } catch (error) {
    const message = `alerts were not mailed: ${messageOf(error)}`;
    effects.log.warn(message);
    return { ...nothing, error: message };
  }
}

async function mailAll(
  settings: Settings,
  from: string,
  printed: readonly PrintedFile[],
  effects: Effects,
  environment: Environment,
): Promise<MailReport> {
  const alerts = await readAlerts(settings);
  let told = readMailed(settings.paths.alertsTold);
  const mails = planAll(settings, alerts, printed, told);
  if (mails.length === 0 && told.failure === null) return nothing;
  const server = mails.length === 0 ? undefined : readServer(environment);
  const asOf = alerts[0]?.as_of_date ?? effects.now().toISOString().slice(0, 10);
  const errors: string[] = [];
  for (const mail of mails) {
    const error = await attempt(server, from, mail, () => writeLetter(settings, mail, asOf));
    if (error !== undefined) errors.push(error);
    told = note(told, mail, error === undefined);
    writeMailed(settings.paths.alertsTold, told);
  }
  const [first = null] = errors;
  const at = effects.now().toISOString();
  writeMailed(settings.paths.alertsTold, {
    ...told,
    failure: first === null ? null : { at, message: first, mails: errors.length },
  });
  if (first !== null) effects.log.warn(`${errors.length} mails wait for the next run: ${first}`);
  const sent = mails.length - errors.length;
  if (sent > 0) effects.log.info(`mailed ${sent} of ${mails.length} readers`);
  return { sent, waiting: errors.length, error: first };
}

function planAll(
  settings: Settings,
  alerts: readonly Alert[],
  printed: readonly PrintedFile[],
  told: Told,
): readonly Mail[] {
  const [language = "en"] = settings.locales;
  return (settings.mail?.to ?? []).flatMap((recipient) => {
    const rights = settings.audiences.find(({ name }) => name === recipient.audience);
    const mail = planMail(recipient, alerts, printed, told.readers[recipient.address], language, rights);
    if (mail === undefined) return [];
    const files = mail.files.filter((file) => existsSync(file));
    return files.length + mail.changed.length === 0 ? [] : [{ ...mail, files }];
  });
}

/** Tries to send a mail; gives back why it could not be, without the password. */
async function attempt(
  server: MailServer | undefined,
  from: string,
  mail: Mail,
  write: () => ReturnType<typeof writeLetter>,
): Promise<string | undefined> {
  if (server === undefined) return "no server is named: set KARAVAN_SMTP_HOST";
  try {
    await send(server, { from, to: mail.address, files: mail.files }, write());
    return undefined;
  } catch (error) {
    const told = messageOf(error).replaceAll(/\p{Cc}+/gu, " ");
    const secret = server.password;
    const message = secret === undefined ? told : told.replaceAll(secret, "***");
    return `${server.host}:${server.port}: ${message}`;
  }
}

function note(told: Told, mail: Mail, isSent: boolean): Told {
  const before = told.readers[mail.address] ?? { alerts: {}, unsent: [] };
  const after = isSent ? { alerts: mail.known, unsent: [] } : { ...before, unsent: [...mail.files] };
  return { ...told, readers: { ...told.readers, [mail.address]: after } };
}
