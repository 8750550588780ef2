import type { FastifyRequest } from 'fastify';
import { chooseLanguage, type Language } from '../i18n/messages.ts';

/** What was chosen in this browser, else what it asks for; a request refused early has no cookies yet. */
export const languageOf = (request: FastifyRequest): Language =>
  chooseLanguage(request.headers['accept-language'], request.cookies?.['bedside-language']);
