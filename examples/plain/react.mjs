// A React component that shows a promise, here rendered as a server does. With JSX its return would read
// <p title={...}>Ready in <strong>{plan.promise} minutes</strong></p>.
import { capabilityFromSamples, isOverdeliverError, planPromise, toMultipleOf } from 'overdeliver';
import { createElement as h, useMemo } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** What to tell a customer who waits, of what the last orders took. */
export function PromisedTime({ minutes, keepRate = 0.9 }) {
  const text = useMemo(() => {
    try {
      const kitchen = capabilityFromSamples(minutes, { unit: 'minutes' });
      return `${planPromise(kitchen, { keepRate, round: toMultipleOf(5) }).promise} minutes`;
    } catch (error) {
      if (!isOverdeliverError(error)) throw error;
      return 'a while: we are too new to say';
    }
  }, [minutes, keepRate]);
  return h(
    'p',
    { title: `kept ${keepRate * 100}% of the time` },
    'Ready in ',
    h('strong', null, text),
  );
}

for (const minutes of [
  [41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46],
  [41, 38, 47],
]) {
  console.log(renderToStaticMarkup(h(PromisedTime, { minutes })));
}
