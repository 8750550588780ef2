// What a person newly wrote, without the history below it. Conservative: a quote too many is a nuisance, a lost sentence
// of a frightened person is harm. The full text is always kept beside it.

// "On Tuesday, Ann wrote:" as mail programs write it, in the languages we meet most.
const attributions = [
  /^\s*On\b.{5,300}\bwrote\s*:\s*$/i,
  /^\s*El\b.{5,300}\bescribi[óo]\s*:\s*$/i,
  /^\s*Le\b.{5,300}\ba écrit\s*:\s*$/i,
  /^\s*Am\b.{5,300}\bschrieb\b.{0,100}:\s*$/i,
  /^\s*Em\b.{5,300}\bescreveu\s*:\s*$/i,
];
const dividers = [
  /^\s*-{2,}\s*(Original Message|Mensaje original|Message d'origine|Ursprüngliche Nachricht|Mensagem original)\s*-{2,}\s*$/i,
  /^\s*-{2,}\s*(Forwarded message|Mensaje reenviado)\s*-{2,}\s*$/i,
];
const headerStart = /^\s*\*?(From|De|Von|Desde)\s*:\*?\s*\S/i;
const headerRest =
  /^\s*\*?(Sent|Date|To|Subject|Cc|Enviado|Fecha|Para|Asunto|Envoyé|À|Objet|Gesendet|An|Betreff)\s*:\*?/i;
const underscores = /^\s*_{10,}\s*$/;
const sentFrom = /^\s*(Sent from my|Enviado desde mi|Get Outlook for|Obtener Outlook para)\b.{0,80}$/i;

export function newTextOf(text: string, replyMarkers: readonly string[] = []): string {
  const lines = text.split('\n');
  const start = bodyStart(lines);
  const history = historyStart(lines, start, replyMarkers);
  const kept = trimTail(lines.slice(start, history));
  const answer = kept.join('\n').trim();
  // Nothing left means that the pattern was wrong, or that all was said between the quotes.
  return answer === '' ? text.trim() : answer;
}

/** Where the own words begin, for those who answer below the quote. */
function bodyStart(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return 0;
  let at = first;
  const attribution = attributionLength(lines, at);
  if (attribution > 0) at = nextText(lines, at + attribution);
  if (!isQuoted(lines[at])) return 0;
  while (at < lines.length && (isQuoted(lines[at]) || lines[at]?.trim() === '')) at += 1;
  const ownWords = lines.slice(at);
  // Answers between the quotes make sense only with them.
  return ownWords.length > 0 && !ownWords.some(isQuoted) ? at : 0;
}

function historyStart(lines: readonly string[], start: number, replyMarkers: readonly string[]): number {
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.length > 400) continue;
    if (replyMarkers.some((marker) => line.includes(marker))) return at;
    if (dividers.some((divider) => divider.test(line))) return at;
    if (isHeaderBlock(lines, at)) return at;
    if (underscores.test(line) && isHeaderBlock(lines, nextText(lines, at + 1))) return at;
    const attribution = attributionLength(lines, at);
    if (attribution > 0 && onlyQuotesFrom(lines, at + attribution)) return at;
  }
  return lines.length;
}

/** Outlook's way: From, Sent, To, Subject on lines of their own. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!headerStart.test((lines[at] ?? '').slice(0, 400))) return false;
  return [1, 2, 3].filter((step) => headerRest.test((lines[at + step] ?? '').slice(0, 400))).length >= 2;
}

/** How many lines an "On … wrote:" takes at this place: 0 for none, for many programs break it over two or three. */
function attributionLength(lines: readonly string[], at: number): number {
  let joined = '';
  for (let length = 1; length <= 3; length += 1) {
    const line = lines[at + length - 1];
    if (line === undefined || line.trim() === '' || line.length > 400) return 0;
    joined = `${joined} ${line.trim()}`;
    if (attributions.some((attribution) => attribution.test(joined))) return length;
  }
  return 0;
}

/** History only if nothing but quotes follows, or nothing is marked as quote at all (as web mail often writes it). */
function onlyQuotesFrom(lines: readonly string[], at: number): boolean {
  const rest = lines.slice(at).filter((line) => line.trim() !== '');
  const quoted = rest.filter(isQuoted).length;
  if (quoted === 0) return true;
  const lastQuoted = rest.findLastIndex(isQuoted);
  const after = rest.slice(lastQuoted + 1);
  return (
    quoted === lastQuoted + 1 &&
    (after.length === 0 || /^-- ?$/.test(after[0] ?? '') || after.every((line) => sentFrom.test(line)))
  );
}

function trimTail(lines: readonly string[]): string[] {
  const signature = lines.findIndex((line, at) => at > 0 && /^-- ?$/.test(line));
  const kept = signature > 0 ? lines.slice(0, signature) : [...lines];
  const blank = () => kept.length > 0 && (kept.at(-1) ?? '').trim() === '';
  while (blank()) kept.pop();
  // A quote at the very end with own words above it; a mail of quotes alone stays whole.
  while (kept.length > 0 && kept.some((line) => line.trim() !== '' && !isQuoted(line)) && isQuoted(kept.at(-1))) {
    kept.pop();
    while (blank()) kept.pop();
  }
  while (kept.length > 1 && sentFrom.test((kept.at(-1) ?? '').slice(0, 400))) {
    kept.pop();
    while (blank()) kept.pop();
  }
  return kept;
}

function isQuoted(line: string | undefined): boolean {
  return line !== undefined && /^ {0,3}>/.test(line);
}

function nextText(lines: readonly string[], at: number): number {
  let next = at;
  while (next < lines.length && (lines[next] ?? '').trim() === '') next += 1;
  return next;
}
