/** What worker and watchdog share: the number of the case, the calls made so far, and the call in progress. */
export interface Progress {
  readonly index: number;
  readonly calls: number;
  readonly call: string;
}

const textBytes = 4000;
const headBytes = 16;

export const sharedProgress = () => new SharedArrayBuffer(headBytes + textBytes);

export function progressWriter(shared: SharedArrayBuffer) {
  const head = new Int32Array(shared, 0, 4);
  const text = new Uint8Array(shared, headBytes);
  const encoder = new TextEncoder();
  return {
    starts(index: number): void {
      Atomics.store(head, 0, index);
    },
    calls(call: string): void {
      // Copied, since the encoder takes no shared memory.
      const bytes = encoder.encode(call.slice(0, textBytes)).subarray(0, textBytes);
      text.set(bytes);
      Atomics.store(head, 2, bytes.length);
      Atomics.add(head, 1, 1);
    },
  };
}

export function progressOf(shared: SharedArrayBuffer): Progress {
  const [index = 0, calls = 0, length = 0] = new Int32Array(shared, 0, 4);
  const bytes = new Uint8Array(shared, headBytes).slice(0, length);
  return { index, calls, call: new TextDecoder().decode(bytes) };
}
