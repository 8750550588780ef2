export { type FileResult, type ImportOptions, type ImportResult, importFhir, type Progress } from './import-fhir.ts';
export { findFiles } from './input-files.ts';
export { reportOf } from './report.ts';
