import type { Address, Identifier } from './contract.ts';

/** How a source points at another of its things: by its id there, or by an identifier that the thing carries. */
export type SourceRef = { readonly sourceId: string } | { readonly identifier: Identifier };

/** As FHIR codes a thing; a code means something only within its system. */
export interface Coding {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly display?: string | undefined;
}

interface FromSource {
  readonly sourceId: string;
  readonly identifiers: readonly Identifier[];
  readonly active: boolean;
}

export interface SourceFacility extends FromSource {
  readonly name: string;
  readonly phone?: string;
  readonly address?: Address;
}

export interface SourceLocation extends FromSource {
  readonly name: string;
  readonly kind: 'site' | 'building' | 'wing' | 'floor' | 'area' | 'room';
  readonly phone?: string;
  readonly address?: Address;
  readonly position?: { readonly latitude: number; readonly longitude: number };
  readonly facility?: SourceRef;
  readonly parent?: SourceRef;
}

export interface SourcePractitioner extends FromSource {
  readonly name: { readonly given: string; readonly family: string; readonly prefix?: string };
  readonly gender?: 'female' | 'male' | 'other' | 'unknown';
  readonly npi?: string;
  readonly email?: string;
}

export interface SourcePractitionerRole extends FromSource {
  readonly practitioner?: SourceRef;
  readonly facility?: SourceRef;
  readonly locations: readonly SourceRef[];
  readonly title: string;
  /** Role and specialty as the source codes them. */
  readonly codes: readonly Coding[];
  readonly phone?: string;
}
