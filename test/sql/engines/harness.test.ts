import { describe, expect, it } from 'vitest';
import { engines } from './engines';

describe.each(engines)('$dialect', (engine) => {
  it('brings doubles and texts there and back', async () => {
    const x = [0.1, 1 / 3, 1e-300, Number.MAX_VALUE, null, -1e22, Infinity, 4.35];
    const name = ['a', "it's", null, 'ä\\b', 'c', 'd', 'e', '😀'];
    await engine.load('there', { x, name });
    expect(await engine.ask('SELECT x, name FROM there')).toEqual({ x, name });
  });
});
