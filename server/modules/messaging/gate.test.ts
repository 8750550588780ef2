import { describe, expect, test } from 'vitest';
import { gateReason } from './contract.ts';
import { askGate, type GateFacts } from './gate.ts';

/** An answer to somebody against whom nothing speaks. */
const plain: GateFacts = {
  purpose: 'answer',
  mailLeaves: true,
  wants: 'notice',
  to: 'person',
  address: 'ada@example.org',
  addressVerified: true,
  sharedWith: 0,
  isOwnAddress: false,
  deceased: false,
  restricted: false,
  bereaved: false,
  onlyChannel: null,
  doNotNameClinic: false,
  consent: 'unknown',
  consentInFull: false,
};
const survey = { purpose: 'survey', consent: 'given' } as const;
const account = { purpose: 'account', wants: 'account', to: 'account' } as const;
const full = { wants: 'in-full', consentInFull: true } as const;
const writer = { wants: 'in-full', to: 'writer' } as const;

const cases: [string, Partial<GateFacts>, string, string | null][] = [
  ['an answer', {}, 'notice', null],
  ['an answer in full with consent', full, 'in-full', null],
  ['an answer in full without consent', { wants: 'in-full' }, 'notice', 'no-consent-in-full'],
  ['consent to full answers raises no notice', { consentInFull: true }, 'notice', null],
  ['back to who wrote', writer, 'in-full', null],
  ['back to who wrote from a shared mailbox', { ...writer, sharedWith: 1 }, 'bare-notice', 'address-shared'],
  ['to the dead', { deceased: true }, 'held', 'deceased'],
  ['back to a mailbox of the dead', { ...writer, deceased: true }, 'held', 'deceased'],
  ['a link to the account of the dead', { ...account, deceased: true }, 'held', 'deceased'],
  ['an answer from a house without mail', { mailLeaves: false }, 'held', 'no-mail-here'],
  ['back to who wrote from a house without mail', { ...writer, mailLeaves: false }, 'held', 'no-mail-here'],
  ['an invitation in a house without mail', { ...account, mailLeaves: false }, 'account', null],
  ['an answer to the restricted, who asked', { restricted: true }, 'notice', null],
  ['a survey to the restricted', { ...survey, restricted: true }, 'held', 'restricted'],
  ['an answer to the bereaved, who asked', { bereaved: true }, 'notice', null],
  ['a survey to the bereaved', { ...survey, bereaved: true }, 'held', 'bereaved'],
  ['only the portal', { onlyChannel: 'portal' }, 'held', 'safe-contact-channel'],
  ['only by telephone', { onlyChannel: 'phone' }, 'held', 'safe-contact-channel'],
  ['only by e-mail', { onlyChannel: 'email' }, 'notice', null],
  ['only the portal, and a link into it', { ...account, onlyChannel: 'portal' }, 'account', null],
  ['the clinic not named', { doNotNameClinic: true }, 'held', 'safe-contact-clinic-named'],
  [
    'the clinic not named, back to who wrote',
    { ...writer, doNotNameClinic: true },
    'held',
    'safe-contact-clinic-named',
  ],
  ['the clinic not named, and a link they asked for', { ...account, doNotNameClinic: true }, 'account', null],
  ['e-mail refused', { consent: 'refused' }, 'held', 'consent-refused'],
  ['e-mail refused, and a link they asked for', { ...account, consent: 'refused' }, 'account', null],
  ['a survey nobody agreed to', { ...survey, consent: 'unknown' }, 'held', 'no-consent'],
  ['a survey agreed to', survey, 'notice', null],
  ['no address', { address: undefined }, 'held', 'no-address'],
  ['our own address', { isOwnAddress: true }, 'held', 'our-own-address'],
  ['a shared address', { ...full, sharedWith: 1 }, 'bare-notice', 'address-shared'],
  ['a link to a shared address', { ...account, sharedWith: 1 }, 'account', null],
  ['an address that nothing proves', { ...full, addressVerified: false }, 'bare-notice', 'address-not-verified'],
  [
    'shared and unproven: the first says why',
    { sharedWith: 2, addressVerified: false },
    'bare-notice',
    'address-shared',
  ],
  ['dead and without address: the first says why', { deceased: true, address: undefined }, 'held', 'deceased'],
  ['a hold after something that lowers', { sharedWith: 1, deceased: true }, 'held', 'deceased'],
];

describe('the gate', () => {
  test.each(cases)('%s', (_, facts, outcome, reason) => {
    const verdict = askGate({ ...plain, ...facts });
    expect([verdict.form ?? 'held', verdict.reason]).toEqual([outcome, reason]);
  });

  test('every reason there is was met in these cases', () => {
    expect(gateReason.options.filter((reason) => !cases.some((it) => it[3] === reason))).toEqual([]);
  });

  test('nothing is ever raised: what is let through holds no more than was asked for', () => {
    const height = { 'bare-notice': 0, notice: 1, 'in-full': 2, account: 3 };
    const verdicts = cases.map(([, facts]) => ({ wants: facts.wants ?? 'notice', ...askGate({ ...plain, ...facts }) }));
    for (const { wants, form } of verdicts) if (form) expect(height[form]).toBeLessThanOrEqual(height[wants]);
  });
});
