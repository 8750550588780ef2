import { ActionIcon, Anchor, Button, TextInput, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Banner } from '../../../../server/modules/people/contract.ts';
import { LinkAnchor } from '../../../lib/links.tsx';
import { paths } from '../../../lib/paths.ts';
import { Facts, Initials, Section, Tag } from '../../../ui/parts.tsx';
import { PersonAlerts } from './alerts.tsx';
import { dateWords, oncePerNumber } from './found.ts';
import {
  addressUseWords,
  channelWords,
  genderWords,
  languageName,
  numberWords,
  purposeWords,
  scopeWords,
} from './naming.ts';
import styles from './person.module.css';
import { usePersonStep } from './steps.ts';
import { type Form, formWords, needWords, relationWords, words } from './words.ts';

interface CardProps {
  it: Banner;
  onForm: (form: Form) => void;
  /** The way to the whole record, where this is only beside something else. */
  linked: boolean;
  /** What must be looked at before anything else of them. */
  children?: ReactNode;
}

/** Everything that nobody should have to ask twice. */
export function PersonCard({ it, onForm, linked, children }: CardProps) {
  const can = (what: string) => it.can.includes(what);
  const add = (form: Form, allowed: boolean, label: string = words.add): ReactNode =>
    allowed && (
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => onForm(form)}
        aria-label={`${label}: ${formWords[form]}`}
      >
        {label}
      </Button>
    );
  return (
    <>
      <div className={styles.top}>
        <div className={styles.who}>
          <Initials name={it.displayName} size={42} />
          <div>
            <Title order={2}>
              {linked ? (
                <LinkAnchor to="/people/$personId" params={{ personId: it.id }} inherit c="inherit">
                  {it.displayName}
                </LinkAnchor>
              ) : (
                it.displayName
              )}
            </Title>
            <div className={styles.sub}>
              {[
                it.age !== null && words.age(it.age),
                it.pronouns,
                it.gender && it.gender !== 'unknown' && genderWords(it.gender),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
        </div>
        <PersonAlerts it={it} />
        <div className={styles.tags}>
          {!it.verified && <Tag tone="warn">{words.notVerified}</Tag>}
          {it.needs.map((need) => (
            <Tag key={need.id} tone="info">
              {needWords[need.kind]}
              {need.words && `: ${need.words}`}
            </Tag>
          ))}
        </div>
      </div>
      {children}
      <Section title={words.person} action={<VerifyButton it={it} />}>
        <Facts
          rows={[
            [words.born, it.birthDate ? dateWords(it.birthDate) : words.bornUnknown],
            it.language !== null && [words.language, languageName(it.language)],
            it.otherNames.length > 0 && [words.otherNames, it.otherNames.join(', ')],
            ...oncePerNumber(it.identifiers).map(
              (one) => [one.kind ? numberWords(one.kind) : words.identifiers, one.value] as const,
            ),
          ]}
        />
      </Section>
      <Section title={words.contacts} action={add('contact', can('change-contacts'))}>
        <ul className={styles.lines}>
          {it.contacts.map((one) => (
            <li key={one.id} className={styles.line}>
              <span>
                {one.system === 'phone' ? (
                  <Anchor href={`tel:${one.value}`} size="sm" className={styles.phone ?? ''}>
                    {one.value}
                  </Anchor>
                ) : (
                  one.value
                )}
              </span>
              <span className={styles.soft}>
                {[
                  one.use && addressUseWords(one.use),
                  one.preferred && words.preferred,
                  !one.verified && words.notVerified,
                  one.sharedBy > 1 && words.shared(one.sharedBy),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.needs} action={add('need', can('change-needs'))}>
        <Needs it={it} />
      </Section>
      <Section title={words.family} action={add('relation', can('add-relation'))}>
        <Circle it={it} onForm={onForm} />
      </Section>
      <Section title={words.consents} action={add('consent', can('set-consent'))}>
        {it.consents.length === 0 && <span className={styles.soft}>{words.noConsents}</span>}
        <Facts
          rows={it.consents.map((one) => [
            `${channelWords(one.channel)}, ${purposeWords(one.purpose)}`,
            <Tag key="tag" tone={one.given ? 'good' : 'warn'}>
              {one.given ? words.given : words.refused}
            </Tag>,
          ])}
        />
      </Section>
      <StateActions it={it} onForm={onForm} />
    </>
  );
}

function VerifyButton({ it }: { it: Banner }) {
  const step = usePersonStep();
  if (!it.can.includes('verify')) return null;
  return (
    <Button
      size="compact-xs"
      variant="light"
      loading={step.isPending}
      onClick={() => step.mutate({ path: paths.people.verification(it.id), said: words.verified })}
    >
      {words.verify}
    </Button>
  );
}

function Needs({ it }: { it: Banner }) {
  const step = usePersonStep();
  if (it.needs.length === 0) return <span className={styles.soft}>{words.noNeeds}</span>;
  return (
    <ul className={styles.lines}>
      {it.needs.map((need) => {
        const said = `${needWords[need.kind]}${need.words && `: ${need.words}`}`;
        return (
          <li key={need.id} className={styles.line}>
            <span>{said}</span>
            {it.can.includes('change-needs') && (
              <ActionIcon
                size="sm"
                variant="subtle"
                aria-label={words.remove(said)}
                onClick={() =>
                  step.mutate({
                    path: paths.people.need(it.id, need.id),
                    method: 'DELETE',
                    undo: () => ({ path: paths.people.needs(it.id), body: { kind: need.kind, words: need.words } }),
                  })
                }
              >
                <IconX size={15} aria-hidden />
              </ActionIcon>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** It holds at once, so it is asked why, and a slip of the finger ends nothing. */
function EndProxy({ proxyId, onClose }: { proxyId: string; onClose: () => void }) {
  const step = usePersonStep();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <form
      className={styles.endProxy}
      onSubmit={(event) => {
        event.preventDefault();
        if (said) step.mutate({ path: paths.people.proxyEnd(proxyId), body: { reason: said } }, { onSuccess: onClose });
      }}
    >
      <TextInput
        autoFocus
        required
        withAsterisk={false}
        label={words.endWhy}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.tags}>
        <Button type="submit" size="compact-sm" loading={step.isPending}>
          {words.endNow}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function Circle({ it, onForm }: { it: Banner; onForm: (form: Form) => void }) {
  const [ending, setEnding] = useState<string>();
  return (
    <>
      {it.family.length + it.proxies.length === 0 && <span className={styles.soft}>{words.noFamily}</span>}
      <ul className={styles.lines}>
        {it.family.map((one) => (
          <li key={one.relationId} className={styles.line}>
            <LinkAnchor to="/people/$personId" params={{ personId: one.personId }} size="sm">
              {one.displayName}
            </LinkAnchor>
            <span className={styles.soft}>
              {[relationWords[one.kind], one.emergencyContact && words.emergency, one.deceased && words.died(null)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
        {it.proxies.map((one) => (
          <li key={one.proxyId} className={styles.line}>
            <span>
              <LinkAnchor to="/people/$personId" params={{ personId: one.personId }} size="sm">
                {one.displayName}
              </LinkAnchor>{' '}
              <span className={styles.soft}>
                {one.direction === 'acts-for-them' ? words.actsFor : words.theyActFor} (
                {one.scopes.map(scopeWords).join(', ')}), {words.until(dateWords(one.until.slice(0, 10)))}
              </span>
            </span>
            {it.can.includes('grant-proxy') && ending !== one.proxyId && (
              <Button size="compact-xs" variant="subtle" onClick={() => setEnding(one.proxyId)}>
                {words.end}
              </Button>
            )}
            {ending === one.proxyId && <EndProxy proxyId={one.proxyId} onClose={() => setEnding(undefined)} />}
          </li>
        ))}
      </ul>
      {it.can.includes('grant-proxy') && (
        <Button mt={6} size="compact-xs" variant="subtle" onClick={() => onForm('proxy')}>
          {formWords.proxy}
        </Button>
      )}
    </>
  );
}

/** One word that a person has died must be one click away, and as easily taken back. */
function StateActions({ it, onForm }: { it: Banner; onForm: (form: Form) => void }) {
  const offered: readonly (readonly [string, Form])[] = [
    ['set-deceased', 'death'],
    ['undo-deceased', 'undo-death'],
    ['set-bereaved', 'bereavement'],
    ['undo-bereaved', 'undo-bereavement'],
    ['set-safe-contact', 'safe-contact'],
    ['set-restricted', 'restriction'],
    ['undo-restricted', 'undo-restriction'],
    ['merge', 'merge'],
  ];
  return (
    <Section title={words.actions}>
      <div className={styles.tags}>
        {offered
          .filter(([can]) => it.can.includes(can))
          .map(([can, form]) => (
            <Button key={can} size="compact-sm" variant="default" onClick={() => onForm(form)}>
              {formWords[form]}
            </Button>
          ))}
      </div>
    </Section>
  );
}
