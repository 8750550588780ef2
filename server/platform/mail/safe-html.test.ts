import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeHtml, safeHtmlPage, textToHtml } from './safe-html.ts';

const shown = (html: string) => safeHtml(html)?.html;

describe('a letter', () => {
  it('keeps its words, lists, tables and quotes', () => {
    const letter = '<h1>Hi</h1><p>I <b>hurt</b>.</p><ul><li>one</li></ul><blockquote>old</blockquote>';
    expect(shown(letter)).toBe(letter);
    expect(shown('<td colspan="2" onclick="x()" style="position:fixed">a</td>')).toBe('<td colspan="2">a</td>');
  });
  it('says how many pictures were not fetched, and which came with it', () => {
    const mail =
      '<img src="https://track.test/1.gif" alt="a <b>"><IMG SRC=//x.test/2><img src="cid:logo@x"><input type=image src=y>';
    const safe = safeHtml(mail);
    expect(safe).toMatchObject({ remotePictures: 3, inlinePictures: ['logo@x'] });
    expect(safe?.html).toContain('<span class="remote-picture">[a &lt;b&gt;]</span>');
    expect(safe?.html).not.toContain('track.test');
  });
  it('does not show what was never meant to be read', () => {
    expect(shown('<title>t</title><style>p{}</style><script>x</script><select><option>o</select>Hello')).toBe('Hello');
  });
  it('cannot pretend that a picture was left out', () => {
    expect(shown('<span class="remote-picture">x</span>')).toBe('<span>x</span>');
  });
  it('leads out only by plain links, which name where they lead', () => {
    expect(shown('<a href="https://ok.test/?a=1&b=2" onclick="x()">bank.test</a>')).toBe(
      '<a href="https://ok.test/?a=1&amp;b=2" title="https://ok.test/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">bank.test</a>',
    );
    expect(shown('<a href="tel:+441234">ring</a>')).toContain('href="tel:+441234"');
    expect(shown('<a href="mailto:a@clinic.test">write</a>')).toContain('href="mailto:a@clinic.test"');
  });
});

const links = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '&#106;avascript:x',
  ],
  ...['\u0001javascript:alert(1)', 'javascript&colon;alert(1)', 'data:text/html,<script>1</script>', 'vbscript:x'],
  ...[
    '//evil.test',
    '/inside',
    '#top',
    'file:///etc/passwd',
    'blob:x',
    'https://user:pass@evil.test',
    'cid:x',
    'ftp://x',
  ],
];
it.each(links)('the link %j becomes plain words', (href) => {
  expect(shown(`<a href="${href}">words</a>`)).toBe('<span>words</span>');
});

const hostile = [
  '<script>hit()</script>',
  '<img src=x onerror=hit()>',
  '<svg onload=hit()><svg><script>hit()</script>',
  '<svg><style><img src=x onerror=hit()></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit()&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=hit()>">',
  '<xmp><p title="</xmp><img src=x onerror=hit()>">',
  '<textarea><p title="</textarea><img src=x onerror=hit()>">',
  '<form action=https://evil.test><input name=password><button formaction=x>go</button></form>',
  '<iframe srcdoc="<script>hit()</script>"></iframe>',
  '<object data="javascript:hit()"></object><embed src=x>',
  '<meta http-equiv=refresh content="0;url=https://evil.test"><base href=https://evil.test>',
  '<link rel=stylesheet href=https://evil.test/x.css><style>@import "https://evil.test"</style>',
  '<p style="background:url(https://evil.test/x)">a</p><table background=https://evil.test/x><td>b</table>',
  '<video poster=https://evil.test/x><source src=y></video><audio src=z autoplay>',
  '<a href="https://ok.test" ping="https://evil.test" download target=_self>x</a>',
  '<p id=location name=cookie class=admin data-x=1 contenteditable autofocus tabindex=1>x</p>',
  '<details open ontoggle=hit()>x</details><marquee onstart=hit()>y</marquee>',
  '<template><img src=x onerror=hit()></template>',
  '<![CDATA[<img src=x onerror=hit()>]]>',
  '<!--><img src=x onerror=hit()>-->',
  '<img src="x` `<script>hit()</script>"` `>',
  '<a href=" &#x01;javascript:hit()" onmouseover\u0000=hit()>x</a>',
  '<sc\u0000ript>hit()</sc\u0000ript>',
  '\u003cplaintext><img src=x onerror=hit()>',
];
/** Whatever comes out may hold these attributes and no other, on elements of text. */
function activeParts(html: string): string[] {
  const allowed = /^(dir|lang|href|title|target|rel|class|colspan|rowspan|scope|start)$/;
  const found: string[] = [];
  for (const [tag, name, rest] of html.matchAll(/<\/?([a-zA-Z0-9!?]*)((?:[^>"]|"[^"]*")*)>/g)) {
    if (/^(script|style|img|svg|math|iframe|form|input|button|object|embed|meta|base|link|!|\?)/i.test(name ?? ''))
      found.push(tag);
    for (const [, attribute, value] of (rest ?? '').matchAll(/\s([^\s=]+)="([^"]*)"/g)) {
      if (!allowed.test(attribute ?? '')) found.push(tag);
      if (attribute === 'href' && !/^(https?|mailto|tel):/.test(value ?? '')) found.push(tag);
    }
  }
  return found;
}
it.each(hostile)('nothing of %j is left alive', (html) => {
  expect(activeParts(shown(html) ?? '')).toEqual([]);
});
it('the watch above sees what is alive', () => {
  expect(hostile.filter((html) => activeParts(html.replaceAll('=hit()', '="hit()"')).length === 0).length).toBeLessThan(
    7,
  );
});

it('making safe what is safe changes nothing, so nothing wakes up when it is read a second time', () => {
  const pieces = fc.constantFrom(
    ...hostile,
    ...links,
    '<b>',
    '</b>',
    '<a href="',
    '">',
    '<!--',
    '-->',
    '<table><tr>',
    "'",
    '"',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (list) => {
      const once = shown(list.join('')) ?? '';
      expect(activeParts(once)).toEqual([]);
      expect(activeParts(shown(once) ?? '')).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('in good time', () => {
  it.each([
    ['nested', '<b>'.repeat(59_000)],
    ['nested links', '<a href=x><div>'.repeat(29_000)],
    ['one tag that never ends', `<p ${'a=b '.repeat(400_000)}`],
    ['comments', '<!--'.repeat(59_000)],
    ['raw text', '<noscript><xmp>'.repeat(29_000)],
  ])('%s HTML is made safe', (_, html) => {
    const before = performance.now();
    expect(safeHtml(html)).not.toBeNull();
    expect(performance.now() - before).toBeLessThan(3000);
  });
  it('HTML past all measure is given up', () => {
    expect(safeHtml('<b>'.repeat(60_001))).toBeNull();
    expect(safeHtml('a'.repeat(2 * 1024 * 1024 + 1))).toBeNull();
  });
});

it('plain text becomes paragraphs and nothing else', () => {
  expect(textToHtml('Hi <b> & "you"\r\nline\n\n\n\nnext $& {{x}}')).toBe(
    '<p dir="auto">Hi &lt;b&gt; &amp; &quot;you&quot;<br>line</p>\n<p dir="auto">next $&amp; {{x}}</p>',
  );
});

it('the page around it allows no script and no request', () => {
  const page = safeHtmlPage('<p>x</p>', 'en"><script>');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toContain('<script>');
});
