import { cleanLine } from './clean-text.ts';

/** What a delivery status notification says about one address (RFC 3464). */
export interface DeliveryReport {
  recipient: string;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'unknown';
  /** Such as `5.1.1` (RFC 3463): the first digit 5 is for good, 4 for now. */
  status: string | null;
  diagnostic: string | null;
}

const actions = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
const mostRecipients = 100;

export function readDeliveryReports(content: string): DeliveryReport[] {
  const reports: DeliveryReport[] = [];
  for (const block of content
    .replace(/\r\n?/g, '\n')
    .slice(0, 200_000)
    .split(/\n[ \t]*\n/)) {
    if (reports.length >= mostRecipients) break;
    const fields = readFields(block);
    const recipient = afterType(fields.get('final-recipient') ?? fields.get('original-recipient') ?? '');
    if (recipient === '') continue;
    const action = fields.get('action')?.trim().toLowerCase() ?? '';
    reports.push({
      recipient: recipient.replace(/^<|>$/g, '').toLowerCase(),
      action: actions.has(action) ? (action as DeliveryReport['action']) : 'unknown',
      status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null,
      diagnostic: afterType(fields.get('diagnostic-code') ?? '') || null,
    });
  }
  return reports;
}

/** The Message-ID of the mail that came back, from the copy of its header that the report carries. */
export function returnedMessageId(header: string): string | null {
  const top = header.replace(/\r\n?/g, '\n').slice(0, 64_000).split(/\n\n/)[0] ?? '';
  return /<[^<>\s]{3,250}>/.exec(readFields(top).get('message-id') ?? '')?.[0] ?? null;
}

function readFields(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, cleanLine(line.slice(colon + 1), 1000));
  }
  return fields;
}

/** `rfc822; ann@example.org` without its type. */
function afterType(value: string): string {
  return value.slice(value.indexOf(';') + 1).trim();
}
