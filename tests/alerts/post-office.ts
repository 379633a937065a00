import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** A mail as it came over the wire. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Header lines, unfolded. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** A server of mail that keeps what it is given, and whatever its clients said. */
export interface PostOffice extends AsyncDisposable {
  readonly port: number;
  readonly mails: readonly Received[];
  /** Every line of commands it got. */
  readonly said: readonly string[];
  /** Mailboxes it does not take. */
  readonly refused: Set<string>;
}

/** Opens a post office on a free port of this machine, which speaks SMTP in the clear and takes any password. */
export async function openPostOffice(): Promise<PostOffice> {
  const mails: Received[] = [];
  const said: string[] = [];
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    serve(socket, mails, said, refused);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    mails,
    said,
    refused,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function serve(socket: Socket, mails: Received[], said: string[], refused: ReadonlySet<string>): void {
  let [from, text, isData] = ["", "", false];
  let to: string[] = [];
  const answer = (line: string) => socket.write(`${line}\r\n`);
  const command = (line: string) => {
    said.push(line);
    const [, mailbox = ""] = /<(.*)>/.exec(line) ?? [];
    if (/^EHLO/i.test(line)) return answer("250-office\r\n250 AUTH PLAIN");
    if (/^AUTH/i.test(line)) return answer("235 welcome");
    if (/^STARTTLS/i.test(line)) return answer("454 not here");
    if (/^MAIL/i.test(line)) {
      [from, to] = [mailbox, []];
      return answer("250 ok");
    }
    if (/^RCPT/i.test(line)) {
      if (refused.has(mailbox)) return answer("550 no such mailbox here");
      to.push(mailbox);
      return answer("250 ok");
    }
    if (/^DATA/i.test(line)) {
      isData = true;
      return answer("354 go on");
    }
    if (/^QUIT/i.test(line)) return socket.end("221 bye\r\n");
    return answer("250 ok");
  };
  answer("220 office");
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    for (;;) {
      const end = text.indexOf(isData ? "\r\n.\r\n" : "\r\n");
      if (end === -1) return;
      const piece = text.slice(0, end);
      text = text.slice(end + (isData ? 5 : 2));
      if (!isData) {
        command(piece);
        continue;
      }
      isData = false;
      mails.push(parse(from, to, piece));
      answer("250 taken");
    }
  });
}

function parse(from: string, to: readonly string[], piece: string): Received {
  const border = piece.indexOf("\r\n\r\n");
  const headers = piece
    .slice(0, border)
    .replaceAll(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  return { from, to, headers, body: piece.slice(border + 4) };
}

/** Reads a header as a person sees it: encoded words decoded. */
export function readHeader({ headers }: Received, name: string): string {
  const found = headers.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (found.length !== 1) throw new Error(`${found.length} headers ${name}`);
  return (found[0] ?? "")
    .slice(name.length + 1)
    .trim()
    .replaceAll(/\?= +=\?/g, "?==?")
    .replaceAll(/=\?utf-8\?(B|Q)\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === "B" ? `⟦${text}⟧` : readQuoted(text.replaceAll("_", " ")),
    )
    .replaceAll(/⟦(.*?)⟧/g, (_, text: string) => Buffer.from(text, "base64").toString("utf8"));
}

/** Reads the text of a mail of one part. */
export function readText({ headers, body }: Received): string {
  const encoding = headers.find((line) => /^content-transfer-encoding:/i.test(line)) ?? "";
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  return /quoted-printable/i.test(encoding) ? readQuoted(body.replaceAll("=\r\n", "")) : body;
}

function readQuoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
