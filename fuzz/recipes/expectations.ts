import { type Expectation, type ExpectationInput, formExpectation } from 'overdeliver';
import { expectationDefaults } from 'overdeliver/expectation';
import type { Random } from '../random';
import { level, need, parameters, stage } from './pieces';

export const expectationParameters = (r: Random) =>
  r.some({ parameters: parameters(r, 'expectationDefaults', expectationDefaults) });

const factorsOf = {
  'never-used': ['wordOfMouth', 'advertising', 'companyPromise', 'pastExperience', 'ownJudgement'],
  'first-use': ['firstImpression', 'wordOfMouth', 'advertising'],
  'long-term': ['longTermExperience', 'companyPromise', 'advertising'],
} as const;

const signal = (r: Random) =>
  r.flip()
    ? level(r)
    : { level: level(r), ...r.some({ reliability: r.real(0.05, 1), sd: r.real(0.5, 30) }) };
const shift = (r: Random) =>
  r.flip() ? level(r) : { level: level(r), ...r.some({ reliability: r.real(0.05, 1) }) };

/** Signals of a stage, one at least. */
export function expectationInput(r: Random): ExpectationInput {
  const at = stage(r);
  const names = factorsOf[at].filter((_, i) => i === 0 || r.flip());
  return {
    stage: at,
    signals: {
      ...Object.fromEntries(names.map((name) => [name, signal(r)])),
      ...r.some({
        price: { amount: r.real(1, 300), reference: r.real(1, 300) },
        rolePerception: shift(r),
        competitorOffer: shift(r),
        personalNeeds: { needs: { [need(r)]: level(r), other: level(r) }, dominant: 'other' },
      }),
    },
  };
}

export const expectation = (r: Random): Expectation =>
  structuredClone(formExpectation(expectationInput(r)));

export function expectationEvent(r: Random) {
  const sd = () => r.some({ sd: r.real(0.5, 30) });
  return r.pick([
    { kind: 'information' as const, level: level(r), ...sd() },
    { kind: 'promise' as const, level: level(r), ...sd() },
    { kind: 'experience' as const, perceived: level(r), ...sd(), ...r.some({ needMet: r.flip() }) },
    {
      kind: 'competitorOffer' as const,
      level: level(r),
      ...r.some({ reliability: r.real(0.05, 1) }),
    },
    { kind: 'need' as const, need: need(r), level: level(r) },
    { kind: 'purchase' as const },
  ]);
}

export const experience = (r: Random) => ({
  perceived: level(r),
  ...r.some({ needMet: r.flip() }),
});
