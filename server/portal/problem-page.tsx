import type { House } from '../platform/house.ts';
import type { Language } from '../platform/i18n/messages.ts';
import type { Problem } from '../platform/problem.ts';

export function problemPage(_house: House, problem: Problem, requestId: string, language: Language, _path: string): string {
  return `<!doctype html><title>${problem.words[language]}</title><p>${requestId}`;
}
