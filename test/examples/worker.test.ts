import { expect, it } from 'vitest';

// JavaScript without types: what an edge runtime wants of it
const file: string = '../../examples/plain/worker.mjs';
const worker: { fetch(request: Request): Promise<Response> } = (await import(file)).default;

const minutes = [41, 38, 47, 52, 44, 36, 49, 45, 58, 43];

async function answer(body: unknown) {
  const request = new Request('https://example.com/', {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const response = await worker.fetch(request);
  return { status: response.status, body: await response.json() };
}

it('an edge worker answers with a promise', async () => {
  const { status, body } = await answer({ minutes, options: { keepRate: 0.9 } });
  expect(status).toBe(200);
  expect(body).toMatchObject({ promise: 58, chance: { estimate: 10 / 11 } });
});

it('... says what it lacks', async () => {
  const { status, body } = await answer({ minutes: [41, 38], options: { keepRate: 0.9 } });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'not-enough-data', path: 'capability' });
});

it('... and what it cannot read', async () => {
  const misspelt = await answer({ minutes, options: { keeprate: 0.9 } });
  expect(misspelt.status).toBe(400);
  expect(misspelt.body).toContainEqual(
    expect.objectContaining({ message: 'Unrecognized key: "keeprate"' }),
  );
});
