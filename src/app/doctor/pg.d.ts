/** As much of node-postgres as is used: its types are a package of their own. */
declare module 'pg' {
  export class Client {
    constructor(options: {
      readonly connectionString: string;
      readonly connectionTimeoutMillis: number;
      readonly query_timeout: number;
    });
    on(event: 'error', listener: (error: Error) => void): void;
    connect(): Promise<void>;
    query<Row>(statement: string): Promise<{ readonly rows: readonly Row[] }>;
    end(): Promise<void>;
  }
}
