import sanitizeHtml from 'sanitize-html';
import { mailPageStyle } from './page-style.ts';

// For showing HTML that a stranger wrote, inside a sandboxed iframe. Three walls: only the elements below survive, the
// page they are put into forbids scripts and every request (Content-Security-Policy), and the iframe is sandboxed.

export interface SafeHtml {
  html: string;
  /** How many pictures would have been fetched from elsewhere, and so would have told their sender when the mail was read. */
  remotePictures: number;
  /** Content-IDs of pictures that came with the mail, each once, in order. */
  inlinePictures: string[];
}

const textElements = [
  ...['p', 'br', 'div', 'span', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'code', 'address'],
  ...['b', 'strong', 'i', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'small', 'mark', 'abbr', 'cite', 'q', 'kbd'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a', 'figure', 'figcaption', 'center'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
];
// What is inside these is not text of the letter: it goes together with the element.
const dropWithContent = [
  ...['script', 'style', 'title', 'textarea', 'option', 'select', 'noscript', 'xmp', 'iframe', 'noembed', 'noframes'],
  ...['template', 'svg', 'math', 'object', 'embed', 'applet', 'audio', 'video', 'canvas', 'frameset', 'plaintext'],
  ...['button', 'datalist', 'dialog', 'portal', 'fencedframe'],
];
const longestHtml = 2 * 1024 * 1024;
// The parser keeps open elements in an array: time grows with the square of the depth (200,000 nested <b> take 9 s).
const mostTags = 60_000;
const deepestNesting = 100;

/** Null when the HTML is too large to be made safe in good time: show the plain text then. */
export function safeHtml(html: string): SafeHtml | null {
  if (html.length > longestHtml || countTags(html) > mostTags) return null;
  let remotePictures = 0;
  const inlinePictures = new Set<string>();

  const picture = (attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    const source = (attributes.src ?? '').trim();
    const inline = /^cid:(.{1,250})$/is.exec(source)?.[1];
    if (inline) inlinePictures.add(inline);
    const cameAlong = inline !== undefined || /^data:/i.test(source);
    if (!cameAlong) remotePictures += 1;
    const text = (attributes.alt ?? '').slice(0, 200);
    return { tagName: 'span', attribs: { class: cameAlong ? 'inline-picture' : 'remote-picture' }, text: `[${text}]` };
  };

  const safe = sanitizeHtml(html.replaceAll('\u0000', ''), {
    allowedTags: textElements,
    allowedAttributes: {
      '*': ['dir', 'lang'],
      a: ['href', 'rel', 'target', 'title'],
      span: ['class'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      ol: ['start'],
    },
    // No style at all: position, size and colour are how a mail lays a false button over a page or hides words from the reader.
    allowedClasses: { span: ['inline-picture', 'remote-picture'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: dropWithContent,
    nestingLimit: deepestNesting,
    // By name, not '*': the library would run that one over what these made, and would lose the text of a picture.
    transformTags: {
      ...Object.fromEntries(textElements.map((name) => [name, onlyPlainAttributes])),
      a: (_, attributes) => link(attributes),
      img: (_, attributes) => picture(attributes),
      image: (_, attributes) => picture(attributes),
      input: (name, attributes) =>
        /^image$/i.test(attributes.type ?? '') ? picture(attributes) : onlyPlainAttributes(name, attributes),
    },
  });
  return { html: safe, remotePictures, inlinePictures: [...inlinePictures] };
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= mostTags; at = html.indexOf('<', at + 1)) count += 1;
  return count;
}

function onlyPlainAttributes(tagName: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const attribs: sanitizeHtml.Attributes = {};
  const { dir, lang } = attributes;
  if (dir && /^(ltr|rtl|auto)$/i.test(dir)) attribs.dir = dir.toLowerCase();
  if (lang && /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/i.test(lang)) attribs.lang = lang;
  for (const name of ['colspan', 'rowspan', 'start']) {
    // A cell over a billion columns stops the browser that draws it.
    const value = attributes[name];
    if (value && /^\d{1,3}$/.test(value) && Number(value) <= 200) attribs[name] = value;
  }
  if (attributes.scope && /^(row|col)$/i.test(attributes.scope)) attribs.scope = attributes.scope.toLowerCase();
  return { tagName, attribs };
}

function link(attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const { attribs } = onlyPlainAttributes('a', attributes);
  const url = URL.parse((attributes.href ?? '').trim());
  const allowed =
    url && ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) && !url.username && !url.password;
  if (!allowed || url.href.length > 2000) return { tagName: 'span', attribs: {} };
  return {
    tagName: 'a',
    // The title shows where a link really leads: its words may name another place.
    attribs: { ...attribs, href: url.href, title: url.href, target: '_blank', rel: 'noopener noreferrer nofollow' },
  };
}

/** Plain text as HTML: escaped, paragraphs and line breaks kept. Links stay text. */
export function textToHtml(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/);
  return paragraphs
    .map((paragraph) => `<p dir="auto">${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** A whole page around safe HTML, for the `srcdoc` of an iframe with `sandbox=""` (never `allow-scripts`). */
export function safeHtmlPage(safe: string, lang: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">
<title>-</title><style>${mailPageStyle}</style></head>
<body>${safe}</body></html>`;
}
