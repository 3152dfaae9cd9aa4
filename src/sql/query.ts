/** An engine's SQL. */
export type SqlDialect = 'duckdb' | 'postgres' | 'sqlite' | 'clickhouse';

/** A query of an engine's: what a function of this module returns, or text of your own, which is taken as it is. */
export interface SqlSource {
  /** One SELECT, without a semicolon. */
  readonly text: string;
  /** The engine that it was written for, where that is known. */
  readonly dialect?: string | undefined;
}

/** Where the rows lie. */
export interface SqlRows {
  /** The engine that is to run it. */
  readonly dialect: SqlDialect;
  /** A table or view by its name, or as `['schema', 'name']` (`'schema.name'` is one name with a full stop in it); or a query. */
  readonly from: string | readonly string[] | SqlSource;
  /** Columns that are handed on as they are, such as an order's id; none unless given. */
  readonly keep?: readonly string[] | undefined;
}

/** A column that a query gives. */
export interface SqlColumn {
  /** The column's name in the result. */
  readonly name: string;
  /** `kept` for one that is handed on as it is. */
  readonly type: 'double' | 'integer' | 'text' | 'kept';
  /** What it holds, with its unit and range. */
  readonly meaning: string;
}

/** A query, and what it gives. */
export interface SqlQuery extends SqlSource {
  readonly dialect: SqlDialect;
  /** One SELECT without parameters or a semicolon: a statement, the body of a view or, in brackets, a table. */
  readonly text: string;
  /** What it gives, in order. */
  readonly columns: readonly SqlColumn[];
  /** The columns that it reads. */
  readonly reads: readonly string[];
  /**
   * A statement that counts the rows without an answer, as `n`, by `status` and by `input`, the column at fault: an engine
   * cannot throw our errors.
   */
  readonly offenders: string;
}
