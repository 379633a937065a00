/** Names of the letters U+00A0 to U+00FF, in their order (HTML 4.01, section 24.2.1). */
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const named: ReadonlyMap<string, string> = new Map([
  ...latin.split(" ").map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["minus", "−"],
  ["hellip", "…"],
  ["bull", "•"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["sbquo", "‚"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bdquo", "„"],
  ["lsaquo", "‹"],
  ["rsaquo", "›"],
  ["euro", "€"],
  ["trade", "™"],
  ["numero", "№"],
  ["ensp", "\u2002"],
  ["emsp", "\u2003"],
  ["thinsp", "\u2009"],
  ["zwnj", "\u200c"],
  ["zwj", "\u200d"],
  ["lrm", "\u200e"],
  ["rlm", "\u200f"],
]);

const windows1252 = new TextDecoder("windows-1252");

/**
 * Decodes references of HTML. Those of Latin letters and of markup may lack their semicolon at the end of a word;
 * numbers 128 to 159 are read as windows-1252, as browsers do; what is no reference known here stays as it is written.
 */
export function decodeEntities(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(
    /&(?:#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?|([a-z][a-z0-9]{1,8})(;?))/gi,
    (whole, hex, digits, name, end) => {
      if (name !== undefined) return findNamed(name, end === ";") ?? whole;
      return fromCode(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)) ?? whole;
    },
  );
}

function findNamed(name: string, isEnded: boolean): string | undefined {
  const text = named.get(name);
  const mayBeOpen = /^(?:nbsp|amp|lt|gt|quot)$/.test(name);
  return isEnded || mayBeOpen ? text : undefined;
}

function fromCode(code: number): string | undefined {
  if (code >= 0x80 && code <= 0x9f) return windows1252.decode(Uint8Array.of(code));
  const isText = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  return isText && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}
