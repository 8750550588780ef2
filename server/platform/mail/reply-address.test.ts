import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReplyAddress, replyAddress } from './reply-address.ts';

const secret = 'the first secret, long enough for anyone';
const newer = 'the second secret, long enough for anyone';
const domain = 'reply.clinic.test';
const purpose = 'conversation';
const id = '0198c0de-7000-7000-8000-0000000000aa';
const address = replyAddress({ secret, domain, purpose, id });
const read = (more: Partial<Parameters<typeof readReplyAddress>[0]> = {}) =>
  readReplyAddress({ secrets: [secret], domain, purpose, address, ...more });

describe('a reply address', () => {
  it('gives its id back', () => expect(read()).toEqual({ id }));
  it('survives a mail server that changes its case', () => {
    expect(read({ address: address.toUpperCase() })).toEqual({ id });
    expect(address).toBe(address.toLowerCase());
  });
  it('fits in the 64 octets of a local part, even with a UUID', () => {
    const made = replyAddress({ secret, domain, purpose, id: randomUUID() });
    expect(made.slice(0, made.lastIndexOf('@')).length).toBeLessThanOrEqual(64);
  });
  it('is still read after the secret was changed, and no longer once the old one is dropped', () => {
    expect(read({ secrets: [newer, secret] })).toEqual({ id });
    expect(read({ secrets: [newer] })).toBeNull();
    expect(read({ secrets: [] })).toBeNull();
  });
  it.each([
    ['another purpose', { purpose: 'statement' }],
    ['another domain', { domain: 'other.test' }],
    ['a neighbour’s id', { address: address.replace('00aa.', '00ab.') }],
    ['no signature', { address: `reply+${id}@${domain}` }],
    ['an empty signature', { address: `reply+${id}.@${domain}` }],
    ['a shorter signature', { address: address.replace(/.@/, '@') }],
    ['a name around it', { address: `"x" <${address}>` }],
    ['two domains', { address: `${address}@evil.test` }],
    ['our domain only in the local part', { address: `${address.replace('@', '%')}@evil.test` }],
    ['nothing', { address: '' }],
    ['an endless text', { address: `reply+${'a'.repeat(100_000)}@${domain}` }],
  ])('with %s is refused', (_, change) => expect(read(change)).toBeNull());

  it('with any letter of its signature changed is refused', () => {
    const start = address.indexOf('.') + 1;
    for (let place = start; place < start + 20; place++) {
      const other = address[place] === 'a' ? 'b' : 'a';
      expect(read({ address: address.slice(0, place) + other + address.slice(place + 1) })).toBeNull();
    }
  });
  it('cannot be made from an id that an address cannot hold, nor with a short secret', () => {
    expect(() => replyAddress({ secret, domain, purpose, id: 'a.b@c' })).toThrow(TypeError);
    expect(() => replyAddress({ secret, domain, purpose, id: '' })).toThrow(TypeError);
    expect(() => replyAddress({ secret: 'short', domain, purpose, id })).toThrow(TypeError);
  });
  it('holds for every id, and text that nobody signed never opens anything', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,36}$/), (any) => {
        expect(read({ address: replyAddress({ secret, domain, purpose, id: any }) })).toEqual({ id: any });
      }),
    );
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(read({ address: any })).toBeNull();
      }),
    );
  });
});
