import type { Commitment } from './commitments.ts';
import type { PromiseKind } from './contract.ts';
import { lookUp, type Sentence, wordAt } from './tokens.ts';

/** Infinitives without accents. What is tried, hoped or wished is not here, and so is no promise. */
const infinitives: Readonly<Record<string, PromiseKind>> = {
  ...{ llamar: 'call', telefonear: 'call' },
  ...{ escribir: 'write', responder: 'write', contestar: 'write', avisar: 'write', informar: 'write' },
  ...{ comunicar: 'write', decir: 'write', notificar: 'write', confirmar: 'write', contactar: 'write' },
  ...{ enviar: 'send', mandar: 'send', remitir: 'send', reenviar: 'send', entregar: 'send', facilitar: 'send' },
  ...{ averiguar: 'find-out', revisar: 'find-out', comprobar: 'find-out', preguntar: 'find-out' },
  ...{ consultar: 'find-out', verificar: 'find-out', investigar: 'find-out', mirar: 'find-out', hablar: 'find-out' },
  ...{ preparar: 'other', arreglar: 'other', corregir: 'other', reservar: 'other', programar: 'other' },
  ...{ cambiar: 'other', cancelar: 'other', organizar: 'other', gestionar: 'other', devolver: 'other' },
  ...{ reembolsar: 'other', actualizar: 'other', solucionar: 'other', resolver: 'other', ocupar: 'other' },
  ...{
    encargar: 'other',
    completar: 'other',
    terminar: 'other',
    explicar: 'other',
    buscar: 'other',
    tramitar: 'other',
  },
};
/** Whose future is built on another stem, and who promises only with the right word after it. */
const irregular: Readonly<Record<string, readonly [string, PromiseKind, readonly string[]]>> = {
  decir: ['dir', 'write', []],
  poner: ['pondr', 'write', ['contacto', 'comunicacion']],
  dar: ['dar', 'call', ['llamada', 'respuesta', 'contestacion', 'telefonazo']],
  hacer: ['har', 'other', ['llegar', 'hoy', 'manana', 'antes', 'esta', 'el']],
  tener: ['tendr', 'other', ['listo', 'lista', 'listos', 'listas', 'preparado', 'preparada', 'informado', 'informada']],
  mantener: ['mantendr', 'write', ['informado', 'informada', 'informados', 'corriente']],
};

interface Form {
  readonly kind: PromiseKind;
  readonly who: 'we' | 'i' | 'they';
  readonly with: readonly string[];
  readonly isPresent: boolean;
}

const forms = new Map<string, Form>();
const future = (stem: string, kind: PromiseKind, needed: readonly string[]) => {
  for (const [ending, who] of [
    ['emos', 'we'],
    ['e', 'i'],
    ['a', 'they'],
    ['an', 'they'],
  ] as const)
    forms.set(`${stem}${ending}`, { kind, who, with: needed, isPresent: false });
};
for (const [infinitive, kind] of Object.entries(infinitives))
  if (!Object.hasOwn(irregular, infinitive)) future(infinitive, kind, []);
for (const [stem, kind, needed] of Object.values(irregular)) future(stem, kind, needed);
/** "Le llamo mañana": a promise in the present tense, if it has a date. */
const present: Readonly<Record<string, readonly [string, string]>> = {
  ...{ llamar: ['llamo', 'llamamos'], enviar: ['envio', 'enviamos'], mandar: ['mando', 'mandamos'] },
  ...{ escribir: ['escribo', 'escribimos'], responder: ['respondo', 'respondemos'], avisar: ['aviso', 'avisamos'] },
  ...{ contestar: ['contesto', 'contestamos'] },
};
for (const [infinitive, [one, many]] of Object.entries(present)) {
  const kind = infinitives[infinitive] ?? 'other';
  forms.set(one, { kind, who: 'i', with: [], isPresent: true });
  forms.set(many, { kind, who: 'we', with: [], isPresent: true });
}

const toThem = ['le', 'les', 'lo', 'la', 'los', 'las', 'te', 'os'];
const clitics = [...toThem, 'se', 'nos', 'me'];
const never = ['no', 'nunca', 'jamas', 'tampoco'];
const given = [
  ...['carta', 'cartas', 'resultado', 'resultados', 'respuesta', 'noticias', 'llamada', 'correo', 'mensaje', 'copia'],
  ...['copias', 'informe', 'informes', 'reembolso', 'documento', 'documentos', 'factura', 'formulario', 'formularios'],
  ...['lista', 'informacion', 'contestacion', 'dinero', 'presupuesto', 'cita', 'fecha'],
];
const kindOfGiven = (what: string): PromiseKind =>
  what === 'llamada' ? 'call' : ['respuesta', 'noticias', 'contestacion', 'mensaje'].includes(what) ? 'write' : 'send';

/** Everything in this sentence that we say we will do. */
export function commitmentsEs(tokens: Sentence): Commitment[] {
  const found: Commitment[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const next = promisedAt(tokens, at);
    if (!next) continue;
    const before = found.at(-1);
    const isMore = before !== undefined && wordAt(tokens, next.from - 1) === 'y' && next.from > before.verb;
    found.push({ ...next, isMore });
    at = next.verb;
  }
  return found;
}

function promisedAt(tokens: Sentence, at: number): Commitment | undefined {
  return goingAt(tokens, at) ?? vowAt(tokens, at) ?? getsAt(tokens, at) ?? futureAt(tokens, at);
}

/** Where the small words before a verb begin, which of them there are, and whether they deny it. */
function before(tokens: Sentence, verb: number) {
  let from = verb;
  while (from > 0 && clitics.includes(wordAt(tokens, from - 1))) from--;
  const small = tokens.slice(from, verb).map((one) => one.word);
  const denied = [1, 2].some((step) => never.includes(wordAt(tokens, from - step)));
  const byThem = [1, 2, 3].some((step) => /^(usted|ustedes|tu|vosotros)$/.test(wordAt(tokens, from - step)));
  return { from, small, denied, byThem };
}

function futureAt(tokens: Sentence, verb: number): Commitment | undefined {
  const form = forms.get(wordAt(tokens, verb));
  if (!form || !hasNeeded(tokens, verb, form.with)) return undefined;
  const { from, small, denied, byThem } = before(tokens, verb);
  if (denied || byThem) return undefined;
  const isToThem = small.some((one) => toThem.includes(one));
  const isReflexive = small.includes('se') && form.with.includes('contacto');
  const fits = {
    we: !small.includes('me') && (isToThem || !form.isPresent),
    i: !small.includes('nos') && (isToThem || !form.isPresent),
    they: (isToThem || isReflexive) && !small.includes('nos') && !small.includes('me'),
  }[form.who];
  if (!fits) return undefined;
  const it = { kind: meantBy(form, tokens, verb), from: form.who === 'they' ? subjectFrom(tokens, from) : from, verb };
  return { ...it, isMore: false, ...(form.isPresent && { needsDate: true }) };
}

const hasNeeded = (tokens: Sentence, verb: number, needed: readonly string[]) =>
  needed.length === 0 || [1, 2, 3, 4].some((step) => needed.includes(wordAt(tokens, verb + step)));

function meantBy(form: Form, tokens: Sentence, verb: number): PromiseKind {
  const after = [1, 2, 3].map((step) => wordAt(tokens, verb + step));
  if (form.with.includes('llamada'))
    return after.some((one) => /^(respuesta|contestacion)$/.test(one)) ? 'write' : 'call';
  if (form.with.includes('llegar')) return after.includes('llegar') ? 'send' : 'other';
  if (form.with.includes('listo')) return after.some((one) => one.startsWith('informad')) ? 'write' : 'other';
  return form.kind;
}

/** "Alguien", "la doctora", "una enfermera de la planta". */
function subjectFrom(tokens: Sentence, at: number): number {
  let from = at;
  for (let step = 0; step < 3 && /^\p{L}+$/u.test(wordAt(tokens, from - 1)); step++) {
    if (['y', 'que', 'pero', 'porque', 'manana', 'hoy'].includes(wordAt(tokens, from - 1))) break;
    from--;
    if (['la', 'el', 'una', 'un', 'alguien', 'los', 'las'].includes(wordAt(tokens, from))) break;
  }
  return from;
}

/** "Vamos a llamarle", "le voy a enviar". */
function goingAt(tokens: Sentence, at: number): Commitment | undefined {
  const word = wordAt(tokens, at);
  if (!['vamos', 'voy', 'va', 'van'].includes(word) || wordAt(tokens, at + 1) !== 'a') return undefined;
  const read = infinitiveAt(tokens, at + 2);
  const { from, small, denied, byThem } = before(tokens, at);
  const isTheirs = word === 'va' || word === 'van';
  const isToThem = read?.isToThem || small.some((one) => toThem.includes(one));
  if (!read || denied || byThem || (isTheirs && !isToThem)) return undefined;
  return { kind: read.kind, from: isTheirs ? subjectFrom(tokens, from) : from, verb: at + 2, isMore: false };
}

/** "Prometemos llamarle", "le prometo que …" leads to a future that is found by itself. */
function vowAt(tokens: Sentence, at: number): Commitment | undefined {
  if (!['prometo', 'prometemos'].includes(wordAt(tokens, at))) return undefined;
  const read = infinitiveAt(tokens, at + 1);
  const { from, denied } = before(tokens, at);
  return read && !denied ? { kind: read.kind, from, verb: at + 1, isMore: false } : undefined;
}

function infinitiveAt(tokens: Sentence, at: number): { kind: PromiseKind; isToThem: boolean } | undefined {
  const word = wordAt(tokens, at);
  const end = clitics.find((one) => word.endsWith(`r${one}`));
  const stem = end ? word.slice(0, -end.length) : word;
  if (end === 'nos' && stem === 'poner')
    return hasNeeded(tokens, at, ['contacto']) ? { kind: 'write', isToThem: true } : undefined;
  if (end === 'nos' || end === 'me')
    return Object.hasOwn(infinitives, stem) && /^(ocupar|encargar)$/.test(stem)
      ? { kind: 'other', isToThem: true }
      : undefined;
  if (stem === 'dar')
    return hasNeeded(tokens, at, ['llamada', 'respuesta']) ? { kind: 'call', isToThem: end !== undefined } : undefined;
  const kind = lookUp(infinitives, stem);
  return kind && { kind, isToThem: end !== undefined && toThem.includes(end) };
}

/** "Recibirá la carta", "la tendrá el lunes", "sabrá de nosotros", "le será enviada". */
function getsAt(tokens: Sentence, verb: number): Commitment | undefined {
  const word = wordAt(tokens, verb);
  const { from, small, denied } = before(tokens, verb);
  if (denied) return undefined;
  const it = { from, verb, isMore: false };
  if (
    /^sabra[sn]?$/.test(word) &&
    wordAt(tokens, verb + 1) === 'de' &&
    /^(nosotros|nosotras|mi)$/.test(wordAt(tokens, verb + 2))
  )
    return { ...it, kind: 'write' };
  if (
    /^sera[n]?$/.test(word) &&
    small.some((one) => toThem.includes(one)) &&
    /^enviad[oa]s?$/.test(wordAt(tokens, verb + 1))
  )
    return { ...it, kind: 'send' };
  if (!/^(recibira|tendra)[sn]?$/.test(word) || wordAt(tokens, verb + 1) === 'que') return undefined;
  if (small.some((one) => ['lo', 'la', 'los', 'las'].includes(one))) return { ...it, kind: 'send' };
  const what = [1, 2, 3, 4].map((step) => wordAt(tokens, verb + step)).find((one) => given.includes(one));
  return what ? { ...it, kind: kindOfGiven(what) } : undefined;
}
