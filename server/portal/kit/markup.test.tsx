import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueProblems } from '../../platform/i18n/messages.ts';
import { galleryPages } from './gallery-pages.tsx';
import {
  Card,
  Checkboxes,
  DateField,
  ErrorSummary,
  errorFor,
  FileField,
  Form,
  Panel,
  PhoneLink,
  Radios,
  renderPage,
  renderPart,
  renderProblemPage,
  Select,
  SummaryList,
  spokenReference,
  Tag,
  TextArea,
  TextField,
  Thread,
  Timeline,
} from './index.ts';
import { kitCatalogue } from './words.ts';

const pages = Object.entries(galleryPages({ stylesheetHref: '/s.css', iconHref: '/i.svg' }));
const hospital = { name: 'Willow River', phone: '+1 (555) 010-0199', emergencyNumber: '112' };
const frame = {
  language: 'en',
  hospital,
  stylesheetHref: '/s.css',
  iconHref: '/i.svg',
  homeHref: '/',
  otherLanguageHref: '/es',
  urgentHelpHref: '/urgent',
} as const;

const allOf = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const idsOf = (html: string) => allOf(html, /\sid="([^"]*)"/g);

describe.each(pages)('the sample page %s', (_name, html) => {
  it('has one main heading, one main part, a language and a title', () => {
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html.match(/<main\b/g)).toHaveLength(1);
    expect(html).toMatch(/^<!doctype html><html lang="(en|es)" dir="(ltr|rtl)">/);
    expect(html).toMatch(/<title>[^<]+ – Willow River Hospital – Bedside<\/title>/);
  });

  it('always shows the way to emergency help and to a person', () => {
    expect(html).toContain('href="tel:911"');
    expect(html).toContain('href="#urgent"');
    expect(html).toContain('href="tel:5550100199"');
  });

  it('ties every label, hint and error to its field', () => {
    const ids = idsOf(html);
    expect(ids).toEqual([...new Set(ids)]);
    const described = allOf(html, /aria-(?:describedby|labelledby)="([^"]*)"/g).flatMap((list) => list.split(' '));
    const labelled = allOf(html, /<label[^>]*\sfor="([^"]*)"/g);
    for (const id of [...described, ...labelled]) expect(ids).toContain(id);
    const fields = allOf(html, /<(?:input|select|textarea)((?![^>]*type="hidden")[^>]*)>/g);
    for (const field of fields) expect(labelled).toContain(/\sid="([^"]*)"/.exec(field)?.[1]);
    const notes = ids.filter((id) => /-(hint|error|length|allowed)$/.test(id));
    for (const note of notes) expect(described).toContain(note);
  });

  it('links every error to something that is there', () => {
    const summary = /id="error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
    for (const target of allOf(summary, /href="#([^"]*)"/g)) expect(idsOf(html)).toContain(target);
  });

  it('needs no script and no inline style', () => {
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i);
  });
});

describe('errors', () => {
  it('are in the title, at the top and at the field, with what was typed', () => {
    const errors = [{ field: 'age', message: 'Write your age in numbers' }];
    const html = renderPage({
      ...frame,
      title: 'Your age',
      errors,
      children: <TextField name="age" label="Age" value="ninety" error={errorFor(errors, 'age')} />,
    });
    expect(html).toContain('<title>Please check: Your age');
    expect(html).toContain('<a href="#age">Write your age in numbers</a>');
    expect(html).toMatch(
      /<input[^>]*aria-invalid="true"[^>]*aria-describedby="age-error"[^>]*value="ninety"|<input[^>]*value="ninety"/,
    );
    expect(html).toContain('id="age-error"');
  });

  it('of a date mark the part that is meant, and the first radio answers to the name', () => {
    const date = renderPart(
      <DateField name="born" label="Born" error="x" errorParts={['year']} value={{ day: '32' }} />,
    );
    expect(date.match(/aria-invalid="true"/g)).toHaveLength(1);
    expect(date).toMatch(/id="born-year"/);
    expect(date).toContain('value="32"');
    expect(renderPart(<Radios name="a" label="A" choices={['or', { value: 'x', label: 'X' }]} />)).toContain('id="a"');
  });
});

describe('fields', () => {
  it('never send a password back, and never cut what is pasted', () => {
    expect(renderPart(<TextField name="p" label="P" type="password" value="secret" />)).not.toContain('secret');
    const area = renderPart(<TextArea name="t" label="T" maximumLength={10} value={'\nfirst line is empty'} />);
    expect(area).not.toContain('maxlength');
    expect(area).toContain('>\n\nfirst line is empty</textarea>');
    expect(area).toContain('You can write up to 10 characters.');
  });

  it('tell which files and how big, in both languages', () => {
    const field = (
      <FileField name="f" label="F" kinds={['fotos', 'PDF']} accept="image/*" maximumBytes={5 * 1_048_576} />
    );
    expect(renderPart(field)).toContain('fotos or PDF, up to 5 MB');
    expect(renderPart(field, 'es')).toContain('fotos o PDF, de hasta 5 MB');
  });

  it('outside a page fail loudly instead of speaking English to everybody', async () => {
    const { renderToStaticMarkup } = await import('react-dom/server');
    expect(() => renderToStaticMarkup(<ErrorSummary errors={[{ message: 'x' }]} />)).toThrow(/outside renderPage/);
  });
});

describe('references and numbers', () => {
  it('can be said over the phone', () => {
    const spoken = spokenReference('BED-427-K9');
    expect(spoken.replaceAll('\u00a0', ' ')).toBe('B E D, 4 2 7, K 9');
    expect(spoken.split(' ')).toHaveLength(3);
    expect(renderPart(<Panel title="Done" reference="A-1" />)).toContain('say it like this: A, 1');
  });
  it('can be dialled', () => {
    expect(renderPart(<PhoneLink number="+1 (555) 010-0199" />)).toContain('href="tel:+15550100199"');
  });
});

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' {phone} {{x}} $& \u202e</textarea></title>`;

const everywhere = (text: string) =>
  renderPage({
    ...frame,
    title: text,
    hospital: { ...hospital, name: text },
    signedInAs: { name: text, signOut: { action: '/out', token: text } },
    notices: [{ kind: 'warning', title: text, body: text }],
    errors: [{ field: 'a', message: text }],
    back: { href: '/', text },
    menu: [{ href: '/', text }],
    children: (
      <Form action="/send" token={text}>
        <Panel title={text} reference={text}>
          {text}
        </Panel>
        <TextField name="a" label={text} hint={text} error={text} value={text} />
        <TextArea name="b" label={text} value={text} />
        <Select name="c" label={text} value={text} options={[{ value: text, text }]} />
        <Radios name="d" label={text} value={text} choices={[{ value: text, label: text, hint: text }]} />
        <Checkboxes name="e" label={text} values={[text]} choices={[{ value: text, label: text, hint: text }]} />
        <FileField name="f" label={text} kinds={[text]} accept={text} maximumBytes={1} />
        <SummaryList rows={[{ key: text, value: text, changeHref: '/' }]} />
        <Card title={text} href="/" note={text} tag={{ tone: 'plain', text }} />
        <Tag>{text}</Tag>
        <Timeline title={text} steps={[{ title: text, state: 'now', when: text, body: text }]} />
        <Thread
          messages={[
            {
              id: '1',
              isMine: false,
              from: text,
              when: text,
              whenExact: text,
              body: text,
              note: text,
              attachments: [{ href: '/f', name: text, kind: text, bytes: 1 }],
            },
          ]}
        />
      </Form>
    ),
  });

describe('what people type', () => {
  it('is only ever text, wherever it is shown', () => {
    const html = everywhere(hostile);
    expect(html).not.toMatch(/<script|<img|<\/textarea><\/title>/i);
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('{phone} {{x}} $&amp;');
  });

  it('leaves the tags of a page as they are', () => {
    const tagsOf = (html: string) => allOf(html, /<(\/?[a-z0-9]+)/g).join(' ');
    const expected = tagsOf(everywhere('plain'));
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'binary' }),
        (text) => tagsOf(everywhere(text.trim() || 'x')) === expected,
      ),
      { numRuns: 60 },
    );
  });
});

describe('pages for when something went wrong', () => {
  it.each(['not-found', 'unavailable', 'forbidden', 'expired', 'too-many', 'other'] as const)(
    '%s says how to reach a person',
    (kind) => {
      for (const language of ['en', 'es'] as const) {
        const html = renderProblemPage({ ...frame, language, kind, requestReference: 'K7' });
        expect(html).toContain('href="tel:+15550100199"');
        expect(html).toContain('K7');
      }
    },
  );
});

it('the kit has the same words in both languages', () => expect(catalogueProblems(kitCatalogue)).toEqual([]));
