const first = (name: string) => name.split(' ')[0] ?? name;

export const words = {
  list: 'Conversaciones',
  conversation: 'Conversación',
  person: 'Persona',
  views: 'Qué conversaciones',
  lists: {
    open: 'Abiertas',
    mine: 'Mías',
    unclaimed: 'Sin asignar',
    urgent: 'Urgentes',
    breached: 'Atrasadas',
    waiting: 'En espera',
    resolved: 'Resueltas',
  },
  whoseTurn: 'A quién le toca',
  bothTurns: 'Todas',
  turn: { ours: 'Espera respuesta', theirs: 'Respondida' },
  draft: 'borrador',
  allTeams: 'Todos mis equipos',
  team: 'Equipo',
  yours: 'suya',
  more: 'Mostrar más',
  loading: 'Cargando conversaciones',
  loadingOne: 'Cargando la conversación',
  failed: 'No se pudo cargar la lista.',
  failedOne: 'No se pudo cargar esta conversación.',
  gone: 'Esto no está con usted',
  goneMore: 'Pasó a un equipo cuyas conversaciones usted no ve, o la dirección no es correcta.',
  retry: 'Intentar otra vez',
  log: 'Registrar una pregunta',
  empty: {
    open: [
      'No hay nada abierto',
      'Aquí aparecerán las preguntas nuevas del portal, del correo y del teléfono, primero las más apremiantes.',
    ],
    mine: [
      'No tiene nada abierto',
      'Tome una conversación con C. Lo que tome queda aquí hasta que se resuelva o pase a otra persona.',
    ],
    unclaimed: ['Todo está asignado', 'Aquí aparecen las conversaciones que aún no tiene nadie.'],
    urgent: [
      'No hay nada urgente',
      'Los mensajes con palabras que pueden indicar peligro quedan aquí hasta que alguien los responda.',
    ],
    breached: ['Nada va con retraso', 'Aquí aparecen las conversaciones que pasaron del plazo prometido.'],
    waiting: ['No se espera a nadie', 'Ponga una conversación en espera con W cuando le toque a la otra persona.'],
    resolved: [
      'Aún no hay nada resuelto',
      'Las conversaciones resueltas se encuentran aquí, primero las más recientes.',
    ],
  } satisfies Record<string, [string, string]>,
  emptyTurn: {
    ours: ['Nadie espera nuestra respuesta', 'Todos la tienen ya. Quien vuelva a escribir aparecerá aquí enseguida.'],
    theirs: [
      'Nada está en sus manos',
      'Aquí aparecen las conversaciones en que escribimos los últimos, hasta que escriban o se resuelvan.',
    ],
  } satisfies Record<string, [string, string]>,
  pick: 'Elija una conversación',
  pickMore: 'J y K recorren la lista, Intro abre, C la toma, R responde.',
  nobody: 'Nadie',
  you: 'Usted',
  about: (name: string) => `sobre ${name}`,
  asks: (name: string) => `${name} pregunta`,
  here: (name: string, typing: boolean) =>
    typing ? `${first(name)} está escribiendo` : `${first(name)} está mirando esto`,
  hereMany: (names: readonly string[]) => `${names.map(first).join(', ')} están aquí`,
  copied: 'Referencia copiada',
  copy: 'Copiar la referencia',
  back: 'Volver a la lista',
  urgentTitle: 'Puede ser urgente',
  urgentWords: (found: readonly string[]) => `Escrito por la persona: ${found.map((one) => `«${one}»`).join(', ')}`,
  unverified: 'Sin verificar todavía: compruebe quién es antes de decir nada.',
  unverifiedMail:
    'Sin verificar: el correo dice quién lo escribió, pero nada lo demuestra. No diga nada de un paciente antes de estar seguro.',
  mayNoMore: (asker: string, about: string) =>
    `${asker} ya no puede actuar en nombre de ${about}: ya no puede leer esto.`,
  pointsTo: {
    'other-sender': 'Esto se envió a la dirección de respuesta de otra conversación, y lo envió otra persona.',
    'address-expired': 'Esto se envió a la dirección de respuesta de otra conversación, que ya no es válida.',
    'sender-not-proven':
      'Esto se envió a la dirección de respuesta de otra conversación, y nuestro servidor de correo no pudo confirmar quién lo envió. Puede que alguien use un nombre falso: llame a la persona antes de hacer nada.',
    headers: 'Parece una respuesta en otra conversación. Nada lo demuestra.',
  },
  openOther: (reference: string) => `Abrir ${reference}`,
  reference: 'Referencia',
  owner: 'La tiene',
  team_: 'Equipo',
  opened: 'Preguntada',
  response: 'Primera respuesta',
  resolution: 'Por resolver',
  status: {
    unclaimed: 'Sin asignar',
    claimed: 'En curso',
    waiting: 'En espera de la persona',
    resolved: 'Resuelta',
  },
  channel: { portal: 'portal', email: 'correo', phone: 'teléfono', 'in-person': 'en persona' },
  noteMark: 'Nota interna',
  noteOnly: 'solo la ven colegas',
  toPerson: (name: string) => `Para ${name}`,
  state: {
    kept: '',
    queued: 'en camino',
    held: 'aviso retenido',
    sent: 'enviado',
    delivered: 'en el portal',
    bounced: 'devuelto sin entregar',
    failed: 'no se pudo enviar',
    read: 'leído',
  },
  attachment: 'Archivo adjunto',
  conversationEntries: 'Lo que se dijo y se hizo, primero lo más antiguo',
  newest: 'Lo más reciente',
};

export const factWords = {
  opened: (by: string) => (by ? `${by} abrió esto` : 'Llegó la pregunta'),
  claimed: (by: string) => `${by || 'Alguien'} la tomó`,
  'handed-over': (by: string, to: string) => `${by ? `${by} la pasó` : 'Pasó'}${to ? ` a ${to}` : ''}`,
  'given-back': (by: string) => (by ? `${by} la devolvió al equipo` : 'Volvió al equipo'),
  waiting: (by: string) => `${by || 'Alguien'} la puso en espera`,
  'waiting-ended': (by: string) => (by ? `${by} terminó la espera` : 'Terminó la espera'),
  answered: (by: string) => `${by || 'Alguien'} respondió`,
  'message-received': () => 'Llegó un mensaje',
  undelivered: () => 'Un mensaje no llegó',
  resolved: (by: string) => (by ? `${by} la resolvió` : 'Se resolvió'),
  reopened: (by: string) => (by ? `${by} la abrió otra vez` : 'La persona volvió a escribir: está abierta'),
  linked: (by: string) => `${by || 'Alguien'} vinculó a la persona`,
  'reason-changed': (by: string, to: string) => `${by || 'Alguien'} cambió el asunto${to ? `; pasó a ${to}` : ''}`,
  undone: (by: string) => `${by || 'Alguien'} deshizo un paso`,
};

export const factMore = {
  tookOver: (by: string) => `${by} se hizo cargo`,
  because: {
    absent: 'está ausente',
    dismissed: 'ya no trabaja aquí',
    'left-team': 'ya no está en el equipo',
    'team-closed': 'el equipo se cerró',
  },
};

export const reasonsSaid = {
  appointment: 'Una cita',
  results: 'Resultados',
  medicine: 'Una medicina',
  bill: 'Una factura',
  records: 'Historia clínica',
  directions: 'Cómo llegar',
  complaint: 'Una queja',
  other: 'Otra cosa',
};

export const actionWords = {
  group: 'Esta conversación',
  listGroup: 'La lista',
  claim: 'Tomar',
  takeOver: 'Hacerse cargo',
  handOver: 'Pasar a otra persona',
  link: 'Vincular con una persona conocida',
  changeReason: 'Cambiar el asunto',
  giveBack: 'Devolver al equipo',
  wait: 'Poner en espera',
  endWaiting: 'Terminar la espera',
  resolve: 'Resolver',
  reopen: 'Abrir otra vez',
  undo: 'Deshacer',
  next: 'Conversación siguiente',
  previous: 'Conversación anterior',
  reply: 'Responder',
  note: 'Escribir una nota interna',
  back: 'Dejar la conversación',
  done: {
    claim: 'La tiene usted.',
    'take-over': 'La tiene usted.',
    'hand-over': 'Pasada a otra persona.',
    'give-back': 'Devuelta al equipo.',
    wait: 'Puesta en espera.',
    'end-waiting': 'La espera terminó.',
    resolve: 'Resuelta.',
    reopen: 'Abierta otra vez.',
    undo: 'Deshecho.',
    'link-person': 'La persona está vinculada.',
    'change-reason': 'El asunto está cambiado.',
  },
  became: {
    stayed: (reason: string, team: string) => `Ahora el asunto es «${reason}» y sigue con ${team}.`,
    moved: (reason: string, team: string) => `Ahora el asunto es «${reason}» y pasó a ${team}.`,
    kept: (reason: string) => `Ahora el asunto es «${reason}»; sigue con usted.`,
  },
  blocked: {
    resolved: 'Está resuelta. Ábrala otra vez primero.',
    notYours: 'La tiene otra persona. Hágase cargo primero.',
    unclaimed: 'No la tiene nadie. Tómela primero.',
    already: 'Ya la tiene usted.',
    nothingToUndo: 'Ahora no hay nada suyo que deshacer.',
    notResolved: 'Sigue abierta.',
    notAllowed: 'Su función no lo permite aquí.',
  },
  stale: (who: string) => `${who} acaba de cambiar esto. Se muestra lo más reciente; mírelo e inténtelo otra vez.`,
  someone: 'Alguien',
};

export const composerWords = {
  reply: 'Respuesta',
  note: 'Nota interna',
  label: (name: string) => `Respuesta a ${name}`,
  noteLabel: 'Nota interna para colegas',
  delivery: {
    notice: (name: string) => `${name} recibe un aviso sin detalles y lee esto en el portal.`,
    'in-full': (name: string) => `${name} recibe todo esto por correo, también los archivos.`,
    'portal-only': () => 'Ahora no se le envía correo: la respuesta está en el portal.',
    held: () => 'No se le envía ningún correo.',
  },
  because: {
    'no-mail-here':
      'Aquí no se envía correo, y sin correo nadie puede entrar a leer. Llame: el número está en su ficha. Lo que escriba aquí queda guardado.',
    deceased: 'Un correo a esta persona se retiene: ha fallecido. Escriba mejor a la familia.',
    'proxy-over':
      'Ya no puede actuar en nombre de la otra persona: nadie lee esto en el portal y no sale ningún correo.',
    'safe-contact-channel': 'No sale correo: eligió otra vía. La respuesta está en el portal.',
    'safe-contact-clinic-named': 'No sale correo: no se debe nombrar la clínica. La respuesta está en el portal.',
    'consent-refused': 'No sale correo: no quiere correo. La respuesta está en el portal.',
    'no-address':
      'No sale correo: no se conoce ninguna dirección, y sin ella nadie puede entrar a leer. Llame o escriba una carta.',
    'our-own-address': 'No sale correo: la dirección anotada es la nuestra. Corríjala, por favor.',
  } as Readonly<Record<string, string | undefined>>,
  noteHint: 'Solo la ven colegas. Nunca se puede enviar.',
  placeholder: 'Escriba como le hablaría: palabras sencillas, una cosa después de otra.',
  notePlaceholder: '¿Qué debería saber un colega?',
  send: 'Enviar respuesta',
  sendWait: 'Enviar y esperar',
  sendResolve: 'Enviar y resolver',
  saveNote: 'Guardar nota',
  attach: 'Adjuntar',
  remove: (name: string) => `Quitar ${name}`,
  uploading: 'Adjuntando…',
  sent: 'Enviada.',
  sentHeld: (why: string) => `La respuesta está en el portal. El aviso se retuvo: ${why}`,
  noted: 'Nota guardada.',
  empty: 'Escriba algo primero.',
  waitForFiles: 'Espere a que se adjunten los archivos.',
  overtaken: (who: string) => `No se envió: ${who} acaba de cambiar esto.`,
  overtakenMore: 'Lo que escribió sigue aquí. Lea lo nuevo más arriba y envíelo otra vez.',
  cannotAnswer: 'Tómela primero (C); después podrá responder.',
  resolvedAnswer: 'Está resuelta. Ábrala otra vez para responder.',
};

export const draftWords = {
  kept: 'Borrador guardado. Solo lo ve usted.',
  failed: 'Aún sin guardar: no hay conexión. Se intentará otra vez.',
  elsewhere: 'Usted escribió otra cosa aquí en otra ventana:',
  goneElsewhere: 'Usted lo envió o lo vació en otra ventana.',
  onlyFiles: 'Allí solo hay archivos adjuntos.',
  keepMine: 'Conservar lo de aquí',
  takeOther: 'Tomar lo otro',
  empty: 'Vaciarlo también aquí',
};

export const reasonFormWords = {
  title: 'De qué se trata',
  why: 'La recibe el equipo que responde por este asunto. Lo dicho queda como está, y se puede deshacer.',
  reason: 'Se trata de',
  now: (reason: string) => `${reason} (ahora)`,
  keep: 'Sigo con ella',
  keepWhy: 'Se queda con usted, aunque otro equipo responda por este asunto.',
  clocks: 'El plazo que se le prometió se mantiene o se acorta; nunca se alarga.',
  submit: 'Cambiar el asunto',
  choose: 'Elija primero otro asunto.',
};

export const handOverWords = {
  title: 'Pasar a otra persona',
  close: 'Cerrar sin pasarla',
  colleague: 'A un colega',
  teamLabel: 'A un equipo',
  search: 'Nombre de un colega',
  note: 'Lo que necesitan saber',
  noteWhy: 'Para que la persona no tenga que contarlo dos veces. Queda como nota interna.',
  submit: 'Pasar',
  choose: 'Elija primero a un colega o un equipo.',
  absent: 'ausente',
  nobody: 'Nadie con ese nombre.',
};

export const linkWords = {
  title: '¿Quién es?',
  why: 'Solo usted puede asegurarse de quién es. Las conversaciones anteriores, las necesidades y las reglas de contacto seguro de la persona que elija aparecerán junto a esta.',
  likely: 'Elegida entre las posibles',
  another: 'U otra persona',
  who: 'La persona conocida',
  reason: 'Cómo se aseguró',
  submit: 'Vincular',
  choose: 'Elija primero a una persona.',
  sayHow: 'Diga cómo se aseguró.',
};

const leftOutBecause: Readonly<Record<string, string>> = {
  kind: 'un tipo que no guardamos',
  'too-large': 'demasiado grande para guardarlo',
  empty: 'vacío',
  'too-many': 'más archivos de los que guardamos de un correo',
};

export const mailWords = {
  show: 'Mostrar el correo tal como llegó',
  close: 'Cerrar el correo',
  loading: 'Cargando el correo…',
  failed: 'No se pudo cargar el correo.',
  frame: (name: string) => `El correo de ${name} tal como llegó`,
  remotePictures: (count: number) =>
    count === 1 ? 'No se cargó 1 imagen remota.' : `No se cargaron ${count} imágenes remotas.`,
  linksStayShut: 'Los enlaces que contiene no se abren.',
  leftOut: (files: readonly { readonly name: string; readonly reason: string }[]) =>
    `No incluido: ${files.map(({ name, reason }) => `${name} (${leftOutBecause[reason] ?? reason})`).join(', ')}`,
};

export const dueWords = {
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => (count === 1 ? '1 día' : `${count} días`),
  paused: 'reloj en pausa',
  late: 'con retraso',
  lateBy: (span: string) => `${span} de retraso`,
  dueNow: 'vence ahora',
  dueIn: (span: string) => `vence en ${span}`,
  inTime: 'a tiempo',
  wasLate: 'fue con retraso',
};
