// CommonJS, without TypeScript: what to promise, from what the last deliveries took (made-up minutes).
const { capabilityFromSamples, planPromise, toMultipleOf } = require('overdeliver');

const minutes = [41, 38, 47, 52, 44, 36, 49, 45, 58, 43, 40, 46];
const plan = planPromise(capabilityFromSamples(minutes, { unit: 'minutes' }), {
  keepRate: 0.9,
  round: toMultipleOf(5),
});
console.log(`Promise ${plan.promise} minutes; half of all take ${plan.typical} or less.`);
