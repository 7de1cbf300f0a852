/** One thing looked at; where it is not well, the detail says what to do. */
export interface AppDiagnosis {
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
}

export function ok(what: string, detail: string): AppDiagnosis {
  return { what, state: 'ok', detail };
}

export function warning(what: string, detail: string): AppDiagnosis {
  return { what, state: 'warning', detail };
}

export function failed(what: string, detail: string): AppDiagnosis {
  return { what, state: 'failed', detail };
}
