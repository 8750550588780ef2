import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';

/** What is typed into a form; a list for several boxes of one name, a file by its bytes. */
export type Typing = Readonly<Record<string, string | readonly string[] | FileToSend | readonly FileToSend[]>>;

export interface FileToSend {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Page {
  readonly status: number;
  /** Path and search of where the redirects ended. */
  readonly url: string;
  readonly html: string;
  /** The page's words without its markup. */
  readonly text: string;
  readonly title: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  open(path: string): Promise<Page>;
  /** Fills in the form of the page that is open and sends it as a browser does: hidden fields and what stands in it included. */
  send(typing?: Typing, options?: { action?: string; button?: string; from?: Page; follows?: boolean }): Promise<Page>;
  page(): Page;
}

/** A person's browser without script: keeps cookies, follows redirects, sends forms. Every one has its own address. */
export function browse(app: Pick<App, 'server'>, options: { language?: string; headers?: object } = {}): Browser {
  const cookies = new Map<string, string>();
  const address = `10.${randomByte()}.${randomByte()}.${randomByte()}`;
  let last: Page | undefined;

  async function ask(method: 'GET' | 'POST', url: string, body?: { type: string; payload: Buffer }): Promise<Page> {
    const answer = await app.server.inject({
      method,
      url,
      remoteAddress: address,
      ...(body && { payload: body.payload }),
      headers: {
        'accept-language': options.language ?? 'en',
        cookie: cookieLine(cookies),
        ...(method === 'POST' && { 'sec-fetch-site': 'same-origin' }),
        ...(body && { 'content-type': body.type }),
        ...options.headers,
      },
    });
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (value === '' || maxAge === 0 || (expires && expires.getTime() <= 1000)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = answer.body;
    const title = decode(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '');
    const page = { status: answer.statusCode, url, html, title, headers: answer.headers, bytes: answer.rawPayload };
    return { ...page, text: textOf(html) };
  }

  async function follow(page: Page, left = 8): Promise<Page> {
    const to = page.headers.location;
    if (page.status !== 303 || typeof to !== 'string') return page;
    if (left === 0) throw new Error(`Too many redirects, last to ${to}`);
    return follow(await ask('GET', to), left - 1);
  }

  return {
    cookies,
    page: () => {
      if (!last) throw new Error('No page is open.');
      return last;
    },
    async open(path) {
      last = await follow(await ask('GET', path));
      return last;
    },
    async send(typing = {}, { action, button, from, follows = true } = {}) {
      const page = from ?? last;
      if (!page) throw new Error('No page is open.');
      const form = findForm(page, action, button);
      const sent = await ask('POST', form.action, bodyOf(form, typing));
      const reached = follows ? await follow(sent) : sent;
      last = reached;
      return reached;
    },
  };
}

interface Form {
  readonly action: string;
  readonly isMultipart: boolean;
  readonly fields: readonly (readonly [string, string])[];
  readonly html: string;
}

function findForm(page: Page, action: string | undefined, button: string | undefined): Form {
  const path = page.url.split('?')[0];
  const forms = [...page.html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map((match) =>
    readForm(match[1] ?? '', match[2] ?? ''),
  );
  const wanted = forms.filter((form) => form.action === (action ?? path));
  const found = button === undefined ? wanted.at(-1) : wanted.find((form) => textOf(form.html).includes(button));
  if (!found)
    throw new Error(`No form to ${action ?? path} on ${page.url} (${page.status}): ${page.text.slice(0, 400)}`);
  return found;
}

function readForm(attributes: string, html: string): Form {
  const fields: [string, string][] = [];
  for (const match of html.matchAll(/<(input|textarea|button)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g)) {
    const [, tag, inside = '', text = ''] = match;
    const name = attribute(inside, 'name');
    const type = attribute(inside, 'type');
    if (name === undefined || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !/\bchecked\b/.test(inside)) continue;
    fields.push([name, tag === 'textarea' ? decode(text).replace(/^\n/, '') : (attribute(inside, 'value') ?? '')]);
  }
  return {
    action: attribute(attributes, 'action') ?? '',
    isMultipart: attribute(attributes, 'enctype') === 'multipart/form-data',
    fields,
    html,
  };
}

function bodyOf(form: Form, typing: Typing): { type: string; payload: Buffer } {
  const kept = form.fields.filter(([name]) => !Object.hasOwn(typing, name));
  const typed = Object.entries(typing).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: string | FileToSend) => [name, one] as const),
  );
  const pairs = [...kept, ...typed];
  if (!form.isMultipart) {
    const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]));
    return { type: 'application/x-www-form-urlencoded', payload: Buffer.from(search.toString()) };
  }
  const boundary = `----bedside${randomUUID()}`;
  const parts = pairs.flatMap(([name, value]) => [
    Buffer.from(
      typeof value === 'string'
        ? `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
        : `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${value.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    ...(typeof value === 'string' ? [] : [value.bytes, Buffer.from('\r\n')]),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

const attribute = (inside: string, name: string): string | undefined => {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(inside)?.[1];
  return value === undefined ? undefined : decode(value);
};

const decode = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const textOf = (html: string) =>
  decode(
    html
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();

const cookieLine = (cookies: Map<string, string>) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

const randomByte = () => Math.floor(Math.random() * 254) + 1;
