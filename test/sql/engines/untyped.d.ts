declare module 'jstat' {
  const jstat: {
    quantiles(values: readonly number[], shares: readonly number[]): number[];
    percentile(values: readonly number[], share: number): number;
  };
  export default jstat;
}

declare module 'tdigest' {
  export class TDigest {
    push(values: readonly number[]): void;
    compress(): void;
    percentile(share: number): number | undefined;
  }
}
