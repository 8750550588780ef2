export { type FileResult, type ImportOptions, type ImportResult, importFhir, type Progress } from './import-fhir.ts';
export { reportOf } from './report.ts';
