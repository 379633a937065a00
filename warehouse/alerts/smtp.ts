import { basename } from "node:path";
import { createTransport } from "nodemailer";
import { exitCodes, OperatorError } from "../errors.ts";
import type { Letter } from "./letter.ts";

/** The server that takes mails, from the environment: passwords stand in no file of Karavan's. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte; `starttls`: asked for, and required; `none`: in the clear, for a relay of this machine. */
  readonly security: "tls" | "starttls" | "none";
  readonly user: string | undefined;
  readonly password: string | undefined;
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly files: readonly string[];
}

const seconds = { connect: 15, answer: 30 } as const;

/**
 * Reads the server from the environment; undefined where none is named.
 * @throws OperatorError exit 2 for a port or security that is none.
 */
export function readServer(environment: Readonly<Record<string, string | undefined>>): MailServer | undefined {
  const host = environment.KARAVAN_SMTP_HOST || undefined;
  if (host === undefined) return undefined;
  const port = Number(environment.KARAVAN_SMTP_PORT || 587);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw wrong("KARAVAN_SMTP_PORT", "a port, such as 587");
  const security = environment.KARAVAN_SMTP_SECURITY || (port === 465 ? "tls" : "starttls");
  if (security !== "tls" && security !== "starttls" && security !== "none")
    throw wrong("KARAVAN_SMTP_SECURITY", "tls, starttls or none");
  const user = environment.KARAVAN_SMTP_USER || undefined;
  if (security === "none" && user !== undefined && !/^(?:localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(host))
    throw wrong("KARAVAN_SMTP_SECURITY", "tls or starttls: a password goes in the clear to no other machine");
  return { host, port, security, user, password: environment.KARAVAN_SMTP_PASSWORD || undefined };
}

/** Sends a mail as plain text with its files. @throws Error as the server or the network tells it. */
export async function send(server: MailServer, { from, to, files }: Envelope, letter: Letter): Promise<void> {
  const { host, port, security, user, password } = server;
  const transport = createTransport({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(user === undefined ? {} : { auth: { user, pass: password ?? "" } }),
    connectionTimeout: seconds.connect * 1000,
    greetingTimeout: seconds.connect * 1000,
    socketTimeout: seconds.answer * 1000,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: { name: "Karavan", address: from },
      to,
      subject: letter.subject,
      text: letter.text,
      headers: { "Auto-Submitted": "auto-generated" },
      attachments: files.map((path) => ({ filename: basename(path), path, contentType: "application/pdf" })),
    });
  } finally {
    transport.close();
  }
}

function wrong(name: string, wanted: string): OperatorError {
  return new OperatorError(`${name} is not ${wanted}`, {
    exitCode: exitCodes.usage,
    remedy: "Correct the environment variable.",
  });
}
